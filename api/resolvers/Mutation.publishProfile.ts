import type { Context } from '@aws-appsync/utils';
import type { MutationPublishProfileArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { profileView } from './_lib/profile.ts';
import { publication, publicationRequest } from './_lib/publication.ts';
import { mutationPublishProfileArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<MutationPublishProfileArgs>) {
  validate(mutationPublishProfileArguments, ctx.arguments, '');
  return publicationRequest(ctx, 'publishProfile', actor(ctx).tenantId, ctx.arguments.expectedVersion);
}

export function response(ctx: Context<MutationPublishProfileArgs>) {
  const item = publication(ctx);
  return profileView(item);
}

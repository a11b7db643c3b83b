import type { Context } from '@aws-appsync/utils';
import type { MutationUnpublishProfileArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { profileView } from './_lib/profile.ts';
import { publication, publicationRequest } from './_lib/publication.ts';
import { mutationUnpublishProfileArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<MutationUnpublishProfileArgs>) {
  validate(mutationUnpublishProfileArguments, ctx.arguments, '');
  return publicationRequest(ctx, 'unpublishProfile', actor(ctx).tenantId, ctx.arguments.expectedVersion);
}

export function response(ctx: Context<MutationUnpublishProfileArgs>) {
  const item = publication(ctx);
  return profileView(item);
}

import type { Context } from '@aws-appsync/utils';
import type { MutationUnpublishProjectArgs } from '../types.gen.ts';
import { projectView } from './_lib/project.ts';
import { publication, publicationRequest } from './_lib/publication.ts';
import { mutationUnpublishProjectArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<MutationUnpublishProjectArgs>) {
  validate(mutationUnpublishProjectArguments, ctx.arguments, '');
  return publicationRequest(ctx, 'unpublishProject', ctx.arguments.id, ctx.arguments.expectedVersion);
}

export function response(ctx: Context<MutationUnpublishProjectArgs>) {
  const item = publication(ctx);
  return projectView(item);
}

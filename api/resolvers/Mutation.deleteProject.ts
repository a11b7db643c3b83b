import type { Context } from '@aws-appsync/utils';
import type { MutationDeleteProjectArgs } from '../types.gen.ts';
import { publication, publicationRequest } from './_lib/publication.ts';
import { mutationDeleteProjectArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<MutationDeleteProjectArgs>) {
  validate(mutationDeleteProjectArguments, ctx.arguments, '');
  return publicationRequest(ctx, 'deleteProject', ctx.arguments.id, ctx.arguments.expectedVersion);
}

export function response(ctx: Context<MutationDeleteProjectArgs>) {
  const item = publication(ctx);
  return { id: item.id as string };
}

import type { Context } from '@aws-appsync/utils';
import type { MutationDeletePageArgs } from '../types.gen.ts';
import { publication, publicationRequest } from './_lib/publication.ts';
import { mutationDeletePageArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<MutationDeletePageArgs>) {
  validate(mutationDeletePageArguments, ctx.arguments, '');
  return publicationRequest(ctx, 'deletePage', ctx.arguments.id, ctx.arguments.expectedVersion);
}

export function response(ctx: Context<MutationDeletePageArgs>) {
  const item = publication(ctx);
  return { id: item.id as string };
}

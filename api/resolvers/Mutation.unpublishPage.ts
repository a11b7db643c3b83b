import type { Context } from '@aws-appsync/utils';
import type { MutationUnpublishPageArgs } from '../types.gen.ts';
import { pageView } from './_lib/page.ts';
import { publication, publicationRequest } from './_lib/publication.ts';
import { mutationUnpublishPageArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<MutationUnpublishPageArgs>) {
  validate(mutationUnpublishPageArguments, ctx.arguments, '');
  return publicationRequest(ctx, 'unpublishPage', ctx.arguments.id, ctx.arguments.expectedVersion);
}

export function response(ctx: Context<MutationUnpublishPageArgs>) {
  const item = publication(ctx);
  return pageView(item);
}

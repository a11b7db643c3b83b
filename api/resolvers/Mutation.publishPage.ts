import type { Context } from '@aws-appsync/utils';
import type { MutationPublishPageArgs } from '../types.gen.ts';
import { pageView } from './_lib/page.ts';
import { publication, publicationRequest } from './_lib/publication.ts';
import { mutationPublishPageArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<MutationPublishPageArgs>) {
  validate(mutationPublishPageArguments, ctx.arguments, '');
  return publicationRequest(ctx, 'publishPage', ctx.arguments.id, ctx.arguments.expectedVersion);
}

export function response(ctx: Context<MutationPublishPageArgs>) {
  const item = publication(ctx);
  return pageView(item);
}

import type { Context } from '@aws-appsync/utils';
import type { QueryPageArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { found } from './_lib/outcome.ts';
import { pageKey, pageView } from './_lib/page.ts';
import { getItem } from './_lib/requests.ts';
import { queryPageArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<QueryPageArgs>) {
  validate(queryPageArguments, ctx.arguments, '');
  return getItem(pageKey(actor(ctx).tenantId, ctx.arguments.id));
}

export function response(ctx: Context<QueryPageArgs>) {
  return pageView(found(ctx, 'page', ctx.arguments.id));
}

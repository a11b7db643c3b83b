import type { Context } from '@aws-appsync/utils';
import type { PageCard, QueryPagesArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { collectionList } from './_lib/collection.ts';
import { tenantCollection } from './_lib/keys.ts';
import { listRequest, listResponse } from './_lib/paging.ts';
import { pageCardView } from './_lib/page.ts';
import { queryPagesArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<QueryPagesArgs>) {
  validate(queryPagesArguments, ctx.arguments, '');
  const partition = tenantCollection(actor(ctx).tenantId, 'PAGE');
  return listRequest(collectionList(partition, ctx.arguments.order ?? 'CHANGED_DESC'), ctx.arguments);
}

export function response(ctx: Context<QueryPagesArgs>) {
  const page = listResponse<PageCard>(ctx);
  return { ...page, items: page.items.map((card) => pageCardView(card)) };
}

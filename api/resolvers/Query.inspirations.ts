import type { Context } from '@aws-appsync/utils';
import type { Inspiration, QueryInspirationsArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { collectionList } from './_lib/collection.ts';
import { tenantCollection } from './_lib/keys.ts';
import { listRequest, listResponse } from './_lib/paging.ts';
import { queryInspirationsArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<QueryInspirationsArgs>) {
  validate(queryInspirationsArguments, ctx.arguments, '');
  const partition = tenantCollection(actor(ctx).tenantId, 'INSPIRATION');
  return listRequest(collectionList(partition, ctx.arguments.order ?? 'CHANGED_DESC'), ctx.arguments);
}

export function response(ctx: Context<QueryInspirationsArgs>) {
  return listResponse<Inspiration>(ctx);
}

import type { Context } from '@aws-appsync/utils';
import type { QueryAssetsArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { collectionList } from './_lib/collection.ts';
import { projectCollection } from './_lib/keys.ts';
import { listRequest, listResponse } from './_lib/paging.ts';
import { queryAssetsArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

/** One page of assets as people left them; `joinDerived` adds what machines made. */
export function request(ctx: Context<QueryAssetsArgs>) {
  validate(queryAssetsArguments, ctx.arguments, '');
  const partition = projectCollection(actor(ctx).tenantId, ctx.arguments.projectId, 'ASSET');
  return listRequest(collectionList(partition, 'POSITION'), ctx.arguments);
}

export function response(ctx: Context<QueryAssetsArgs>) {
  return listResponse<Record<string, unknown>>(ctx);
}

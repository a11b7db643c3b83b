import type { Context } from '@aws-appsync/utils';
import type { QuerySearchMineArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { querySearchMineArguments } from './_lib/rules.gen.ts';
import { searchRequest, searchResponse } from './_lib/search.ts';
import { validate } from './_lib/validate.ts';

/** The tenant's own: the tenant is the one that `authorise` read the membership of. */
export function request(ctx: Context<QuerySearchMineArgs>) {
  validate(querySearchMineArguments, ctx.arguments, '');
  return searchRequest('searchMine', ctx.arguments, actor(ctx).tenantId);
}

export function response(ctx: Context<QuerySearchMineArgs>) {
  return searchResponse(ctx);
}

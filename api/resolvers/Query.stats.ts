import type { Context } from '@aws-appsync/utils';
import type { QueryStatsArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { dataSourceFailed } from './_lib/errors.ts';
import { statsSk, tenantKey } from './_lib/keys.ts';
import { queryBetween } from './_lib/requests.ts';
import { queryStatsArguments } from './_lib/rules.gen.ts';
import { checkDays, MOST_DAYS, statsOf } from './_lib/stats.ts';
import { validate } from './_lib/validate.ts';

/** What the nights have counted: an item a day. */
export function request(ctx: Context<QueryStatsArgs>) {
  validate(queryStatsArguments, ctx.arguments, '');
  const { from, to } = ctx.arguments;
  checkDays(from, to);
  const { PK, SK } = tenantKey(actor(ctx).tenantId, statsSk(from));
  return queryBetween(PK, SK, statsSk(to), MOST_DAYS);
}

export function response(ctx: Context<QueryStatsArgs>) {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  const { items } = ctx.result as { items: Array<Record<string, unknown>> };
  return statsOf(ctx.arguments, items);
}

import type { Context } from '@aws-appsync/utils';
import type { QueryEnrichmentsArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { runKey, runView } from './_lib/enrichment.ts';
import { dataSourceFailed } from './_lib/errors.ts';
import { queryPrefix } from './_lib/requests.ts';
import { queryEnrichmentsArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

/** Runs stand by their ids, which are in the order of time. */
export function request(ctx: Context<QueryEnrichmentsArgs>) {
  validate(queryEnrichmentsArguments, ctx.arguments, '');
  const { limit, cursor } = ctx.arguments;
  const { PK, SK } = runKey(actor(ctx).tenantId, '');
  return queryPrefix(PK, SK, limit ?? 20, cursor ?? null, false);
}

export function response(ctx: Context<QueryEnrichmentsArgs>) {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  const { items, nextToken } = ctx.result as {
    items: Array<Record<string, unknown>>;
    nextToken: string | null;
  };
  return { items: items.map((item) => runView(item)), next: nextToken ?? null };
}

import type { Context } from '@aws-appsync/utils';
import type { Portfolio, QueryPortfolioArgs } from '../types.gen.ts';
import { dataSourceFailed, notFound } from './_lib/errors.ts';
import { PROFILE, publicKey } from './_lib/keys.ts';
import type { PublicHead } from './_lib/public.ts';
import { getItem } from './_lib/requests.ts';

export function request(ctx: Context<QueryPortfolioArgs>) {
  return getItem(publicKey(ctx.stash.tenantId as string, PROFILE));
}

export function response(ctx: Context<QueryPortfolioArgs>) {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  const head = ctx.result as PublicHead | null;
  if (!head) {
    notFound('portfolio', `@${ctx.arguments.handle}`);
  }
  return {
    ...(JSON.parse(head.text) as Portfolio),
    handle: head.handle,
    publicTenant: ctx.stash.tenantId as string,
  };
}

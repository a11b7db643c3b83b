import type { Context } from '@aws-appsync/utils';
import { dataSourceFailed, notFound } from '../_lib/errors.ts';
import { handleKey } from '../_lib/keys.ts';
import { getItem } from '../_lib/requests.ts';
import { queryPortfolioArguments } from '../_lib/rules.gen.ts';
import { validate } from '../_lib/validate.ts';

/** Whose handle it is, or was. */
export function request(ctx: Context<{ handle: string }>) {
  validate(queryPortfolioArguments, ctx.arguments, '');
  return getItem(handleKey(ctx.arguments.handle));
}

export function response(ctx: Context<{ handle: string }>) {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  const claim = ctx.result as { tenantId: string } | null;
  if (!claim) {
    notFound('portfolio', `@${ctx.arguments.handle}`);
  }
  ctx.stash.tenantId = claim.tenantId;
  return {};
}

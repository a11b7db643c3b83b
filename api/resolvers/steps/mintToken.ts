import type { Context } from '@aws-appsync/utils';
import { dataSourceFailed } from '../_lib/errors.ts';

/** A secret and its SHA-256: APPSYNC_JS has no hash. */
export function request() {
  return { operation: 'Invoke' as const, payload: {} };
}

export function response(ctx: Context) {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  ctx.stash.minted = ctx.result as unknown;
  return {};
}

import type { Context } from '@aws-appsync/utils';
import type { Asset } from '../../types.gen.ts';

/** As `editor`, for a field that answers the one asset of the page that its last step joined. */
export function request(ctx: Context) {
  ctx.stash.need = 'EDITOR';
  return {};
}

export function response(ctx: Context) {
  return (ctx.prev.result as { items: Asset[] }).items[0];
}

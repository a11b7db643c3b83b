import { runtime, type Context } from '@aws-appsync/utils';
import { dataSourceFailed, notFound } from '../_lib/errors.ts';
import { publicKey } from '../_lib/keys.ts';
import type { PublicHead } from '../_lib/public.ts';
import { getItem } from '../_lib/requests.ts';

/** Only after an old name: the document at its present one. `stash.at` is its sort key. */
export function request(ctx: Context<{ handle: string }>) {
  const at = ctx.stash.at as string | undefined;
  if (at === undefined) {
    runtime.earlyReturn({}, { skipTo: 'NEXT' });
  }
  return getItem(publicKey(ctx.stash.tenantId as string, at));
}

export function response(ctx: Context<{ handle: string }>) {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  const head = ctx.result as PublicHead | null;
  if (!head) {
    notFound('public entry', `@${ctx.arguments.handle}`, 'handle');
  }
  ctx.stash.head = head;
  return {};
}

import { runtime, type Context } from '@aws-appsync/utils';
import { dataSourceFailed, notFound } from '../_lib/errors.ts';
import { publicIdSk, publicKey } from '../_lib/keys.ts';
import { getItem } from '../_lib/requests.ts';

/** Only after an old name: where the work or page stands now. */
export function request(ctx: Context<{ handle: string }>) {
  const to = ctx.stash.movedTo as string | undefined;
  if (to === undefined) {
    runtime.earlyReturn({}, { skipTo: 'NEXT' });
  }
  return getItem(publicKey(ctx.stash.tenantId as string, publicIdSk(to)));
}

export function response(ctx: Context<{ handle: string }>) {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  const present = ctx.result as { SK: string; at: string } | null;
  if (!present) {
    notFound('public entry', `@${ctx.arguments.handle}`, 'handle');
  }
  ctx.stash.at = present.at;
  return {};
}

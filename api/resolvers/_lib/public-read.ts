import type { Context } from '@aws-appsync/utils';
import { dataSourceFailed } from './errors.ts';
import { PROFILE, publicKey } from './keys.ts';
import type { PublicHead } from './public.ts';
import { batchGet } from './requests.ts';

/** One read of a profile, a document and what may redirect to one: `sks` are the latter two. */
export function publicReadRequest(ctx: Context, sks: string[]) {
  const tenantId = ctx.stash.tenantId as string;
  return batchGet(ctx.env.TABLE_NAME ?? '', [
    publicKey(tenantId, PROFILE),
    ...sks.map((sk) => publicKey(tenantId, sk)),
  ]);
}

/** The items that were there, by their sort keys. */
export function publicReadResponse(ctx: Context): Record<string, PublicHead> {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  const { data } = ctx.result as { data: Record<string, Array<PublicHead | null>> };
  const bySk: Record<string, PublicHead> = {};
  for (const item of data[ctx.env.TABLE_NAME ?? ''] ?? []) {
    if (item) {
      bySk[item.SK] = item;
    }
  }
  return bySk;
}

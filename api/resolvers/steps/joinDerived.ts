import { runtime, type Context } from '@aws-appsync/utils';
import { assetView, type Derived } from '../_lib/asset.ts';
import { dataSourceFailed } from '../_lib/errors.ts';
import { derivedSk, tenantKey } from '../_lib/keys.ts';
import { batchGet } from '../_lib/requests.ts';

interface AssetItem extends Record<string, unknown> {
  id: string;
  projectId: string;
  tenantId: string;
}

/** Adds to a page of assets what machines made of them. */
export function request(ctx: Context) {
  const page = ctx.prev.result as { items: AssetItem[]; next: string | null };
  if (page.items.length === 0) {
    runtime.earlyReturn(page, { skipTo: 'NEXT' });
  }
  ctx.stash.assets = page;
  const keys = page.items.map((asset) => tenantKey(asset.tenantId, derivedSk(asset.projectId, asset.id)));
  return batchGet(ctx.env.TABLE_NAME ?? '', keys);
}

export function response(ctx: Context) {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  const page = ctx.stash.assets as { items: AssetItem[]; next: string | null };
  const { data } = ctx.result as { data: Record<string, Array<(Derived & { id: string }) | null>> };
  const made = data[ctx.env.TABLE_NAME ?? ''] ?? [];
  const derived: Record<string, Derived> = {};
  for (const item of made) {
    if (item) {
      derived[item.id] = item;
    }
  }
  return { ...page, items: page.items.map((asset) => assetView(asset, derived[asset.id] ?? null)) };
}

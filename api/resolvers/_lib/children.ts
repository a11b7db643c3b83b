import { assetView, type Derived } from './asset.ts';

type Item = Record<string, unknown>;

/** What a project brought along with it: all of its log, latest first, and all of its assets, in their order. */
export interface Children {
  prefetchedLogs: Item[];
  prefetchedAssets: Item[];
}

/** Puts `item` into a list that is ordered by `order`, lowest first. APPSYNC_JS has no sort. */
function insert(list: Item[], item: Item): Item[] {
  const order = item.order as string;
  const before = list.filter((other) => (other.order as string) <= order);
  const after = list.filter((other) => (other.order as string) > order);
  return [...before, item, ...after];
}

/** The children among the items of a project's collection, without those that are being deleted. */
export function childrenOf(items: Item[]): Children {
  const derived: Record<string, Derived> = {};
  let logs: Item[] = [];
  let assets: Item[] = [];
  for (const item of items) {
    if (item.entity === 'derived') {
      derived[item.id as string] = item as unknown as Derived;
    } else if (item.entity === 'log' && !item.deletedAt) {
      logs = insert(logs, item);
    } else if (item.entity === 'asset' && !item.deletedAt) {
      assets = insert(assets, item);
    }
  }
  return {
    prefetchedLogs: logs,
    prefetchedAssets: assets.map((asset) => ({ ...assetView(asset, derived[asset.id as string] ?? null) })),
  };
}

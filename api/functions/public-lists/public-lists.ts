/**
 * The public lists of everybody's portfolios and works. Each is spread over shards, so that no partition is hot; a page
 * is the merge of one page of each.
 */
import type { Item, Table } from '../../ports/table/port.ts';
import { PROFILE, PUBLIC_SHARDS, publicKey } from '../../resolvers/_lib/keys.ts';
import { shownText } from '../../resolvers/_lib/shown.ts';
import { PORTFOLIOS, RECENT, type Shards } from './shards.ts';

export interface PublicListRequest {
  list: 'portfolios' | 'recentProjects';
  limit: number;
  cursor: string | null;
}

const badCursor = (cursor: string) => {
  const received = shownText(cursor);
  return {
    error: {
      type: 'BadInput',
      message: `cursor is not one that this list gave. Received: ${received}.`,
      info: {
        field: 'cursor',
        received,
        fix: 'Send the `next` of the page before, unchanged, or leave it out.',
      },
    },
  };
};

export function createPublicLists({
  table,
  mediaOrigin,
}: {
  table: Pick<Table, 'page' | 'batchGet'>;
  mediaOrigin: string;
}) {
  return async ({ list, limit, cursor }: PublicListRequest) => {
    const after = cursor === null ? null : readCursor(cursor);
    if (cursor !== null && after === null) return badCursor(cursor);
    const { items, last } =
      list === 'portfolios'
        ? await mergedPage(table, PORTFOLIOS, limit, after)
        : await recentWorks(table, limit, after, mediaOrigin);
    return {
      items: list === 'portfolios' ? items.map(({ card }) => card as Item) : items,
      next: last === null ? null : Buffer.from(last).toString('base64url'),
    };
  };
}

/**
 * The `limit` first items of all shards behind `after`, the sort key of the last item of the page before; `last` is
 * that of this page, or null when nothing follows.
 */
export async function mergedPage(
  table: Pick<Table, 'page'>,
  shards: Shards,
  limit: number,
  after: string | null,
): Promise<{ items: Item[]; last: string | null }> {
  const comparison = shards.forward ? '>' : '<';
  const pages = await Promise.all(
    Array.from({ length: PUBLIC_SHARDS }, (_, shard) =>
      table.page({
        index: shards.index,
        forward: shards.forward,
        limit: limit + 1,
        condition: {
          expression: `#partition = :partition${after === null ? '' : ` AND #sort ${comparison} :after`}`,
          names: { '#partition': shards.partitionKey, ...(after !== null && { '#sort': shards.sortKey }) },
          values: { ':partition': shards.partition(shard), ...(after !== null && { ':after': after }) },
        },
      }),
    ),
  );
  const direction = shards.forward ? 1 : -1;
  const sortOf = (item: Item): string => item[shards.sortKey] as string;
  const merged = pages
    .flatMap(({ items }) => items)
    .toSorted((a, b) => (sortOf(a) < sortOf(b) ? -direction : direction));
  const items = merged.slice(0, limit);
  const last = items.at(-1);
  const more = merged.length > limit && last !== undefined;
  return { items, last: more ? sortOf(last) : null };
}

/** The sort key in a cursor, or null when it is none of ours. */
function readCursor(cursor: string): string | null {
  const after = Buffer.from(cursor, 'base64url').toString();
  return after.includes('#') && Buffer.from(after).toString('base64url') === cursor ? after : null;
}

/**
 * The `limit` latest listed works behind `after`, with the present handle and name of their owners. Works of portfolios
 * that are unlisted or not public are left out, and later ones stand in their place. Reads one work more than it shows:
 * `last` is the sort key of the last one, or null when nothing follows that would be shown.
 */
export async function recentWorks(
  table: Pick<Table, 'page' | 'batchGet'>,
  limit: number,
  after: string | null,
  mediaOrigin: string,
): Promise<{ items: Item[]; last: string | null }> {
  const found: Array<{ item: Item; owner: Item }> = [];
  let behind = after;
  let size = limit + 1;
  do {
    const { items, last } = await mergedPage(table, RECENT, size, behind);
    const owners = await listedOwners(table, items);
    for (const item of items) {
      const owner = owners.get(item.PK);
      if (owner) found.push({ item, owner });
    }
    behind = last;
    size = Math.max(size, PAGE_AFTER_GAPS);
  } while (behind !== null && found.length <= limit);
  const shown = found.slice(0, limit);
  const more = found.length > limit;
  return {
    items: shown.map(({ item, owner }) => ownedCard(item, owner, mediaOrigin)),
    last: more ? (shown.at(-1)?.item[RECENT.sortKey] as string) : null,
  };
}

/** Items of a page that is read because what stands before it was left out. */
const PAGE_AFTER_GAPS = 200;

/** Profile items of the listed portfolios among the owners of works, by partition. */
async function listedOwners(table: Pick<Table, 'batchGet'>, works: Item[]): Promise<Map<unknown, Item>> {
  const tenantIds = [...new Set(works.map(({ PK }) => (PK as string).slice('PUBLIC#'.length)))];
  const profiles = await table.batchGet(tenantIds.map((id) => publicKey(id, PROFILE)));
  return new Map(
    profiles
      .filter(({ visibility }) => visibility !== 'UNLISTED')
      .map((profile) => [profile.PK, profile] as const),
  );
}

/** The card of a work with its owner, its pictures at the media origin. */
function ownedCard({ card }: Item, owner: Item, mediaOrigin: string): Item {
  const work = card as Item & { cover: { variants: Array<{ url: string }> } | null };
  const cover = work.cover && {
    ...work.cover,
    variants: work.cover.variants.map((variant) => ({ ...variant, url: `${mediaOrigin}${variant.url}` })),
  };
  return { ...work, cover, tenantId: owner.tenantId, handle: owner.handle, artist: owner.name };
}

/**
 * The public lists of everybody's portfolios and works. Each is spread over shards, so that no partition is hot; a page
 * is the merge of one page of each.
 */
import type { Item, Table } from '../../ports/table/port.ts';
import { PROFILE, PUBLIC_SHARDS, publicKey } from '../../resolvers/_lib/keys.ts';
import { PORTFOLIOS, RECENT, type Shards } from './shards.ts';

export interface PublicListRequest {
  list: 'portfolios' | 'recentProjects';
  limit: number;
  cursor: string | null;
}

const badCursor = (received: string) => ({
  error: {
    type: 'BadInput',
    message: `cursor is not one that this list gave. Received: ${received.slice(0, 80)}.`,
    info: {
      field: 'cursor',
      received: received.slice(0, 80),
      fix: 'Send the `next` of the page before, unchanged, or leave it out.',
    },
  },
});

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
    const { items, last } = await mergedPage(
      table,
      list === 'portfolios' ? PORTFOLIOS : RECENT,
      limit,
      after,
    );
    const cards = items.map(({ card }) => card as Item);
    return {
      items: list === 'portfolios' ? cards : await withOwners(table, items, mediaOrigin),
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

/** Works with the present handle and name of their owners; those whose portfolio is not public are left out. */
export async function withOwners(
  table: Pick<Table, 'batchGet'>,
  items: Item[],
  mediaOrigin: string,
): Promise<Item[]> {
  const tenantIds = [...new Set(items.map(({ PK }) => (PK as string).slice('PUBLIC#'.length)))];
  const profiles = await table.batchGet(tenantIds.map((id) => publicKey(id, PROFILE)));
  const owners = new Map(profiles.map((profile) => [profile.PK, profile]));
  return items.flatMap(({ PK, card }) => {
    const owner = owners.get(PK);
    if (!owner) return [];
    const work = card as Item & { cover: { variants: Array<{ url: string }> } | null };
    const cover = work.cover && {
      ...work.cover,
      variants: work.cover.variants.map((variant) => ({ ...variant, url: `${mediaOrigin}${variant.url}` })),
    };
    return [{ ...work, cover, tenantId: owner.tenantId, handle: owner.handle, artist: owner.name }];
  });
}

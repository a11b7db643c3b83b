import { expect, test } from 'vitest';
import type { Item, Query } from '../../ports/table/port.ts';
import { PUBLIC_SHARDS } from '../../resolvers/_lib/keys.ts';
import { createPublicLists, type PublicListRequest } from './public-lists.ts';

/**
 * Works over all shards: number n is the n-th latest. Those of tenant `H` have no public profile, those of tenant `U`
 * an unlisted one.
 */
const WORKS: Item[] = Array.from({ length: 50 }, (_, n) => ({
  PK: `PUBLIC#${n % 10 === 3 ? 'H' : n >= 10 && n < 19 ? 'U' : 'T'}`,
  recentShard: `PUBLIC#RECENT#${(n * 5) % PUBLIC_SHARDS}`,
  recentAt: `2026-01-01T00:00:${String(59 - n).padStart(2, '0')}#W${n}`,
  card: { id: `W${n}`, cover: n === 0 ? { variants: [{ url: '/media/p/x' }] } : null },
}));

function page({ condition, forward, limit }: Query) {
  const { ':partition': partition, ':after': after } = condition.values as Record<string, string | undefined>;
  const items = WORKS.filter(({ recentShard }) => recentShard === partition)
    .filter(({ recentAt }) => after === undefined || (recentAt as string) < after)
    .toSorted((a, b) => ((a.recentAt as string) < (b.recentAt as string) ? 1 : -1));
  expect(forward).toBe(false);
  return Promise.resolve({ items: items.slice(0, limit), last: undefined });
}

const lists = createPublicLists({
  table: {
    page,
    batchGet: async (keys) =>
      keys
        .filter(({ PK }) => PK !== 'PUBLIC#H')
        .map((key) =>
          key.PK === 'PUBLIC#U'
            ? { ...key, tenantId: 'U', handle: 'uma', name: 'Uma', visibility: 'UNLISTED' }
            : { ...key, tenantId: 'T', handle: 'tess', name: 'Tess', visibility: 'LISTED' },
        ),
  },
  mediaOrigin: 'https://media.example.org',
});

type Page = { items: Item[]; next: string | null };
const ask = (request: Partial<PublicListRequest>) =>
  lists({ list: 'recentProjects', limit: 7, cursor: null, ...request }) as Promise<Page>;

const shown = WORKS.filter(({ PK }) => PK === 'PUBLIC#T').map(({ card }) => (card as Item).id);

test('pages of all shards together are one list in order, each work once', async () => {
  const found: unknown[] = [];
  let cursor: string | null = null;
  do {
    const { items, next }: Page = await ask({ cursor });
    found.push(...items.map(({ id }) => id));
    cursor = next;
  } while (cursor !== null);

  expect(found).toEqual(shown);
});

test.each([1, 7, 9, 10, 11, 20])(
  'a page of %i is full, though works of unlisted portfolios are left out of it',
  async (limit) => {
    const { items } = await ask({ limit });
    expect(items.map(({ id }) => id)).toEqual(shown.slice(0, limit));
  },
);

test('works say whose they are now, and where their pictures are read', async () => {
  const { items } = await ask({ limit: 1 });
  expect(items).toEqual([
    {
      id: 'W0',
      tenantId: 'T',
      handle: 'tess',
      artist: 'Tess',
      cover: { variants: [{ url: 'https://media.example.org/media/p/x' }] },
    },
  ]);
});

test('the last page has no next one, also when it is full', async () => {
  expect(await ask({ limit: shown.length })).toMatchObject({ next: null });
  expect((await ask({ limit: shown.length - 1 })).next).not.toBeNull();
});

test.each(['', 'x', '%%%', Buffer.from('no hash').toString('base64url')])(
  'cursor %j is refused',
  async (cursor) => {
    expect(await ask({ cursor })).toMatchObject({
      error: { type: 'BadInput', info: { field: 'cursor', received: JSON.stringify(cursor) } },
    });
  },
);

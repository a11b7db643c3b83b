/** What the tests of search work on: a table, and the local index that knows more than the table does. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Embeddings } from '../../ports/embeddings/port.ts';
import { createLocalSearchIndex } from '../../ports/search-index/local.ts';
import type { SearchDocument, SearchIndex } from '../../ports/search-index/port.ts';
import type { Item } from '../../ports/table/port.ts';
import { handleKey, publicKey, publicPageSk, publicProjectSk, tenantKey } from '../../resolvers/_lib/keys.ts';
import type { OwnSearchResult, SearchResult } from '../../types.gen.ts';
import { createSearch, type SearchError, type SearchPorts } from './search.ts';

export const ADA = '01JZ5X8Q4M7N2P9R3S6T8V0W1X';
export const BEN = '01JZ5X8Q4M7N2P9R3S6T8V0W2X';
export const at = '2026-05-16T08:00:00.000Z';

const document = (
  more: Pick<SearchDocument, 'docKey' | 'kind'> & Partial<SearchDocument>,
): SearchDocument => ({
  tenantId: ADA,
  entityId: more.docKey.slice(more.docKey.indexOf('#') + 1),
  version: 2 ** 21,
  title: 'Untitled',
  at,
  ...more,
});

const work = (tenantId: string, id: string, slug: string, title: string, more: Item = {}): Item => ({
  ...publicKey(tenantId, publicProjectSk(slug)),
  entityId: id,
  tenantId,
  visibility: 'LISTED',
  generation: `${id}.0000000001.A`,
  card: {
    id,
    slug,
    title,
    publishedAt: at,
    medium: 'Woodcut',
    cover: { assetId: 'A', variants: [{ url: '/media/p/x.webp' }] },
  },
  ...more,
});

const profile = (tenantId: string, handle: string, name: string, more: Item = {}): Item => ({
  ...publicKey(tenantId, 'PROFILE'),
  tenantId,
  handle,
  name,
  visibility: 'LISTED',
  publishedAt: at,
  card: { handle, name, publishedAt: at },
  ...more,
});

export const items: Item[] = [
  profile(ADA, 'ada', 'Ada'),
  profile(BEN, 'ben', 'Ben', { visibility: 'UNLISTED' }),
  { ...handleKey('ada'), tenantId: ADA },
  work(ADA, 'W1', 'great-wave', 'The Great Wave'),
  work(ADA, 'W2', 'calm', 'Calm Wave', { visibility: 'UNLISTED' }),
  work(ADA, 'OTHER', 'taken', 'Another Wave under a name that was given on'),
  work(BEN, 'W5', 'wave', 'Wave of an unlisted portfolio'),
  {
    ...publicKey(ADA, publicPageSk('about/wave')),
    entityId: 'G1',
    visibility: 'LISTED',
    card: { path: 'about/wave', title: 'On waves', publishedAt: at },
  },
  { ...tenantKey(ADA, 'PROJECT#W1'), id: 'W1', title: 'The Great Wave, second state', updatedAt: at },
  {
    ...tenantKey(ADA, 'PROJECT#W1#LOG#L1'),
    id: 'L1',
    projectId: 'W1',
    body: 'Cut the wave.\nThen rest.',
    updatedAt: at,
  },
  { ...tenantKey(ADA, 'INSPIRATION#I1'), id: 'I1', title: 'Wave', updatedAt: at, deletedAt: at },
  { ...tenantKey(BEN, 'PROJECT#P9'), id: 'P9', title: "Ben's wave", updatedAt: at },
];

export const table: SearchPorts['table'] = {
  get: async ({ PK, SK }) => items.find((item) => item.PK === PK && item.SK === SK) ?? null,
  batchGet: async (keys) =>
    items.filter((item) => keys.some(({ PK, SK }) => item.PK === PK && item.SK === SK)),
  transact: async () => undefined,
};

/** An index in a folder that goes away with it. */
export async function filledIndex(): Promise<SearchIndex> {
  const dir = mkdtempSync(join(tmpdir(), 'search-'));
  const index = await createLocalSearchIndex({ dir });
  await index.apply(
    'public',
    [
      document({
        docKey: 'work#W1',
        kind: 'work',
        path: 'great-wave',
        title: 'The Great Wave',
        medium: 'Woodcut',
      }),
      document({ docKey: 'work#W2', kind: 'work', path: 'calm', title: 'Calm Wave' }),
      document({ docKey: 'work#W3', kind: 'work', path: 'taken', title: 'Wave that moved away' }),
      document({ docKey: 'work#W4', kind: 'work', path: 'gone', title: 'Wave that was taken down' }),
      document({ docKey: 'work#W5', tenantId: BEN, kind: 'work', path: 'wave', title: 'Wave of Ben' }),
      document({ docKey: 'page#G1', kind: 'page', path: 'about/wave', title: 'On waves' }),
      document({ docKey: `portfolio#${ADA}`, kind: 'portfolio', title: 'Ada', summary: 'Cuts a wave a day' }),
    ].map((one) => ({ document: one })),
  );
  await index.apply(
    'tenant',
    [
      document({ docKey: 'project#W1', kind: 'project', title: 'The Great Wave' }),
      document({
        docKey: 'log#L1',
        kind: 'log',
        projectId: 'W1',
        title: '',
        body: 'Cut the wave. Then rest.',
      }),
      document({ docKey: 'inspiration#I1', kind: 'inspiration', title: 'Wave' }),
      document({ docKey: 'project#P9', tenantId: BEN, kind: 'project', title: "Ben's wave" }),
    ].map((one) => ({ document: one })),
  );
  return {
    ...index,
    async close() {
      await index.close();
      rmSync(dir, { recursive: true });
    },
  };
}

export const away = async (): Promise<Embeddings> => {
  throw new Error('no model');
};
export interface Asking {
  ports: (more?: Partial<SearchPorts>) => SearchPorts;
  search: (args: object, more?: Partial<SearchPorts>) => Promise<SearchResult & SearchError>;
  mine: (tenantId: string, args: object) => Promise<OwnSearchResult & SearchError>;
}

/** Searches over an index. */
export function asking(index: SearchPorts['index']): Asking {
  const ports = (more: Partial<SearchPorts> = {}): SearchPorts => ({
    index,
    table,
    media: { read: async () => null, list: async function* () {} },
    embeddings: away,
    mediaOrigin: 'https://media.example.org',
    ...more,
  });
  const search = (args: object, more: Partial<SearchPorts> = {}) =>
    createSearch(ports(more))({ action: 'search', arguments: args, tenantId: null }) as Promise<
      SearchResult & SearchError
    >;
  const mine = (tenantId: string, args: object) =>
    createSearch(ports())({ action: 'searchMine', arguments: args, tenantId }) as Promise<
      OwnSearchResult & SearchError
    >;

  return { ports, search, mine };
}

export const titles = ({ items: found }: SearchResult | OwnSearchResult): string[] =>
  found.map(({ title }) => title).sort();

/** A model that knows two meanings: waves, and everything else. */
export const model = (): Embeddings => ({
  text: { id: 'test@1', dimensions: 2, maxCharacters: 1000 },
  image: { id: 'look@1', dimensions: 2, maxCharacters: 0 },
  embedTexts: async (texts) => ({
    vectors: texts.map((text) => Float32Array.from(/wave|sea/.test(text) ? [1, 0] : [0, 1])),
    usage: { inputTokens: 0, outputTokens: 0, microUsd: 0 },
  }),
  embedImages: async (images) => ({
    vectors: images.map((bytes) => Float32Array.from(bytes[0] === 1 ? [1, 0] : [0, 1])),
    usage: { inputTokens: 0, outputTokens: 0, microUsd: 0 },
  }),
  close: async () => undefined,
});

/** An index that finds nothing and remembers what it was asked. */
export function echoing(asked: (...query: unknown[]) => void = () => undefined): SearchPorts['index'] {
  return {
    search: async (asker, query) => {
      asked(asker, query);
      const like = { docKey: query.like ?? '', tenantId: ADA, kind: 'work', path: 'great-wave' } as const;
      return {
        hits: [],
        facets: {},
        total: { count: 0, atLeast: false },
        ...(query.like !== undefined && { like }),
      };
    },
    suggest: async () => [],
  };
}

export function pictures(stored: Record<string, number[]>): SearchPorts['media'] {
  const head = { contentType: 'image/webp', cacheControl: '', etag: '', lastModified: new Date(0) };
  return {
    read: async (key) => {
      const bytes = stored[key];
      return bytes ? { ...head, size: bytes.length, bytes: Uint8Array.from(bytes) } : null;
    },
    async *list(prefix) {
      for (const [key, { length: size }] of Object.entries(stored)) {
        if (key.startsWith(prefix)) yield { key, size, lastModified: new Date(0) };
      }
    },
  };
}

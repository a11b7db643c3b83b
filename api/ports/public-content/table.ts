/** Public content read from the one table. Every home speaks DynamoDB's protocol, so this is the only twin. */
import { mergedPage, recentWorks } from '../../functions/public-lists/public-lists.ts';
import { PORTFOLIOS, UNLISTED } from '../../functions/public-lists/shards.ts';
import { Replaced, readPublicText } from '../../functions/publish/public-text.ts';
import {
  PROFILE,
  publicCollection,
  publicIdSk,
  publicKey,
  publicPageSk,
  publicProjectSk,
  type Key,
} from '../../resolvers/_lib/keys.ts';
import type { PortfolioCard } from '../../types.gen.ts';
import type { Item, Table } from '../table/port.ts';
import type {
  DocumentText,
  PageCard,
  PageDocument,
  ProfileDocument,
  ProjectDocument,
  PublicContent,
  WorkCard,
} from './port.ts';

const PAGE_OF_SHARDS = 200;
const TENANTS_OF_A_PAGE = 32;
/** The lists that together name every public tenant. */
const EVERYBODY = [PORTFOLIOS, UNLISTED];
const tenantOf = ({ PK }: Item): string => (PK as string).slice('PUBLIC#'.length);

const REDIRECT = 'REDIRECT#';

/** Who renders is told of a change once: what is read then must not be older. */
const CONSISTENT = { consistent: true };

/** Times that a document may be replaced while it is read. */
const ATTEMPTS = 5;

export function createPublicContent(table: Table): PublicContent {
  const document = async <T>(tenantId: string, SK: string): Promise<T | null> => {
    const text = await presentText(table, publicKey(tenantId, SK));
    return text === null ? null : (JSON.parse(text) as T);
  };
  const at = async (tenantId: string, id: string, prefix: string): Promise<string | null> => {
    const pointer = await table.get(publicKey(tenantId, publicIdSk(id)), CONSISTENT);
    const sk = pointer?.at as string | undefined;
    return sk?.startsWith(prefix) ? sk.slice(prefix.length) : null;
  };
  const cards = async <T>(partition: string): Promise<T[]> => {
    const found: T[] = [];
    for await (const { card } of table.query({
      index: 'collectionInOrder',
      attributes: ['card'],
      condition: {
        expression: '#collection = :collection',
        names: { '#collection': 'collection' },
        values: { ':collection': partition },
      },
    })) {
      found.push(card as T);
    }
    return found;
  };
  const below = (tenantId: string, prefix: string, attributes: string[]) =>
    table.query({
      attributes,
      condition: {
        expression: 'PK = :pk AND begins_with(SK, :prefix)',
        values: { ':pk': `PUBLIC#${tenantId}`, ':prefix': prefix },
      },
      consistent: true,
    });

  return {
    async tenant(tenantId) {
      const item = await table.get(publicKey(tenantId, PROFILE), CONSISTENT);
      if (!item) return null;
      return {
        tenantId,
        handle: item.handle as string,
        oldHandles: (item.oldHandles ?? []) as string[],
        profile: JSON.parse(item.text as string) as ProfileDocument,
      };
    },
    project: (tenantId, slug) => document<ProjectDocument>(tenantId, publicProjectSk(slug)),
    slugOf: (tenantId, projectId) => at(tenantId, projectId, publicProjectSk('')),
    page: (tenantId, path) => document<PageDocument>(tenantId, publicPageSk(path)),
    pathOf: (tenantId, pageId) => at(tenantId, pageId, publicPageSk('')),
    works: (tenantId) => cards<WorkCard>(publicCollection(tenantId, 'PROJECT')),
    pages: (tenantId) => cards<PageCard>(publicCollection(tenantId, 'PAGE')),
    async redirects(tenantId) {
      const moved = await Array.fromAsync(below(tenantId, REDIRECT, ['SK', 'to']));
      const names = await presentNames(table, tenantId, moved);
      return moved.flatMap(({ SK, to }) => {
        const present = names.get(to as string);
        return present ? [{ from: (SK as string).slice(REDIRECT.length), to: present }] : [];
      });
    },
    documents: (tenantId) => documents(below(tenantId, 'P', ['PK', 'SK', 'parts', 'text']), table),
    async recent(limit) {
      const { items } = await recentWorks(table, limit, null, '');
      return items as unknown as Awaited<ReturnType<PublicContent['recent']>>;
    },
    async *portfolios() {
      for await (const { card } of shardedItems(table, PORTFOLIOS))
        yield card as PortfolioCard & { tenantId: string };
    },
    async *tenants() {
      for (const shards of EVERYBODY)
        for await (const item of shardedItems(table, shards)) yield tenantOf(item);
    },
    async tenantPage(after) {
      const [, list = '0', name = ''] = /^(\d):(.*)$/s.exec(after ?? '0:') ?? [];
      const shards = EVERYBODY[Number(list)];
      if (!shards)
        throw new Error(`A page of tenants goes on from what the one before said. Received: ${after}`);
      const { items, last } = await mergedPage(table, shards, TENANTS_OF_A_PAGE, name === '' ? null : name);
      const behind = Number(list) + 1 < EVERYBODY.length ? `${Number(list) + 1}:` : null;
      return { tenants: items.map(tenantOf), next: last === null ? behind : `${list}:${last}` };
    },
  };
}

async function* shardedItems(table: Table, shards: Parameters<typeof mergedPage>[1]): AsyncIterable<Item> {
  let after: string | null = null;
  do {
    const { items, last }: { items: Item[]; last: string | null } = await mergedPage(
      table,
      shards,
      PAGE_OF_SHARDS,
      after,
    );
    yield* items;
    after = last;
  } while (after !== null);
}

/** Addresses, below the portfolio, of what is public under these ids. */
async function presentNames(table: Table, tenantId: string, moved: Item[]): Promise<Map<string, string>> {
  const ids = [...new Set(moved.map(({ to }) => to as string))];
  const pointers = await table.batchGet(ids.map((id) => publicKey(tenantId, publicIdSk(id))));
  return new Map(
    pointers.map(({ SK, at }) => [
      (SK as string).slice(publicIdSk('').length),
      (at as string).startsWith('PAGE#')
        ? `pages/${(at as string).slice('PAGE#'.length)}`
        : (at as string).slice('PROJECT#'.length),
    ]),
  );
}

/** The text of a public document as it is now, or null. Read again when it is replaced meanwhile. */
async function presentText(table: Table, key: Key): Promise<string | null> {
  for (let left = ATTEMPTS; ; left -= 1) {
    const head = await table.get(key, CONSISTENT);
    if (!head) return null;
    try {
      return await readPublicText(table, head);
    } catch (error) {
      if (!(error instanceof Replaced) || left === 1) throw error;
    }
  }
}

/** Documents of a partition in one pass: a head is followed by its further pieces. */
async function* documents(items: AsyncIterable<Item>, table: Table): AsyncIterable<DocumentText> {
  for await (const item of items) {
    const SK = item.SK as string;
    // Heads have one name; further pieces have a generation and a number behind it. The profile is the tenant's own.
    if (SK === PROFILE || SK.split('#').length > 2) continue;
    const single = (item.parts as number) < 2;
    const text = single ? (item.text as string) : await presentText(table, { PK: item.PK as string, SK });
    // Null when it was taken down since it was listed.
    if (text !== null) yield { kind: SK.startsWith(publicProjectSk('')) ? 'project' : 'page', text };
  }
}

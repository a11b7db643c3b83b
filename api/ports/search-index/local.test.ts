/** What the local twin does beyond the contract: its files, several processes, and sizes at which it measures less. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentOf, titles } from './fixture.testing.ts';
import { seeded } from './order.testing.ts';
import { createSigns } from './local-signs.ts';
import { editDistance } from './edit-distance.ts';
import { createLocalSearchIndex } from './local.ts';
import type { SearchAnswer, SearchDocument, SearchIndex, SearchQuery } from './port.ts';

let dir: string;
const open: SearchIndex[] = [];
const opened = async (): Promise<SearchIndex> => {
  const index = await createLocalSearchIndex({ dir });
  open.push(index);
  return index;
};
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'search-index-'));
});
afterEach(async () => {
  for (const index of open.splice(0)) await index.close();
  rmSync(dir, { recursive: true, force: true });
});

const search = (index: SearchIndex, query: Partial<SearchQuery>) =>
  index.search({ scope: 'public' }, { mode: 'text', limit: 20, ...query });
const put = (index: SearchIndex, ...documents: SearchDocument[]) =>
  index.apply(
    'public',
    documents.map((document) => ({ document })),
  );
const keys = ({ hits }: SearchAnswer): string[] => hits.map(({ docKey }) => docKey);
const unit = (degrees: number) => ({
  model: 'plane@1',
  values: Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)),
});

describe('files', () => {
  it('keep everything when the index is closed and opened again', async () => {
    const first = await opened();
    const document = documentOf('t', 'Kept');
    await put(first, document);
    await first.setVectors('public', [{ ...document, text: unit(0) }]);
    await first.close();

    const again = await opened();

    expect(titles(await search(again, { text: 'kept' }))).toEqual(['Kept']);
    expect((await search(again, { mode: 'semantic', text: 'x', vector: unit(0) })).without).toBeUndefined();
  });

  it('are one a scope after a rebuild, the first included', async () => {
    const index = await opened();
    for (const title of ['First', 'Second']) {
      const rebuild = await index.rebuild('public');
      await rebuild.apply([{ document: documentOf('t', title) }]);
      await rebuild.finish();
    }

    expect(titles(await search(index, {}))).toEqual(['Second']);
    const { use } = JSON.parse(readFileSync(join(dir, 'public.json'), 'utf8')) as { use: string };
    expect(readdirSync(dir).filter((name) => /^public-\d+\.sqlite$/.test(name))).toEqual([use]);
  });

  it('with tables of another kind are emptied, to be filled again', async () => {
    const first = await opened();
    await put(first, documentOf('t', 'Before'));
    const { use } = JSON.parse(readFileSync(join(dir, 'public.json'), 'utf8')) as { use: string };
    await first.close();
    const database = new DatabaseSync(join(dir, use));
    database.exec('PRAGMA user_version = 0; CREATE TABLE other (id INTEGER)');
    database.close();

    const again = await opened();

    expect(titles(await search(again, {}))).toEqual([]);
    await put(again, documentOf('t', 'After'));
    expect(titles(await search(again, { text: 'after' }))).toEqual(['After']);
  });

  it('of a rebuild whose process is gone are dropped', async () => {
    const first = await opened();
    await put(first, documentOf('t', 'Standing'));
    const { use } = JSON.parse(readFileSync(join(dir, 'public.json'), 'utf8')) as { use: string };
    // Above what Linux gives to processes.
    const filling = { file: 'public-7.sqlite', pid: 2 ** 22 + 1 };
    writeFileSync(join(dir, 'public-7.sqlite'), '');
    writeFileSync(join(dir, 'public.json'), JSON.stringify({ use, filling }));

    const again = await opened();

    expect(titles(await search(again, {}))).toEqual(['Standing']);
    expect(readdirSync(dir)).not.toContain('public-7.sqlite');
  });
});

describe('several that have the folder open', () => {
  it('see what the others write, vectors included, and follow a rebuild', async () => {
    const [one, other] = [await opened(), await opened()];
    const document = documentOf('t', 'Written by one');
    await put(one, document);
    expect(titles(await search(other, { text: 'written' }))).toEqual(['Written by one']);
    await other.setVectors('public', [{ ...document, text: unit(0) }]);
    const second = documentOf('t', 'Written by the other');
    await put(other, second);
    const near = { mode: 'semantic', text: 'x', vector: unit(40) } as const;
    expect(titles(await search(one, near))).toEqual(['Written by one']);
    await other.setVectors('public', [{ ...second, text: unit(30) }]);
    expect(titles(await search(one, near))).toEqual(['Written by the other', 'Written by one']);

    const rebuild = await other.rebuild('public');
    await put(one, documentOf('t', 'Meanwhile'));
    await rebuild.finish();

    expect(titles(await search(one, {}))).toEqual(['Meanwhile']);
  });

  it('end a rebuild that another took over', async () => {
    const [one, other] = [await opened(), await opened()];
    const first = await one.rebuild('public');
    const second = await other.rebuild('public');

    await expect(first.apply([{ document: documentOf('t', 'Late') }])).rejects.toThrow('begin again');
    await second.apply([{ document: documentOf('t', 'Right') }]);
    await second.finish();

    expect(titles(await search(one, {}))).toEqual(['Right']);
  });
});

describe('sizes', () => {
  const many = 2_600;

  it('beyond what is ranked: titles come first, all are counted, a thousand can be reached', async () => {
    const index = await opened();
    await put(
      index,
      ...Array.from({ length: many }, (_, at) =>
        documentOf('t', at % 100 === 7 ? `Harbour ${at}` : `Leaf ${at}`, { summary: 'In the harbour.' }),
      ),
    );

    const first = await search(index, { text: 'harbour', facets: ['kind'] });
    expect(titles(first).every((title) => title.startsWith('Harbour'))).toBe(true);
    expect(first.total).toEqual({ count: many, atLeast: false });
    expect(first.facets.kind).toEqual([{ value: 'work', count: many }]);
    const seen = new Set<string>();
    let pages = 0;
    for (let after: string | undefined; ; pages += 1) {
      const page = await search(index, { text: 'harbour', limit: 100, ...(after ? { after } : {}) });
      for (const { docKey } of page.hits) seen.add(docKey);
      after = page.next;
      if (!after) break;
    }
    expect([seen.size, pages + 1]).toEqual([1_000, 10]);
  });

  it('at which vectors are compared by their signs first: nearly all of the nearest are found', async () => {
    const index = await opened();
    const random = seeded(1);
    const vector = () => ({
      model: 'random@1',
      values: Float32Array.from({ length: 256 }, () => random() - 0.5),
    });
    const documents = Array.from({ length: many }, (_, at) =>
      documentOf('t', `Leaf ${at}`, { tags: at % 2 === 0 ? ['even'] : [] }),
    );
    const vectors = documents.map(vector);
    await put(index, ...documents);
    await index.setVectors(
      'public',
      documents.map((document, at) => ({ ...document, text: vectors[at]! })),
    );
    const nearestTo = (wanted: Float32Array, every: number): string[] => {
      const cosine = (values: Float32Array): number =>
        values.reduce((sum, value, at) => sum + value * wanted[at]!, 0) / Math.hypot(...values);
      return documents
        .map(({ docKey }, at) => ({ docKey, at, near: cosine(vectors[at]!.values) }))
        .filter(({ at }) => at % every === 0)
        .sort((a, b) => b.near - a.near)
        .slice(0, 10)
        .map(({ docKey }) => docKey);
    };

    const found = { all: 0, even: 0 };
    const rounds = 20;
    for (let round = 0; round < rounds; round += 1) {
      const wanted = vector();
      const query = { mode: 'semantic', text: 'x', vector: wanted, limit: 10 } as const;
      const all = nearestTo(wanted.values, 1);
      const even = nearestTo(wanted.values, 2);
      found.all += keys(await search(index, query)).filter((key) => all.includes(key)).length;
      const narrowed = await search(index, { ...query, filters: { tags: ['even'] } });
      found.even += keys(narrowed).filter((key) => even.includes(key)).length;
    }

    expect(found.all / (rounds * 10)).toBeGreaterThanOrEqual(0.95);
    expect(found.even / (rounds * 10)).toBeGreaterThanOrEqual(0.95);
  });
});

it('signs know what was set and dropped', () => {
  const signs = createSigns(3);
  signs.set(1, 'a', Int8Array.of(1, 1, 1));
  signs.set(2, 'b', Int8Array.of(1, 1, -1));
  signs.set(3, 'b', Int8Array.of(-1, -1, -1));
  const wanted = Int8Array.of(1, 1, 1);

  expect(signs.nearest(wanted, 3)).toEqual([1, 2, 3]);
  expect(signs.nearest(wanted, 3, { tenantId: 'b' })).toEqual([2, 3]);
  expect(signs.nearest(wanted, 3, { tenantId: 'c' })).toEqual([]);
  signs.drop(1);
  signs.set(3, 'b', wanted);
  expect(signs.nearest(wanted, 3)).toEqual([3, 2]);
  expect(signs.nearest(wanted, 3, { fits: (id) => id === 2 || id === 9 })).toEqual([2]);
  expect(signs.nearest(wanted, 3, { tenantId: 'b' })).toEqual([3, 2]);
  expect(signs.size).toBe(2);
});

it.each([
  ['harbour', 'harbour', 0],
  ['harbour', 'harbor', 1],
  ['harbour', 'habrour', 1],
  ['harbour', 'xharbour', 1],
  ['harbour', 'harvour', 1],
  ['harbour', 'habor', 2],
  ['harbour', 'pier', 3],
])('between %s and %s are %i mistakes, counted up to 2', (one, other, distance) => {
  expect(editDistance(one, other, 2)).toBe(distance);
});

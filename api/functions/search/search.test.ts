import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchIndex } from '../../ports/search-index/port.ts';
import type { SearchResult } from '../../types.gen.ts';
import { createSearch, type SearchError, type SearchPorts } from './search.ts';
import { ADA, BEN, asking, at, filledIndex, items, table, titles, type Asking } from './search.testing.ts';

let index: SearchIndex;
let ports: Asking['ports'];
let search: Asking['search'];
let mine: Asking['mine'];
beforeAll(async () => {
  index = await filledIndex();
  ({ ports, search, mine } = asking(index));
});
afterAll(() => index.close());

describe('search in public', () => {
  it('answers what is public and listed now, and nothing that the index alone still knows', async () => {
    const { items: found } = await search({ text: 'wave', mode: 'TEXT' });

    expect(found.map(({ path, title }) => [path, title]).sort()).toEqual([
      ['/@ada/', 'Ada'],
      ['/@ada/great-wave/', 'The Great Wave'],
      ['/@ada/pages/about/wave/', 'On waves'],
    ]);
  });

  it('shows works as they stand: whose they are, and where their pictures are read', async () => {
    const { items: found } = await search({ text: 'great', kind: ['WORK'] });

    expect(found).toMatchObject([
      {
        kind: 'WORK',
        id: 'W1',
        handle: 'ada',
        artist: 'Ada',
        slug: 'great-wave',
        medium: 'Woodcut',
        cover: { variants: [{ url: 'https://media.example.org/media/p/x.webp' }] },
        publishedAt: at,
      },
    ]);
  });

  it('marks the words in their field', async () => {
    const { items: found } = await search({ text: 'great', kind: ['WORK'] });

    expect(found[0]?.highlights).toEqual([
      {
        field: 'title',
        parts: [
          { text: 'The ', match: false },
          { text: 'Great', match: true },
          { text: ' Wave', match: false },
        ],
      },
    ]);
  });

  it('shows no marks in a text that was published anew since', async () => {
    const changed = items.map((item) =>
      item.entityId === 'W1' ? { ...item, generation: 'W1.0000000002.A' } : item,
    );
    const batchGet: SearchPorts['table']['batchGet'] = async (keys) =>
      changed.filter((item) => keys.some(({ PK, SK }) => item.PK === PK && item.SK === SK));

    const { items: found } = await search(
      { text: 'great', kind: ['WORK'] },
      { table: { ...table, batchGet } },
    );

    expect(found).toMatchObject([{ title: 'The Great Wave', highlights: [] }]);
  });

  it('narrows by what is asked, and counts facets by the names that filters take', async () => {
    const { items: found, facets } = await search({ medium: ['woodcut'], kind: ['WORK'], facets: true });

    expect(found.map(({ id }) => id)).toEqual(['W1']);
    expect(facets).toEqual([
      { name: 'kind', values: expect.arrayContaining([{ value: 'WORK', count: 1 }]) as unknown },
      { name: 'medium', values: [{ value: 'Woodcut', count: 1 }] },
    ]);
  });

  it('looks in one portfolio by its handle, and refuses one that nobody has', async () => {
    expect(titles(await search({ text: 'wave', handle: 'ada' }))).toContain('The Great Wave');
    expect(await search({ text: 'wave', handle: 'nobody' })).toMatchObject({
      error: { type: 'NotFound', info: { field: 'handle', received: 'nobody' } },
    });
  });

  it('suggests titles that are public now', async () => {
    const suggested = await createSearch(ports())({ action: 'suggest', arguments: { text: 'wav' } });

    expect(suggested).toEqual({
      items: expect.arrayContaining([
        { text: 'The Great Wave', kind: 'WORK', path: '/@ada/great-wave/' },
        { text: 'On waves', kind: 'PAGE', path: '/@ada/pages/about/wave/' },
      ]) as unknown,
    });
    expect(JSON.stringify(suggested)).not.toMatch(/moved|taken|Ben/);
  });
});

describe("search in a tenant's own", () => {
  it('finds drafts and logs as they stand, nothing deleted, and nothing of others', async () => {
    const result = await mine(ADA, { text: 'wave' });

    expect(titles(result)).toEqual(['Cut the wave.', 'The Great Wave, second state']);
    expect(result.items.find(({ kind }) => kind === 'LOG_ENTRY')).toMatchObject({
      id: 'L1',
      projectId: 'W1',
    });
    expect(titles(await mine(BEN, { text: 'wave' }))).toEqual(["Ben's wave"]);
  });

  it('reads again from the tenant alone, whatever an index answers', async () => {
    const lying: SearchPorts['index'] = {
      ...index,
      search: () =>
        index.search({ scope: 'tenant', tenantId: BEN }, { mode: 'text', text: 'wave', limit: 9 }),
    };

    const result = await createSearch(ports({ index: lying }))({
      action: 'searchMine',
      arguments: { text: 'wave' },
      tenantId: ADA,
    });

    expect(result).toMatchObject({ items: [] });
  });
});

describe('cursors', () => {
  it('lead through everything once', async () => {
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const result: SearchResult & SearchError = await search({
        text: 'wave',
        mode: 'TEXT',
        limit: 2,
        cursor,
      });
      seen.push(...result.items.map(({ path }) => path));
      cursor = result.next;
    } while (cursor);

    expect(seen.sort()).toEqual(['/@ada/', '/@ada/great-wave/', '/@ada/pages/about/wave/']);
  });

  it.each(['', 'x', '%%%', Buffer.from('["a","TEXT","b"]').toString('base64url')])(
    '%j is refused',
    async (cursor) => {
      const { error } = await search({ text: 'wave', cursor: cursor || ' ' });
      expect(error).toMatchObject({ type: 'BadInput', info: { field: 'cursor' } });
    },
  );

  it.each(['SIMILAR', 'IMAGE', 'SEMANTIC'])('with the mode %s forged is refused', async (mode) => {
    const { next } = await search({ text: 'wave', mode: 'HYBRID', limit: 1 });
    const [name, , after] = JSON.parse(Buffer.from(next ?? '', 'base64url').toString()) as string[];
    const cursor = Buffer.from(JSON.stringify([name, mode, after])).toString('base64url');

    const { error } = await search({ text: 'wave', mode: 'HYBRID', limit: 1, cursor });

    expect(error).toMatchObject({ type: 'BadInput', info: { field: 'cursor' } });
  });

  it('of another search, scope or tenant is refused, with what was received', async () => {
    const { next } = await mine(ADA, { text: 'wave', limit: 1 });
    expect(next).toEqual(expect.any(String));

    for (const other of [
      search({ text: 'wave', limit: 1, cursor: next }),
      mine(BEN, { text: 'wave', limit: 1, cursor: next }),
      mine(ADA, { text: 'great', limit: 1, cursor: next }),
    ]) {
      expect(await other).toMatchObject({
        error: { type: 'BadInput', info: { field: 'cursor', received: next?.slice(0, 80) } },
      });
    }
  });
});

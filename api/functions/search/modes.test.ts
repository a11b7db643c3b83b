import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SearchUnavailable, type SearchIndex } from '../../ports/search-index/port.ts';
import { createSearch, type SearchPorts } from './search.ts';
import {
  ADA,
  BEN,
  asking,
  away,
  echoing,
  filledIndex,
  model,
  pictures,
  titles,
  type Asking,
} from './search.testing.ts';

let index: SearchIndex;
let ports: Asking['ports'];
let search: Asking['search'];
let mine: Asking['mine'];
beforeAll(async () => {
  index = await filledIndex();
  ({ ports, search, mine } = asking(index));
});
afterAll(() => index.close());

describe('what a search looks by', () => {
  it.each<[string, object, string, string]>([
    ['neighbours of nothing', { mode: 'SIMILAR' }, 'similarTo', 'nothing'],
    ['the look of nothing', { mode: 'IMAGE' }, 'picture', 'nothing'],
    ['words in a mode that takes none', { text: 'wave', mode: 'IMAGE' }, 'mode', '"IMAGE"'],
    ['a work in a mode of words', { similarTo: 'W1', mode: 'TEXT' }, 'mode', '"TEXT"'],
    ['words and a work', { text: 'wave', similarTo: 'W1' }, 'similarTo', '"W1"'],
    ['years the wrong way round', { yearFrom: 1900, yearTo: 1800 }, 'yearFrom', '1900'],
  ])('refuses %s', async (_, args, field, received) => {
    expect(await search(args)).toMatchObject({ error: { type: 'BadInput', info: { field, received } } });
  });

  it('names both years that contradict each other, and takes a single one', async () => {
    const { error } = await search({ yearFrom: 5, yearTo: -5 });

    expect(error.info.problems).toMatchObject([
      { field: 'yearFrom', received: '5' },
      { field: 'yearTo', received: '-5' },
    ]);
    expect(await search({ yearFrom: 1800, yearTo: 1800 })).not.toHaveProperty('error');
  });

  it("asks for an asset's picture where the tenant's own is searched", async () => {
    expect(await mine(ADA, { mode: 'IMAGE' })).toMatchObject({
      error: { type: 'BadInput', info: { field: 'pictureOf', received: 'nothing' } },
    });
  });

  it.each(['SEMANTIC', 'HYBRID'])('%s without words is a list by date, and says so', async (mode) => {
    const first = await search({ mode, limit: 1 }, { embeddings: async () => model() });
    const next = { mode, limit: 1, cursor: first.next };

    expect(first).toMatchObject({ mode: 'TEXT', notice: expect.stringMatching(/^Without words/) as unknown });
    expect(await search(next, { embeddings: async () => model() })).toMatchObject({
      mode: 'TEXT',
      notice: first.notice,
    });
  });

  it.each<[object, string]>([
    [{ text: 'wave' }, 'HYBRID'],
    [{}, 'TEXT'],
    [{ text: 'wave', mode: 'TEXT' }, 'TEXT'],
  ])('%j is answered as %s', async (args, mode) => {
    expect(await search(args, { index: echoing(), embeddings: async () => model() })).toMatchObject({
      mode,
      notice: null,
    });
  });

  it('hands neighbours to the index by the document of the work', async () => {
    const asked = vi.fn();

    await search({ similarTo: 'W1' }, { index: echoing(asked) });
    await createSearch(ports({ index: echoing(asked) }))({
      action: 'searchMine',
      arguments: { similarTo: 'W1' },
      tenantId: ADA,
    });

    expect(asked.mock.calls).toMatchObject([
      [{ scope: 'public' }, { mode: 'similar', like: 'work#W1' }],
      [
        { scope: 'tenant', tenantId: ADA },
        { mode: 'similar', like: 'project#W1' },
      ],
    ]);
  });

  it('looks by a published picture, and by the smallest size of one of the tenant alone', async () => {
    const asked = vi.fn();
    const assetId = '01JZ5XC7S1T3V5W7X9Y0Z2A4B6';
    const media = pictures({
      [`p/${ADA}/${assetId}/0123456789abcdef-320.webp`]: [1],
      [`d/${ADA}/${assetId}/0123456789abcdef-320.webp`]: [1],
      [`d/${ADA}/${assetId}/0123456789abcdef-960.webp`]: [2, 2],
    });
    const more = { index: echoing(asked), embeddings: async () => model(), media };
    const own = (tenantId: string) =>
      createSearch(ports(more))({ action: 'search', arguments: { pictureOf: assetId }, tenantId });

    await search(
      { picture: `https://media.example.org/media/p/${ADA}/${assetId}/0123456789abcdef-320.webp` },
      more,
    );
    await own(ADA);

    const look = { mode: 'image', image: { model: 'look@1', values: Float32Array.from([1, 0]) } };
    expect(asked.mock.calls.map(([, query]) => query as unknown)).toMatchObject([look, look]);
    expect(await own(BEN)).toMatchObject({ error: { type: 'NotFound', info: { field: 'pictureOf' } } });
  });

  it.each(['https://elsewhere.example/x.webp', '/media/d/A/B/0-1.webp', '/media/p/../../secret'])(
    'reads no picture at %s',
    async (picture) => {
      const read = vi.fn(async () => null);
      const { error } = await search({ picture }, { media: { read, list: async function* () {} } });

      expect(error).toMatchObject({ type: 'NotFound', info: { field: 'picture', received: picture } });
      expect(read).not.toHaveBeenCalled();
    },
  );
});

describe('neighbours of what is not there', () => {
  it.each([
    ['unknown', 'W0'],
    ['taken down', 'W4'],
    ['unlisted', 'W2'],
    ['in an unlisted portfolio', 'W5'],
    ['a draft', 'P9'],
    ['junk', "'; --"],
  ])('are refused in public: %s', async (_, similarTo) => {
    expect(await search({ similarTo })).toMatchObject({
      error: { type: 'NotFound', info: { field: 'similarTo', received: similarTo } },
    });
  });

  it.each([
    ['unknown', 'P0'],
    ["another tenant's", 'P9'],
    ['a log entry', 'W1#LOG#L1'],
  ])("are refused among a tenant's own: %s", async (_, similarTo) => {
    expect(await mine(ADA, { similarTo })).toMatchObject({
      error: { type: 'NotFound', info: { field: 'similarTo', received: similarTo } },
    });
  });

  it('are none of a work that stands alone within the filters', async () => {
    expect(await search({ similarTo: 'W1', medium: ['no such medium'] })).toMatchObject({ items: [] });
  });
});

describe('without vectors', () => {
  const NOTICE = /looked for by words/;

  it.each<[string, Partial<SearchPorts>]>([
    ['the model fails', { embeddings: away }],
    ['the model takes too long', { embeddings: () => new Promise(() => undefined), vectorWaitMs: 1 }],
  ])('words answer and say so when %s', async (_, more) => {
    const result = await search({ text: 'great wave', mode: 'SEMANTIC' }, more);

    expect(result).toMatchObject({ mode: 'TEXT', notice: expect.stringMatching(NOTICE) as unknown });
    expect(titles(result)).toContain('The Great Wave');
  });

  it('words answer when the index has no vectors of the model, and when it is away by vectors', async () => {
    const byVectors: SearchPorts['index'] = {
      ...index,
      search: async (asker, query) => {
        if (query.mode !== 'text') throw new SearchUnavailable('cold');
        return index.search(asker, query);
      },
    };
    for (const more of [{}, { index: byVectors }]) {
      const result = await search({ text: 'great wave' }, { embeddings: async () => model(), ...more });
      expect(result).toMatchObject({ mode: 'TEXT', notice: expect.stringMatching(NOTICE) as unknown });
    }
  });

  it('goes on by words from the page before, also when vectors are back', async () => {
    const first = await search({ text: 'wave', limit: 1 });
    const second = await search(
      { text: 'wave', limit: 1, cursor: first.next },
      { embeddings: async () => model() },
    );

    expect(second).toMatchObject({ mode: 'TEXT', notice: expect.stringMatching(NOTICE) as unknown });
    expect(second.items).not.toEqual(first.items);
  });

  it('an index that is away is an error that says to come back, and is told to the operator', async () => {
    const onError = vi.fn();
    const gone = async () => {
      throw new SearchUnavailable('no connection to 10.0.0.7');
    };

    const result = await search({ text: 'wave' }, { index: { search: gone, suggest: gone }, onError });

    expect(result.error).toMatchObject({ type: 'Unavailable' });
    expect(JSON.stringify(result)).not.toContain('10.0.0.7');
    expect(onError).toHaveBeenCalledOnce();
  });
});

it('what is similar to something without a vector is looked for by its words, says so, and goes on', async () => {
  const first = await search({ similarTo: 'W1', limit: 1 });
  const second = await search({ similarTo: 'W1', limit: 1, cursor: first.next });

  expect(first).toMatchObject({ mode: 'TEXT', notice: expect.stringMatching(/has no vector/) as unknown });
  expect(second.error).toBeUndefined();
});

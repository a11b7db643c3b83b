import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SearchIndex } from '../../ports/search-index/port.ts';
import type { OwnSearchResult } from '../../types.gen.ts';
import { createSearch, type SearchPorts } from './search.ts';
import {
  ADA,
  BEN,
  asking,
  echoing,
  filledIndex,
  model,
  pictures,
  table,
  titles,
  type Asking,
} from './search.testing.ts';

let index: SearchIndex;
let ports: Asking['ports'];
beforeAll(async () => {
  index = await filledIndex();
  ({ ports } = asking(index));
});
afterAll(() => index.close());

describe('a tenant that has switched enrichment off', () => {
  const off: SearchPorts['table'] = {
    ...table,
    get: async (key) => (key.SK === 'ENRICHMENT' ? { ...key, mode: 'OFF' } : table.get(key)),
  };
  const refused = vi.fn(async () => model());
  const own = (action: 'search' | 'searchMine', args: object) =>
    createSearch(ports({ table: off, embeddings: refused }))({ action, arguments: args, tenantId: ADA });

  it('is searched by words, and no word of it goes to a model', async () => {
    const result = await own('searchMine', { text: 'wave' });

    expect(result).toMatchObject({
      mode: 'TEXT',
      notice: expect.stringMatching(/switched enrichment off/) as unknown,
    });
    expect(refused).not.toHaveBeenCalled();
  });

  it.each(['search', 'searchMine'] as const)('has no picture compared by %s', async (action) => {
    const result = await own(action, { pictureOf: '01JZ5XC7S1T3V5W7X9Y0Z2A4B6' });

    expect(result).toMatchObject({
      error: { type: 'EnrichmentOff', info: { field: 'pictureOf', received: '01JZ5XC7S1T3V5W7X9Y0Z2A4B6' } },
    });
    expect(refused).not.toHaveBeenCalled();
  });
});

describe('a published picture', () => {
  const assetId = '01JZ5XC7S1T3V5W7X9Y0Z2A4B6';
  const picture = `/media/p/${ADA}/${assetId}/0123456789abcdef-320.webp`;
  const media = pictures({ [picture.slice('/media/'.length)]: [1] });
  const looking = () => {
    const embedded = vi.fn(model().embedImages);
    const embeddings = async () => ({ ...model(), embedImages: embedded });
    return { embedded, more: { index: echoing(), media, embeddings } };
  };

  it('of a tenant that has switched enrichment off goes to no model, whoever asks', async () => {
    const { embedded, more } = looking();
    const off: SearchPorts['table'] = {
      ...table,
      get: async (key) =>
        key.SK === 'ENRICHMENT' && key.PK === `TENANT#${ADA}` ? { ...key, mode: 'OFF' } : table.get(key),
    };
    const ask = (tenantId: string | null) =>
      createSearch(ports({ ...more, table: off }))({ action: 'search', arguments: { picture }, tenantId });

    for (const tenantId of [null, ADA, BEN])
      expect(await ask(tenantId)).toMatchObject({
        error: { type: 'EnrichmentOff', info: { field: 'picture', received: picture } },
      });
    expect(embedded).not.toHaveBeenCalled();
  });

  it('that is looked for again is not sent again', async () => {
    const { embedded, more } = looking();
    const ask = createSearch(ports(more));

    for (const _ of [1, 2, 3])
      expect(await ask({ action: 'search', arguments: { picture }, tenantId: null })).toMatchObject({
        mode: 'IMAGE',
      });

    expect(embedded).toHaveBeenCalledOnce();
  });
});

describe('a tenant at its limit of the month', () => {
  const now = () => Date.UTC(2026, 4, 16);
  it.each<[string, object, object]>([
    ['that allows no tokens', { monthlyTokens: 0 }, {}],
    ['of tokens', { monthlyTokens: 5 }, { tokens: 5 }],
    ['of money', { monthlyMicroUsd: 7 }, { microUsd: 8 }],
  ])('%s is searched by words, and no word goes to a model', async (_, limits, used) => {
    const refused = vi.fn(async () => model());
    const spent: SearchPorts['table'] = {
      ...table,
      get: async (key) =>
        key.SK === 'ENRICHMENT'
          ? { ...key, ...limits }
          : key.SK === 'USAGE#2026-05'
            ? { ...key, ...used }
            : table.get(key),
    };
    const ask = (args: object) =>
      createSearch(ports({ table: spent, embeddings: refused, now }))({
        action: 'searchMine',
        arguments: args,
        tenantId: ADA,
      });

    const result = await ask({ text: 'wave', mode: 'SEMANTIC' });

    expect(result).toMatchObject({
      mode: 'TEXT',
      notice: expect.stringMatching(/limit of enrichment/) as unknown,
    });
    expect(titles(result as OwnSearchResult)).toContain('The Great Wave, second state');
    expect(await ask({ pictureOf: '01JZ5XC7S1T3V5W7X9Y0Z2A4B6' })).toHaveProperty('error');
    expect(refused).not.toHaveBeenCalled();
  });
});

describe('what the vector of a query costs', () => {
  const dear = async () => {
    const usage = { inputTokens: 3, outputTokens: 0, microUsd: 4 };
    return { ...model(), embedTexts: async () => ({ vectors: [Float32Array.from([1, 0])], usage }) };
  };
  const asked = async (action: 'search' | 'searchMine', transact: SearchPorts['table']['transact']) => {
    const now = () => Date.UTC(2026, 4, 16);
    const run = createSearch(
      ports({ index: echoing(), table: { ...table, transact }, embeddings: dear, now }),
    );
    const ask = () => run({ action, arguments: { text: 'wave' }, tenantId: ADA });
    return [await ask(), await ask()];
  };

  it("is the asking tenant's month's, and words that are remembered cost nothing", async () => {
    const transact = vi.fn(async () => undefined);

    await asked('searchMine', transact);

    expect(transact.mock.calls).toEqual([
      [
        [
          {
            update: { PK: `TENANT#${ADA}`, SK: 'USAGE#2026-05' },
            set: { expression: 'ADD microUsd :microUsd', values: { ':microUsd': 4 } },
          },
        ],
      ],
    ]);
  });

  it("is no tenant's where what is public is searched", async () => {
    const transact = vi.fn(async () => undefined);

    await asked('search', transact);

    expect(transact).not.toHaveBeenCalled();
  });

  it('stops no search where it cannot be counted', async () => {
    const [answer] = await asked('searchMine', () => Promise.reject(new Error('no table')));

    expect(answer).toMatchObject({ notice: null });
  });
});

import { describe, expect, test } from 'vitest';
import type { ChangeEvent, Entity } from '../../events.ts';
import { ModelRefusal, ModelUnavailable, type Embeddings } from '../../ports/embeddings/port.ts';
import type { Applied, Change, VectorChange } from '../../ports/search-index/port.ts';
import { TransactionCancelled, type Item, type Write } from '../../ports/table/port.ts';
import { createEmbed, type EmbedPorts } from './embed.ts';

const T = 'T1';
const own = (SK: string, fields: Item): Item => ({
  ...{ PK: `TENANT#${T}`, SK, tenantId: T, version: 1, updatedAt: '2026-01-01T00:00:00.000Z' },
  ...fields,
});
const draft = (id: string, fields: Item = {}): Item =>
  own(`PROJECT#${id}`, { entity: 'project', id, title: `Draft ${id}`, ...fields });
const settings = (mode: string): Item => own('ENRICHMENT', { mode });
const event = (entity: Entity, entityId: string, fields: Partial<ChangeEvent> = {}): ChangeEvent => ({
  ...{
    id: `${entityId}#1`,
    type: `${entity}.updated`,
    tenantId: T,
    entity,
    entityId,
    version: 1,
    changed: [],
    at: '',
  },
  ...fields,
});

/** Everything that embedding works with, and what it did. */
function workshop(items: Item[], answer: (text: string) => number = () => 1, microUsd = 0) {
  const calls: string[][] = [];
  const set: VectorChange[] = [];
  const applied: Change[] = [];
  const kept = new Map<string, unknown>();
  const standing: { missing: boolean } = { missing: false };
  const vector = (value: number): Float32Array => Float32Array.of(value, 0);
  const embeddings: Embeddings = {
    text: { id: 'words@1', dimensions: 2, languages: ['en'], maxCharacters: 100 },
    image: { id: 'look@1', dimensions: 2, maxCharacters: 0 },
    embedTexts: async (texts) => {
      calls.push([...texts]);
      return {
        vectors: texts.map((text) => vector(answer(text))),
        usage: { inputTokens: 0, outputTokens: 0, microUsd },
      };
    },
    embedImages: async (images) => ({
      vectors: images.map(([byte = 0]) => vector(byte)),
      usage: { inputTokens: 0, outputTokens: 0, microUsd: 0 },
    }),
    close: () => Promise.resolve(),
  };
  const ports: EmbedPorts = {
    table: {
      get: async ({ PK, SK }) => items.find((item) => item.PK === PK && item.SK === SK) ?? null,
      batchGet: async (keys) =>
        items.filter((item) => keys.some(({ PK, SK }) => item.PK === PK && item.SK === SK)),
      transact: async (writes) => {
        for (const write of writes as Array<Extract<Write, { update: unknown }>>) {
          const { update: key, set, if: within } = write;
          let item = items.find((other) => other.PK === key.PK && other.SK === key.SK);
          if (!item) items.push((item = { ...key, microUsd: 0 }));
          const used = item.microUsd as number;
          if (used > Number(within?.values?.[':roomMicroUsd'] ?? Infinity))
            throw new TransactionCancelled([true], [item]);
          item.microUsd = used + (set.values?.[':microUsd'] as number);
        }
      },
      async *query({ condition }) {
        yield* items.filter(({ PK }) => PK === condition.values?.[':pk']);
      },
    },
    content: {
      tenant: () => Promise.resolve(null),
      project: () => Promise.resolve(null),
      page: () => Promise.resolve(null),
      async *documents() {},
    },
    media: {
      read: async (key) => ({
        bytes: Uint8Array.of(key.length),
        ...{ contentType: 'image/webp', cacheControl: '', size: 1, etag: '', lastModified: new Date(0) },
      }),
    },
    embeddings: () => Promise.resolve(embeddings),
    now: () => Date.UTC(2026, 1, 3),
    maximumMicroUsdPerToken: microUsd === 0 ? 0 : 0.25,
    results: {
      read: async (tenantId, name) => kept.get(`${tenantId} ${name}`) ?? null,
      write: async (tenantId, name, value) => void kept.set(`${tenantId} ${name}`, value),
    },
    index: {
      apply: async (_scope, changes) => {
        applied.push(...changes);
        standing.missing = false;
        return changes.map(() => 'applied' as const);
      },
      setVectors: async (_scope, changes) => {
        if (standing.missing) return changes.map((): Applied => 'stale');
        set.push(...changes);
        return changes.map((): Applied => 'applied');
      },
    },
  };
  return { embed: createEmbed(ports), calls, set, applied, standing, embeddings };
}

const words = (value: number) => ({ model: 'words@1', values: Float32Array.of(value, 0) });
const identity = (docKey: string, version = 2 ** 20) => ({ docKey, tenantId: T, version });

describe('embedding', () => {
  test('sets the meaning of a text for the version that it was computed from', async () => {
    const { embed, set, calls } = workshop([draft('A', { version: 3 })]);

    await embed([event('project', 'A')]);

    expect(calls).toEqual([['Draft A']]);
    expect(set).toEqual([{ ...identity('project#A', 3 * 2 ** 20), text: words(1), image: null }]);
  });

  test('sets the look of a picture from its smallest size that says enough', async () => {
    const key = (width: number) => ({ key: 'k'.repeat(width / 10), width });
    const { embed, set } = workshop([
      own('PROJECT#A#ASSET#B', { entity: 'asset', id: 'B', projectId: 'A', fileName: 'b.jpg' }),
      own('PROJECT#A#ASSET#B#DERIVED', {
        ...{ entity: 'derived', id: 'B', projectId: 'A', revision: 1 },
        variants: [key(640), key(320), key(80)],
      }),
    ]);

    await embed([event('derived', 'B', { projectId: 'A' })]);

    expect(set).toEqual([
      {
        ...identity('asset#B', 2 ** 20 + 1),
        text: words(1),
        image: { model: 'look@1', values: Float32Array.of(32, 0) },
      },
    ]);
  });

  test('gives no vector to a text in a language that the model does not read', async () => {
    const { embed, set, calls } = workshop([draft('A', { language: 'nl' })]);

    await embed([event('project', 'A')]);

    expect(calls).toEqual([]);
    expect(set).toEqual([{ ...identity('project#A'), text: null, image: null }]);
  });

  test('sends nothing of a tenant with enrichment off to a model, and takes out what stands', async () => {
    const { embed, set, calls } = workshop([settings('OFF'), draft('A')]);

    await embed([event('project', 'A')]);

    expect(calls).toEqual([]);
    expect(set).toEqual([{ ...identity('project#A'), text: null, image: null }]);
  });

  test.each([
    { mode: 'OFF', text: null },
    { mode: 'ON_REQUEST', text: words(1) },
  ])('follows the choice of $mode for everything of the tenant', async ({ mode, text }) => {
    const { embed, set } = workshop([settings(mode), draft('A'), draft('B')]);

    await embed([event('enrichmentSettings', T)]);

    expect(set).toEqual([
      { ...identity('project#A'), text, image: null },
      { ...identity('project#B'), text, image: null },
    ]);
  });

  test('asks the model once for the same text of the same tenant', async () => {
    const { embed, set, calls } = workshop([draft('A')]);

    await embed([event('project', 'A')]);
    await embed([event('project', 'A')]);

    expect(calls).toHaveLength(1);
    expect(set[1]).toEqual(set[0]);
  });

  test('fails while the model is away, so that the events come again', async () => {
    const { embed, set } = workshop([draft('A')], () => {
      throw new ModelUnavailable('away');
    });

    await expect(embed([event('project', 'A')])).rejects.toThrow(ModelUnavailable);
    expect(set).toEqual([]);
  });

  test('leaves a text without a vector that the model does not take, and the others theirs', async () => {
    const { embed, set } = workshop([draft('A'), draft('B')], (text) => {
      if (text === 'Draft A') throw new ModelRefusal('no');
      return 2;
    });

    await embed([event('project', 'A'), event('project', 'B')]);

    expect(set.map(({ docKey, text }) => [docKey, text])).toEqual([
      ['project#A', null],
      ['project#B', words(2)],
    ]);
  });

  test('puts the document first where the index does not hold that version yet', async () => {
    const { embed, set, applied, standing } = workshop([draft('A')]);
    standing.missing = true;

    await embed([event('project', 'A')]);

    expect(applied).toMatchObject([{ document: { docKey: 'project#A', version: 2 ** 20 } }]);
    expect(set).toHaveLength(1);
  });

  test('counts what it costs with the month, and ends at the limit', async () => {
    const limit = own('ENRICHMENT', { mode: 'ON_REQUEST', monthlyMicroUsd: 10 });
    const items = [limit, draft('A'), draft('B'), draft('C')];
    const { embed, set } = workshop(items, () => 1, 5.5);

    await embed([event('project', 'A')]);
    await embed([event('project', 'B')]);
    await embed([event('project', 'C')]);

    expect(items.at(-1)).toMatchObject({ SK: 'USAGE#2026-02', microUsd: 12 });
    expect(set.map(({ docKey }) => docKey)).toEqual(['project#A', 'project#B']);
  });

  test('asks the model no more than the month allows, whatever is embedded side by side', async () => {
    const limit = own('ENRICHMENT', { mode: 'ON_REQUEST', monthlyMicroUsd: 10 });
    const drafts = Array.from({ length: 12 }, (_, at) => draft(`A${at}`));
    const items = [limit, ...drafts];
    const { embed, calls } = workshop(items, () => 1, 1);

    await Promise.all(drafts.map(({ id }) => embed([event('project', id as string)])));

    expect(calls.length).toBeGreaterThan(0);
    expect(calls.length).toBeLessThanOrEqual(10);
    expect(items.at(-1)).toMatchObject({ microUsd: calls.length });
  });

  test('counts what a failed call cost', async () => {
    const items = [draft('A')];
    const { embed } = workshop(
      items,
      () => {
        throw Object.assign(new ModelUnavailable('cut'), {
          usage: { inputTokens: 9, outputTokens: 0, microUsd: 7 },
        });
      },
      1,
    );

    await expect(embed([event('project', 'A')])).rejects.toThrow('cut');

    expect(items.at(-1)).toMatchObject({ SK: 'USAGE#2026-02', microUsd: 7 });
  });

  test('does nothing about what is gone', async () => {
    const { embed, set, calls } = workshop([draft('A', { deletedAt: '2026' })]);

    await embed([event('project', 'A'), event('project', 'B')]);

    expect([set, calls]).toEqual([[], []]);
  });
});

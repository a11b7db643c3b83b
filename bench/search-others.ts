/** MiniSearch and Orama with the same works and words, with their settings as they come but for the fields. */
import { create, insertMultiple, search } from '@orama/orama';
import MiniSearch from 'minisearch';
import type { SearchDocument } from '#api/ports/search-index/port.ts';
import { timed } from './measure.ts';
import { createQueries, mixed } from './search-queries.ts';
import type { Measured } from './search-measured.ts';
import { readWorks } from './search-works.ts';

const FIELDS = ['title', 'altTitles', 'people', 'tags', 'medium', 'summary', 'body', 'context'] as const;
const BATCH = 500;

interface Engine {
  add(works: Array<Record<string, string>>): unknown;
  find(text: string, tolerant: boolean): unknown;
}

/** Fills an engine and asks it. */
async function measure(engine: Engine, most: number): Promise<Measured> {
  const queries = createQueries();
  let works = 0;
  let building = 0;
  let batch: Array<Record<string, string>> = [];
  const flush = async (): Promise<void> => {
    works += batch.length;
    building += await timed(async () => engine.add(batch));
    batch = [];
  };
  for await (const work of readWorks(most)) {
    queries.see(work);
    batch.push(plain(work));
    if (batch.length === BATCH) await flush();
  }
  await flush();
  queries.finish();
  const times = async (texts: string[], tolerant: boolean): Promise<number[]> => {
    for (const text of texts.slice(0, 20)) await engine.find(text, tolerant);
    const samples: number[] = [];
    for (const text of texts) samples.push(await timed(async () => engine.find(text, tolerant)));
    return samples;
  };
  return {
    works,
    facts: [
      { name: 'build, words', value: building / 1000, unit: 's' },
      { name: 'memory after building', value: process.memoryUsage().rss / 1e6, unit: 'MB' },
    ],
    samples: {
      text: await times(mixed(queries), false),
      'text, mistyped': await times(queries.mistyped, true),
    },
  };
}

const plain = (work: SearchDocument): Record<string, string> => ({
  id: work.docKey,
  ...Object.fromEntries(FIELDS.map((field) => [field, [work[field] ?? []].flat().join(' ')])),
});

/** MiniSearch keeps the titles; mistyped words by its `fuzzy` of a fifth of the letters. */
export function measureMiniSearch(most: number): Promise<Measured> {
  const index = new MiniSearch<Record<string, string>>({ fields: [...FIELDS], storeFields: ['title'] });
  return measure(
    {
      add: (works) => index.addAll(works),
      find: (text, tolerant) => index.search(text, tolerant ? { fuzzy: 0.2 } : {}).slice(0, 20),
    },
    most,
  );
}

/** Orama keeps the documents; mistyped words by its `tolerance` of one letter. */
export function measureOrama(most: number): Promise<Measured> {
  const schema = Object.fromEntries(FIELDS.map((field) => [field, 'string' as const]));
  const index = create({ schema });
  return measure(
    {
      add: (works) => insertMultiple(index, works, BATCH),
      find: (term, tolerant) => search(index, { term, limit: 20, ...(tolerant ? { tolerance: 1 } : {}) }),
    },
    most,
  );
}

/** The local search index at scale. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalSearchIndex } from '#api/ports/search-index/local.ts';
import {
  FACETS,
  type Asker,
  type Scope,
  type SearchDocument,
  type SearchIndex,
  type SearchQuery,
} from '#api/ports/search-index/port.ts';
import { timed } from './measure.ts';
import { createQueries, mixed, pairOf, type Queries } from './search-queries.ts';
import type { Measured } from './search-measured.ts';
import { readWorks, syntheticVector } from './search-works.ts';

const BATCH = 500;
const LOOK = 'synthetic-look@1';
/** Progress is told every so many works. */
const TOLD = 20_000;

/** Fills one scope and asks it; in the tenant scope each artist is a tenant. */
export async function measureLocal(scope: Scope, most: number): Promise<Measured> {
  const dir = mkdtempSync(join(tmpdir(), 'artissist-bench-'));
  const index = await createLocalSearchIndex({ dir });
  try {
    const queries = createQueries();
    const { works, seconds, vectorSeconds } = await fill(index, scope, most, queries);
    const built = process.memoryUsage().rss;
    const size = readdirSync(dir).reduce((sum, name) => sum + statSync(join(dir, name)).size, 0);
    const samples = scope === 'public' ? await askPublic(index, queries) : await askTenant(index, queries);
    return {
      works,
      facts: [
        { name: 'build, words', value: seconds, unit: 's' },
        { name: 'build, vectors', value: vectorSeconds, unit: 's' },
        { name: 'index on disk', value: size / 1e6, unit: 'MB' },
        { name: 'memory after building', value: built / 1e6, unit: 'MB' },
      ],
      samples,
    };
  } finally {
    await index.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function fill(
  index: SearchIndex,
  scope: Scope,
  most: number,
  queries: ReturnType<typeof createQueries>,
) {
  const rebuild = await index.rebuild(scope);
  let works = 0;
  let words = 0;
  let vectors = 0;
  let batch: SearchDocument[] = [];
  const flush = async (): Promise<void> => {
    words += await timed(() => rebuild.apply(batch.map((document) => ({ document }))));
    const described = batch.map(({ docKey, tenantId, version }, at) => ({
      docKey,
      tenantId,
      version,
      text: syntheticVector(works + at),
      // Pictures where words are public: each side of vectors costs alike.
      ...(scope === 'public' ? { image: syntheticVector(works + at + 7, LOOK) } : {}),
    }));
    vectors += await timed(() => rebuild.setVectors(described));
    works += batch.length;
    batch = [];
    if (works % TOLD === 0) {
      const rate = Math.round(works / ((words + vectors) / 1000));
      process.stderr.write(`  ${works} works in the ${scope} index, ${rate} a second\n`);
    }
  };
  for await (const work of readWorks(most)) {
    queries.see(work);
    batch.push(work);
    if (batch.length === BATCH) await flush();
  }
  await flush();
  queries.finish();
  words += await timed(() => rebuild.finish());
  return { works, seconds: words / 1000, vectorSeconds: vectors / 1000 };
}

type Samples = Record<string, number[]>;

/** Times a query for each text, after some that are not counted. */
async function times<Of>(
  all: readonly Of[],
  ask: (one: Of, at: number) => Promise<unknown>,
): Promise<number[]> {
  for (const [at, one] of all.slice(0, 20).entries()) await ask(one, at);
  const samples: number[] = [];
  for (const [at, one] of all.entries()) samples.push(await timed(() => ask(one, at)));
  return samples;
}

async function askPublic(index: SearchIndex, queries: Queries): Promise<Samples> {
  const everyone: Asker = { scope: 'public' };
  const texts = mixed(queries);
  const { works } = queries;
  const ask = (query: Partial<SearchQuery>) => index.search(everyone, { mode: 'text', limit: 20, ...query });
  const work = (at: number): SearchDocument => works[at % works.length]!;
  const narrowed = (filters: (work: SearchDocument) => SearchQuery['filters']) =>
    times(texts, (text, at) => ask({ text, filters: filters(work(at)) ?? {} }));
  return {
    'text, titles': await times(queries.titles, (text) => ask({ text })),
    'text, people': await times(queries.people, (text) => ask({ text })),
    'text, tags': await times(queries.tags, (text) => ask({ text })),
    text: await times(texts, (text) => ask({ text })),
    'text, frequent words': await times(queries.frequent, (text) => ask({ text })),
    'text, mistyped': await times(queries.mistyped, (text) => ask({ text })),
    'text, all facets': await times(texts, (text) => ask({ text, facets: FACETS })),
    'text, one portfolio': await narrowed(({ tenantId }) => ({ tenantId })),
    'text, kind': await narrowed(() => ({ kinds: ['work'] })),
    'text, medium': await narrowed(({ medium }) => (medium ? { medium: [medium] } : {})),
    'text, tag': await narrowed(({ tags }) => (tags ? { tags: tags.slice(0, 1) } : {})),
    'text, colour': await narrowed(({ colours }) => (colours ? { colours } : {})),
    'text, licence': await narrowed(({ licence }) => (licence ? { licence: [licence] } : {})),
    'text, years': await narrowed(() => ({ yearFrom: 1850, yearTo: 1900 })),
    'latest, no words': await times(texts, () => ask({})),
    suggest: await times(texts, (text) => index.suggest(everyone, text.slice(0, 5), 8)),
    semantic: await times(texts, (text, at) =>
      ask({ mode: 'semantic', text, vector: syntheticVector(at * 31) }),
    ),
    hybrid: await times(texts, (text, at) => ask({ mode: 'hybrid', text, vector: syntheticVector(at * 31) })),
    'hybrid, kind and years': await times(texts, (text, at) =>
      ask({
        mode: 'hybrid',
        text,
        vector: syntheticVector(at * 31),
        filters: { kinds: ['work'], yearFrom: 1850, yearTo: 1900 },
      }),
    ),
    'hybrid, one portfolio': await times(texts, (text, at) =>
      ask({
        mode: 'hybrid',
        text,
        vector: syntheticVector(at * 31),
        filters: { tenantId: work(at).tenantId },
      }),
    ),
    similar: await times(works, ({ docKey }) => ask({ mode: 'similar', like: docKey })),
    image: await times(works, (_, at) => ask({ mode: 'image', image: syntheticVector(at * 31, LOOK) })),
    'update to visible': await times(works, (document, at) =>
      update(index, 'public', everyone, document, at),
    ),
  };
}

async function askTenant(index: SearchIndex, queries: Queries): Promise<Samples> {
  const { works } = queries;
  const own = ({ tenantId }: SearchDocument): Asker => ({ scope: 'tenant', tenantId });
  const ask = (work: SearchDocument, query: Partial<SearchQuery>) =>
    index.search(own(work), { mode: 'text', limit: 20, text: pairOf(work), ...query });
  return {
    'text, own': await times(works, (work) => ask(work, {})),
    'hybrid, own': await times(works, (work, at) =>
      ask(work, { mode: 'hybrid', vector: syntheticVector(at * 31) }),
    ),
    'hybrid, own, all facets': await times(works, (work, at) =>
      ask(work, { mode: 'hybrid', vector: syntheticVector(at * 31), facets: FACETS }),
    ),
    'update to visible, own': await times(works, (work, at) => update(index, 'tenant', own(work), work, at)),
  };
}

/** A title changes, and is asked for until it is found. */
async function update(
  index: SearchIndex,
  scope: Scope,
  asker: Asker,
  work: SearchDocument,
  at: number,
): Promise<void> {
  const text = `updated${String.fromCharCode(97 + (at % 26), 97 + (Math.floor(at / 26) % 26))}`;
  const version = 2 + performance.now();
  await index.apply(scope, [
    { document: { ...work, title: `${text} ${work.title}`, version: Math.ceil(version) } },
  ]);
  for (;;) {
    const { hits } = await index.search(asker, { mode: 'text', text, limit: 100 });
    if (hits.some(({ docKey }) => docKey === work.docKey)) return;
  }
}

/** What is asked for works: our index in its modes, and others with the same documents and fields. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { createLocalSearchIndex } from '#api/ports/search-index/local.ts';
import type {
  SearchAnswer,
  SearchDocument,
  SearchIndex,
  Vector,
  VectorChange,
} from '#api/ports/search-index/port.ts';

/** Ids of works, the best first. */
export type Find = (text: string) => Promise<string[]>;

/** Fields of text, as every engine gets them. */
export const FIELDS = [
  'title',
  'altTitles',
  'people',
  'tags',
  'medium',
  'summary',
  'body',
  'context',
] as const;

/** Fields as plain texts, for engines that know no lists. */
export const plainFields = (document: SearchDocument): Record<string, string> => ({
  id: document.entityId,
  ...Object.fromEntries(FIELDS.map((field) => [field, [document[field] ?? []].flat().join(' ')])),
});

/** Works that are asked for: as many as recall is measured over. */
export const DEPTH = 50;

export type Modes = Record<'text' | 'semantic' | 'hybrid', (text: string) => Promise<SearchAnswer>>;

/** A twin's modes over what is public. Text alone needs no vectors. */
export function modesOf(index: SearchIndex, vectors: ReadonlyMap<string, Vector>): Modes {
  const ask = (mode: keyof Modes) => (text: string) => {
    const vector = mode === 'text' ? undefined : vectors.get(text);
    return index.search({ scope: 'public' }, { mode, text, limit: DEPTH, ...(vector && { vector }) });
  };
  return { text: ask('text'), semantic: ask('semantic'), hybrid: ask('hybrid') };
}

export const idsOf = ({ hits }: SearchAnswer): string[] => hits.map(({ entityId }) => entityId);

/** Changes that are written at once. */
const BATCH = 500;

/** Fills a twin with works and their vectors. */
export async function fill(
  index: SearchIndex,
  documents: readonly SearchDocument[],
  vectors: readonly VectorChange[],
): Promise<void> {
  for (let at = 0; at < documents.length; at += BATCH) {
    const changes = documents.slice(at, at + BATCH).map((document) => ({ document }));
    await index.apply('public', changes);
  }
  for (let at = 0; at < vectors.length; at += BATCH) {
    await index.setVectors('public', vectors.slice(at, at + BATCH));
  }
}

/** The local twin in a folder of its own, for as long as `use` takes. */
export async function withLocalIndex<Result>(use: (index: SearchIndex) => Promise<Result>): Promise<Result> {
  const dir = mkdtempSync(join(tmpdir(), 'artissist-eval-'));
  const index = await createLocalSearchIndex({ dir });
  try {
    return await use(index);
  } finally {
    await index.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** MiniSearch with its settings as they come. */
export function createMiniSearch(documents: readonly SearchDocument[]): Find {
  const index = new MiniSearch<Record<string, string>>({ fields: [...FIELDS] });
  index.addAll(documents.map(plainFields));
  return async (text) =>
    index
      .search(text)
      .slice(0, DEPTH)
      .map(({ id }) => String(id));
}

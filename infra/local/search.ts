/**
 * The local search index and models, opened with their first use: a start without a search does without their
 * libraries, and an index that cannot be opened leaves everything else working.
 */
import { join } from 'node:path';
import type { Embeddings } from '#api/ports/embeddings/port.ts';
import type { SearchIndex } from '#api/ports/search-index/port.ts';

export interface LocalSearch {
  index: SearchIndex;
  embeddings: () => Promise<Embeddings>;
  /** Ends what was opened. */
  close(): Promise<void>;
}

export function openLocalSearch(dataDir: string): LocalSearch {
  const index = once(async () => {
    const { createLocalSearchIndex } = await import('#api/ports/search-index/local.ts');
    return createLocalSearchIndex({ dir: join(dataDir, 'search') });
  });
  const embeddings = once(async () => {
    const { createLocalEmbeddings } = await import('#api/ports/embeddings/local.ts');
    return createLocalEmbeddings();
  });
  return {
    index: whenOpen(index.get),
    embeddings: embeddings.get,
    async close() {
      for (const opened of await Promise.all([embeddings.made(), index.made()])) await opened?.close();
    },
  };
}

/** Makes a thing at its first use. What failed is tried again at the next one. */
function once<T>(make: () => Promise<T>): { get: () => Promise<T>; made: () => Promise<T | undefined> } {
  let making: Promise<T> | undefined;
  return {
    get: () =>
      (making ??= make().catch((error: unknown) => {
        making = undefined;
        throw error;
      })),
    made: async () => making?.catch(() => undefined),
  };
}

/** An index whose every call waits until it is open. */
function whenOpen(open: () => Promise<SearchIndex>): SearchIndex {
  return {
    apply: async (scope, changes) => (await open()).apply(scope, changes),
    setVectors: async (scope, changes) => (await open()).setVectors(scope, changes),
    search: async (asker, query) => (await open()).search(asker, query),
    suggest: async (asker, text, limit) => (await open()).suggest(asker, text, limit),
    async *standing(scope) {
      yield* (await open()).standing(scope);
    },
    rebuild: async (scope) => (await open()).rebuild(scope),
    forget: async (tenantId) => (await open()).forget(tenantId),
    close: async () => (await open()).close(),
  };
}

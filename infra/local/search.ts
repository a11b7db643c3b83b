/**
 * The local search index and models, opened with their first use: a start without a search does without their
 * libraries, and an index that cannot be opened leaves everything else working.
 */
import { join } from 'node:path';
import type { Embeddings } from '#api/ports/embeddings/port.ts';
import { BrokenSearchIndex, type SearchIndex } from '#api/ports/search-index/port.ts';
import { removeNote } from '#infra/search/note.ts';
import { SCOPES } from '#infra/search/sources.ts';
import type { Log } from './log.ts';

export interface LocalSearch {
  index: SearchIndex;
  embeddings: () => Promise<Embeddings>;
  /** Ends what was opened. */
  close(): Promise<void>;
}

/** Where the index lies below the platform's data. */
export const searchFolder = (dataDir: string): string => join(dataDir, 'search');

/**
 * What a platform does with its index, which it alone holds: a scope that cannot be read is made anew, empty, and the
 * other stays. `tells` leaves that to a rebuild and lets calls throw `BrokenSearchIndex`; `looks` also writes nothing.
 */
export type SearchCare = 'heals' | 'tells' | 'looks';

/** The note that the index is whole goes whenever a scope begins empty: it is to be filled from the table. */
export function openLocalSearch(dataDir: string, log: Log, care: SearchCare = 'heals'): LocalSearch {
  const index = once(async () => {
    const { createLocalSearchIndex } = await import('#api/ports/search-index/local.ts');
    const dir = searchFolder(dataDir);
    const opened = await createLocalSearchIndex({
      dir,
      readOnly: care === 'looks',
      onEmptied: () => removeNote(dir),
    });
    if (care !== 'heals') return opened;
    for (const scope of SCOPES) {
      try {
        for await (const _ of opened.standing(scope)) break;
      } catch (error) {
        if (!(error instanceof BrokenSearchIndex)) throw error;
        log('warn', 'The search index cannot be read: it is made anew.', error);
        removeNote(dir);
        await (await opened.rebuild(scope)).finish();
      }
    }
    return opened;
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

/**
 * The local search index and models, opened with their first use: a start without a search does without their
 * libraries, and an index that cannot be opened leaves everything else working.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Embeddings } from '#api/ports/embeddings/port.ts';
import type { SearchIndex } from '#api/ports/search-index/port.ts';
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

/** An index whose files cannot be read is put away, with the note that it is whole. */
export function openLocalSearch(dataDir: string, log: Log): LocalSearch {
  const index = once(async () => {
    const { createLocalSearchIndex } = await import('#api/ports/search-index/local.ts');
    const dir = searchFolder(dataDir);
    try {
      return await readable(await createLocalSearchIndex({ dir }));
    } catch (error) {
      if (!isBroken(error)) throw error;
      log('warn', 'The search index cannot be read: it is made anew.', error);
      rmSync(dir, { recursive: true, force: true });
      return createLocalSearchIndex({ dir });
    }
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

/** The index, once something of each scope has been read. */
async function readable(index: SearchIndex): Promise<SearchIndex> {
  try {
    for (const scope of SCOPES) for await (const _ of index.standing(scope)) break;
    return index;
  } catch (error) {
    await index.close();
    throw error;
  }
}

/** SQLITE_CORRUPT and SQLITE_NOTADB (https://sqlite.org/rescode.html), or an alias that is no JSON. */
function isBroken(error: unknown): boolean {
  const { errcode } = error as { errcode?: number };
  return error instanceof SyntaxError || [11, 26].includes((errcode ?? 0) & 0xff);
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

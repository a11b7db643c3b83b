/**
 * The search index on one machine: a SQLite file a scope, FTS5 for words, sqlite-vec for vectors. Files are found by an
 * alias that is read again when it has changed, so that a rebuild in another process is followed.
 */
import type { Database } from './local-database.ts';
import { openFiles, type Files, type LocalIndexOptions } from './local-files.ts';
import { answer } from './local-search.ts';
import { suggestions } from './local-suggest.ts';
import { setVectors } from './local-vectors.ts';
import { applyChanges, forgetTenant } from './local-write.ts';
import type { Scope, SearchIndex, Standing } from './port.ts';

/** Documents that are read at once by `standing`. */
const STANDING = 500;

/**
 * Opens the index in a folder; it is made where there is none. The scopes are read each by itself: the calls that need
 * one that cannot be read throw `BrokenSearchIndex`, and a rebuild makes it anew.
 */
export async function createLocalSearchIndex(options: LocalIndexOptions): Promise<SearchIndex> {
  const scopes: Record<Scope, Files> = {
    public: openFiles(options, 'public'),
    tenant: openFiles(options, 'tenant'),
  };
  return {
    async apply(scope, changes) {
      const { use, filling } = scopes[scope].current();
      if (filling) applyChanges(filling, scope, changes);
      return applyChanges(use, scope, changes);
    },
    async setVectors(scope, changes) {
      const { use, filling } = scopes[scope].current();
      if (filling) setVectors(filling, changes);
      return setVectors(use, changes);
    },
    async search(asker, query) {
      return answer(scopes[asker.scope].current().use, asker, query);
    },
    async suggest(asker, text, limit) {
      return suggestions(scopes[asker.scope].current().use, asker, text, limit);
    },
    standing: (scope) => standing(scopes[scope]),
    async rebuild(scope) {
      return scopes[scope].rebuild();
    },
    async forget(tenantId) {
      for (const scope of ['public', 'tenant'] as const) {
        const { use, filling } = scopes[scope].current();
        if (filling) forgetTenant(filling, scope, tenantId);
        forgetTenant(use, scope, tenantId);
      }
    },
    async close() {
      for (const files of Object.values(scopes)) files.close();
    },
  };
}

async function* standing(files: Files): AsyncGenerator<Standing> {
  for (let after = ''; ;) {
    const rows = files.reading(({ use }) => page(use, after));
    for (const { docKey, tenantId, version, model } of rows) {
      yield {
        docKey: String(docKey),
        tenantId: String(tenantId),
        version: Number(version),
        ...(model === null ? {} : { model: String(model) }),
      };
    }
    if (rows.length < STANDING) return;
    after = String(rows.at(-1)?.docKey);
  }
}

const page = (database: Database, after: string) =>
  database.all(
    `SELECT docKey, tenantId, version, model.name AS model FROM document
         LEFT JOIN vector ON vector.id = document.id * 2
         LEFT JOIN model ON model.id = vector.modelId
       WHERE removed = 0 AND docKey > ? ORDER BY docKey LIMIT ${STANDING}`,
    after,
  );

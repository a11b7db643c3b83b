/**
 * The search index on one machine: a SQLite file a scope, FTS5 for words, sqlite-vec for vectors. Files are found by an
 * alias that is read again when it has changed, so that a rebuild in another process is followed.
 */
import { openAlias, type AliasFile } from './local-alias.ts';
import { openDatabase, type Database } from './local-database.ts';
import { answer } from './local-search.ts';
import { suggestions } from './local-suggest.ts';
import { setVectors } from './local-vectors.ts';
import { applyChanges, forgetTenant } from './local-write.ts';
import type { Rebuild, Scope, SearchIndex, Standing } from './port.ts';

/** Documents that are read at once by `standing`. */
const STANDING = 500;

/** Opens the index in a folder; it is made where there is none. */
export async function createLocalSearchIndex({ dir }: { dir: string }): Promise<SearchIndex> {
  const scopes: Record<Scope, Files> = { public: openFiles(dir, 'public'), tenant: openFiles(dir, 'tenant') };
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
    standing: (scope) => standing(() => scopes[scope].current().use),
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

async function* standing(current: () => Database): AsyncGenerator<Standing> {
  for (let after = ''; ;) {
    const rows = current().all(
      `SELECT docKey, tenantId, version, model.name AS model FROM document
         LEFT JOIN vector ON vector.id = document.id * 2
         LEFT JOIN model ON model.id = vector.modelId
       WHERE removed = 0 AND docKey > ? ORDER BY docKey LIMIT ${STANDING}`,
      after,
    );
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

/** The files of a scope that are open now. */
interface Files {
  current(): { use: Database; filling?: Database };
  rebuild(): Rebuild;
  close(): void;
}

function openFiles(dir: string, scope: Scope): Files {
  const alias = openAlias(dir, scope);
  let stamp = '';
  let open = new Map<string, Database>();
  let names = alias.read();
  const current: Files['current'] = () => {
    const now = alias.stamp();
    if (now !== stamp) {
      names = alias.read();
      stamp = now;
      const wanted = [names.use, ...(names.filling ? [names.filling.file] : [])];
      const before = open;
      open = new Map(wanted.map((file) => [file, before.get(file) ?? openDatabase(alias.path(file))]));
      for (const [file, database] of before) if (!open.has(file)) database.close();
    }
    const filling = names.filling && open.get(names.filling.file);
    return { use: open.get(names.use)!, ...(filling ? { filling } : {}) };
  };
  return {
    current,
    rebuild: () => beginRebuild(scope, alias, current),
    close() {
      for (const database of open.values()) database.close();
      open.clear();
    },
  };
}

function beginRebuild(scope: Scope, alias: AliasFile, current: Files['current']): Rebuild {
  const before = alias.read();
  const file = alias.nextFile();
  alias.write({ use: before.use, filling: { file, pid: process.pid } });
  if (before.filling) alias.drop(before.filling.file);
  const filled = (): Database => {
    const { filling } = current();
    if (alias.read().filling?.file !== file || !filling) {
      throw new Error(`Another rebuild of the ${scope} index has begun, or this one is over: begin again.`);
    }
    return filling;
  };
  return {
    async apply(changes) {
      return applyChanges(filled(), scope, changes);
    },
    async setVectors(changes) {
      return setVectors(filled(), changes);
    },
    async finish() {
      const database = filled();
      database.exec(
        `INSERT INTO words (words) VALUES ('optimize'); INSERT INTO names (names) VALUES ('optimize');
         INSERT INTO spelling (spelling) VALUES ('optimize'); PRAGMA wal_checkpoint(TRUNCATE)`,
      );
      const { use } = alias.read();
      alias.write({ use: file });
      current();
      alias.drop(use);
    },
    async abort() {
      filled();
      alias.write({ use: alias.read().use });
      current();
      alias.drop(file);
    },
  };
}

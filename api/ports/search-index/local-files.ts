/** The files of a scope that are open, followed as the alias says; and a new one that is filled beside the one in use. */
import { openAlias, type Alias, type AliasFile } from './local-alias.ts';
import { openDatabase, type Database } from './local-database.ts';
import { setVectors } from './local-vectors.ts';
import { applyChanges } from './local-write.ts';
import { BrokenSearchIndex, type Rebuild, type Scope } from './port.ts';

export interface LocalIndexOptions {
  /** Folder of the files. */
  dir: string;
  /** Looks alone: no file is made, changed or removed. */
  readOnly?: boolean;
  /** Told when a scope has begun with an empty file since its own was gone. */
  onEmptied?: (scope: Scope) => void;
}

interface Current {
  use: Database;
  filling?: Database;
}

export interface Files {
  /** What is in use now. @throws BrokenSearchIndex */
  current(): Current;
  /** Reads, and says in words when the file cannot be read. @throws BrokenSearchIndex */
  reading<Result>(read: (current: Current) => Result): Result;
  rebuild(): Rebuild;
  close(): void;
}

/** Nothing is opened before it is used. */
export function openFiles({ dir, readOnly = false, onEmptied }: LocalIndexOptions, scope: Scope): Files {
  const alias = openAlias(dir, scope);
  const open = new Map<string, { database: Database; inode: string }>();
  let names: Alias = { use: '' };
  let stamp = '';

  /** While the file that it named is open, an alias that became unreadable is written again. */
  function ensureAlias(): void {
    try {
      alias.ensure();
    } catch (error) {
      if (!(error instanceof SyntaxError) || !stamp) throw error;
      alias.write(names);
    }
  }
  /** Opens what the alias names, and anew what has been replaced under its name. */
  function follow(): void {
    if (!readOnly) ensureAlias();
    const now = alias.stamp();
    names = alias.read();
    stamp = '';
    const isGone = alias.inode(names.use) === '';
    const wanted = [names.use, ...(names.filling ? [names.filling.file] : [])];
    for (const [file, { database, inode }] of open) {
      if (wanted.includes(file) && inode === alias.inode(file)) continue;
      open.delete(file);
      database.close();
    }
    for (const file of wanted) {
      if (open.has(file)) continue;
      const database = openDatabase(alias.path(file), { readOnly });
      open.set(file, { database, inode: alias.inode(file) });
    }
    stamp = `${now} ${alias.inode(names.use)}`;
    if (isGone) onEmptied?.(scope);
  }
  function followed(): Current {
    if (`${alias.stamp()} ${alias.inode(names.use)}` !== stamp) follow();
    const filling = names.filling && open.get(names.filling.file)?.database;
    return { use: open.get(names.use)!.database, ...(filling ? { filling } : {}) };
  }
  const reading: Files['reading'] = (read) => {
    try {
      return read(followed());
    } catch (error) {
      throw isBroken(error, readOnly) ? broken(scope, error) : error;
    }
  };
  const current = (): Current => reading((now) => now);
  /** A file that cannot be read gives its place to an empty one, so that changes have somewhere to go meanwhile. */
  function readable(): void {
    try {
      reading(({ use }) => use.get('SELECT docKey FROM document LIMIT 1'));
    } catch (error) {
      if (!(error instanceof BrokenSearchIndex)) throw error;
      stamp = '';
      alias.write({ use: alias.nextFile() });
      current();
    }
  }
  return {
    current,
    reading,
    rebuild() {
      if (readOnly) throw new Error('This index is open to be looked at alone.');
      readable();
      return beginRebuild(scope, alias, current);
    },
    close() {
      for (const { database } of open.values()) database.close();
      open.clear();
      stamp = '';
    },
  };
}

/**
 * SQLITE_CORRUPT and SQLITE_NOTADB (https://sqlite.org/rescode.html), or an alias that is no JSON. Where nothing is
 * made, also no alias, SQLITE_CANTOPEN, and SQLITE_ERROR for tables that are not there.
 */
function isBroken(error: unknown, readOnly: boolean): boolean {
  const { errcode = 0, code } = error as { errcode?: number; code?: string };
  if (error instanceof SyntaxError || [11, 26].includes(errcode & 0xff)) return true;
  return readOnly && (code === 'ENOENT' || [1, 14].includes(errcode & 0xff));
}

const broken = (scope: Scope, cause: unknown): BrokenSearchIndex =>
  new BrokenSearchIndex(
    `The ${scope} search index cannot be read (${(cause as Error).message}). Make it anew: npm run reindex`,
    { cause },
  );

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
      alias.write({ use: file });
      current();
      for (const old of alias.files()) if (old !== file) alias.drop(old);
    },
    async abort() {
      filled();
      alias.write({ use: alias.read().use });
      current();
      alias.drop(file);
    },
  };
}

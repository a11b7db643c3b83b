/**
 * The publisher's records in one SQLite file: making a file for each costs more than rendering its page. Write-ahead
 * mode: what is written stands however the process ends, and threads and processes share the file.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Time to wait for another writer, in milliseconds. */
const PATIENCE = 10_000;
/** Pages of the log that are moved to the file together; each move is synced to disk. */
const CHECKPOINT = 4_000;
/** Keys that are listed with one statement, so that records may be removed meanwhile. */
const LISTED_AT_ONCE = 500;
/** Comes after every key with the same prefix. */
const LAST = '\u{10ffff}';

export interface LocalRecords {
  read(key: string): string | null;
  /** Writes all of them or, when the process ends meanwhile, none. */
  write(values: ReadonlyMap<string, string>): void;
  remove(key: string): void;
  /** Keys that begin with the prefix, in order. */
  keys(prefix: string): Iterable<string>;
}

/** Opens the records in a folder. */
export function openRecords(folder: string): LocalRecords {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, 'records.db'), { timeout: PATIENCE });
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
    PRAGMA wal_autocheckpoint = ${CHECKPOINT};
    CREATE TABLE IF NOT EXISTS records (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID`);
  const read = database.prepare('SELECT value FROM records WHERE key = ?');
  const write = database.prepare('INSERT OR REPLACE INTO records (key, value) VALUES (?, ?)');
  const remove = database.prepare('DELETE FROM records WHERE key = ?');
  const list = database.prepare(
    `SELECT key FROM records WHERE key > ? AND key < ? ORDER BY key LIMIT ${LISTED_AT_ONCE}`,
  );
  return {
    read: (key) => (read.get(key)?.value as string | undefined) ?? null,
    write(values) {
      // A commit each would copy the same few pages of the file to the log again and again.
      database.exec('BEGIN IMMEDIATE');
      try {
        for (const [key, value] of values) write.run(key, value);
        database.exec('COMMIT');
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },
    remove: (key) => void remove.run(key),
    *keys(prefix) {
      for (let after = prefix; ;) {
        const keys = list.all(after, prefix + LAST).map(({ key }) => key as string);
        yield* keys;
        if (keys.length < LISTED_AT_ONCE) return;
        after = keys.at(-1)!;
      }
    },
  };
}

/** The journal's SQLite file: its layout and its transactions. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ChangeEvent } from '#api/events.ts';

/**
 * `events`     what the stream said, in the order of its arrival here
 * `shards`     how far each shard of the stream has been read
 * `consumers`  every event up to `position` has been delivered, or stands in `failures`
 * `failures`   events to be delivered again at `due_at` (ms since 1970), or given up (`dead`)
 * `notes`      single facts: which stream is read, whether a reconciliation is due
 */
const LAYOUT = `
  CREATE TABLE IF NOT EXISTS events (seq INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS shards (
    shard_id TEXT PRIMARY KEY, sequence_number TEXT, finished INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS consumers (name TEXT PRIMARY KEY, position INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS failures (
    consumer TEXT NOT NULL, seq INTEGER NOT NULL, attempts INTEGER NOT NULL, due_at INTEGER NOT NULL,
    dead INTEGER NOT NULL, error TEXT NOT NULL, PRIMARY KEY (consumer, seq)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS failures_due ON failures (consumer, dead, due_at);
  CREATE INDEX IF NOT EXISTS failures_seq ON failures (seq);
  CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;

/** An event with its number in the journal. */
export interface JournalEntry {
  seq: number;
  event: ChangeEvent;
}

export interface JournalFile {
  database: DatabaseSync;
  /** Runs `work` as one transaction. */
  atomically<Result>(work: () => Result): Result;
}

export const journalPath = (dataDir: string): string => join(dataDir, 'events', 'journal.db');

/**
 * Opens the journal below the data folder, making it if there is none. Another process may have it open.
 *
 * In write-ahead mode a transaction that was committed survives the end of the process. After a power cut the last
 * ones may be gone, always whole and in order: then the stream is read, and events are delivered, once more.
 */
export function openJournalFile(dataDir: string): JournalFile {
  mkdirSync(join(dataDir, 'events'), { recursive: true });
  const database = new DatabaseSync(journalPath(dataDir), { timeout: 5000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  database.exec(LAYOUT);
  return {
    database,
    atomically(work) {
      database.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        // SQLite has rolled back by itself after some failures, a full disk among them.
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },
  };
}

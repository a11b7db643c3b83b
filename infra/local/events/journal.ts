/**
 * The durable log between the table's stream and its consumers. Appending events and moving the position in the
 * stream is one transaction, so that a process killed at any moment neither loses an event nor skips one.
 */
import type { ChangeEvent } from '#api/events.ts';
import { openConsumerLog, type ConsumerLog } from './journal-consumers.ts';
import { openJournalFile, type JournalEntry } from './journal-file.ts';

/** How far a shard of the stream has been read. */
export interface ShardPosition {
  shardId: string;
  /** Sequence number of the last record read; absent before the first. */
  sequenceNumber?: string;
  /** Whether the shard was read to its end and is closed. */
  finished: boolean;
}

export interface Journal extends ConsumerLog {
  /** Appends events and notes how far their shard has been read. */
  append(events: ChangeEvent[], position: ShardPosition): void;
  /** Calls back after events were appended; returns the end of it. */
  onAppend(listener: () => void): () => void;
  /** Events after a number, in order. */
  read(after: number, limit: number): JournalEntry[];
  /** Number of the last event ever appended; 0 before the first. */
  lastSeq(): number;
  shards(): ShardPosition[];
  /** The stream that `shards` belong to; undefined before the first. */
  stream(): string | undefined;
  /** Forgets all shards and reads another stream, or the same one from its oldest record. */
  resetStream(streamArn: string, reconciliationIsDue: boolean): void;
  /** Whether events were missed and nobody has made up for them yet. */
  reconciliationIsDue(): boolean;
  reconciled(): void;
  /** Drops events that all of these consumers are done with; returns how many. */
  prune(consumers: string[]): number;
  close(): void;
}

/** Opens the journal of a data folder. */
export function openJournal(dataDir: string): Journal {
  const file = openJournalFile(dataDir);
  const { database, atomically } = file;
  const listeners = new Set<() => void>();
  const insert = database.prepare('INSERT INTO events (body) VALUES (?)');
  const moveShard = database.prepare(
    'REPLACE INTO shards (shard_id, sequence_number, finished) VALUES (?, ?, ?)',
  );
  const after = database.prepare('SELECT seq, body FROM events WHERE seq > ? ORDER BY seq LIMIT ?');
  const last = database.prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'events'`);
  const allShards = database.prepare('SELECT shard_id, sequence_number, finished FROM shards');
  const note = database.prepare('SELECT value FROM notes WHERE name = ?');
  const setNote = database.prepare('REPLACE INTO notes (name, value) VALUES (?, ?)');
  const dropNote = database.prepare('DELETE FROM notes WHERE name = ?');

  return {
    ...openConsumerLog(file),
    append(events, { shardId, sequenceNumber, finished }) {
      atomically(() => {
        for (const event of events) insert.run(JSON.stringify(event));
        moveShard.run(shardId, sequenceNumber ?? null, finished ? 1 : 0);
      });
      if (events.length > 0) for (const listener of listeners) listener();
    },
    onAppend(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: (from, limit) =>
      after
        .all(from, limit)
        .map((row) => ({ seq: Number(row['seq']), event: JSON.parse(String(row['body'])) as ChangeEvent })),
    lastSeq: () => Number(last.get()?.['seq'] ?? 0),
    shards: () =>
      allShards.all().map((row) => ({
        shardId: String(row['shard_id']),
        sequenceNumber: row['sequence_number'] === null ? undefined : String(row['sequence_number']),
        finished: row['finished'] === 1,
      })),
    stream: () => note.get('stream')?.['value'] as string | undefined,
    resetStream(streamArn, reconciliationIsDue) {
      atomically(() => {
        database.exec('DELETE FROM shards');
        setNote.run('stream', streamArn);
        if (reconciliationIsDue) setNote.run('reconciliation', 'due');
      });
    },
    reconciliationIsDue: () => note.get('reconciliation') !== undefined,
    reconciled: () => void dropNote.run('reconciliation'),
    prune(consumers) {
      if (consumers.length === 0) return 0;
      const names = consumers.map(() => '?').join(', ');
      const done = database.prepare(
        `DELETE FROM events WHERE seq <= (SELECT MIN(position) FROM consumers WHERE name IN (${names}))
         AND seq NOT IN (SELECT seq FROM failures)`,
      );
      return Number(done.run(...consumers).changes);
    },
    close: () => database.close(),
  };
}

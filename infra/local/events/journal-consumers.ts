/** What the journal knows of each consumer: its position, its retries and its dead letters. */
import type { ChangeEvent } from '#api/events.ts';
import type { JournalEntry, JournalFile } from './journal-file.ts';

/** An event whose delivery failed and that is to be tried again. */
export interface Retry extends JournalEntry {
  /** Deliveries so far. */
  attempts: number;
}

/** An event that was given up. */
export interface DeadLetter extends Retry {
  /** Why the last delivery failed. */
  error: string;
}

/** The end of one delivery of one event. */
export type Outcome =
  | { seq: number; ok: true }
  | { seq: number; ok: false; attempts: number; error: string; dueAt: number; dead: boolean };

export interface ConsumerState {
  name: string;
  position: number;
  retrying: number;
  deadLetters: number;
}

export interface ConsumerLog {
  /** Makes a consumer known; one that is stays where it was. `now` skips what is in the journal already. */
  register(consumer: string, from: 'beginning' | 'now'): void;
  /** Every event up to this number has been delivered, or stands among the failures. */
  position(consumer: string): number;
  /** Notes the ends of deliveries and moves the position, at once. */
  settle(consumer: string, position: number, outcomes: Outcome[]): void;
  /** Retries that are due at a time (ms since 1970), the oldest first. */
  dueRetries(consumer: string, now: number, limit: number): Retry[];
  /** When the next retry is due, later than a time; undefined when there is none. */
  nextRetryAt(consumer: string, after: number): number | undefined;
  /** Whether an event up to a number still has to be retried. */
  isRetrying(consumer: string, upTo: number): boolean;
  deadLetters(consumer: string): DeadLetter[];
  /** Makes dead letters due again, with all their attempts; all of them, or those of some events. Returns how many. */
  replay(consumer: string, eventIds?: string[]): number;
  states(): ConsumerState[];
}

export function openConsumerLog({ database, atomically }: JournalFile): ConsumerLog {
  const register = database.prepare(
    `INSERT INTO consumers (name, position)
     VALUES (?, CASE ? WHEN 'now' THEN COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'events'), 0) ELSE 0 END)
     ON CONFLICT DO NOTHING`,
  );
  const position = database.prepare('SELECT position FROM consumers WHERE name = ?');
  const move = database.prepare('UPDATE consumers SET position = ? WHERE name = ?');
  const succeed = database.prepare('DELETE FROM failures WHERE consumer = ? AND seq = ?');
  const fail = database.prepare(
    'REPLACE INTO failures (consumer, seq, attempts, due_at, dead, error) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const due = database.prepare(
    `SELECT seq, attempts, body FROM failures JOIN events USING (seq)
     WHERE consumer = ? AND dead = 0 AND due_at <= ? ORDER BY due_at, seq LIMIT ?`,
  );
  const next = database.prepare(
    'SELECT MIN(due_at) AS due_at FROM failures WHERE consumer = ? AND dead = 0 AND due_at > ?',
  );
  const retrying = database.prepare(
    'SELECT 1 FROM failures WHERE consumer = ? AND dead = 0 AND seq <= ? LIMIT 1',
  );
  const dead = database.prepare(
    `SELECT seq, attempts, error, body FROM failures JOIN events USING (seq)
     WHERE consumer = ? AND dead = 1 ORDER BY seq`,
  );
  const revive = database.prepare(
    'UPDATE failures SET dead = 0, attempts = 0, due_at = 0 WHERE consumer = ? AND seq = ? AND dead = 1',
  );
  const states = database.prepare(
    `SELECT name, position,
       (SELECT COUNT(*) FROM failures WHERE consumer = name AND dead = 0) AS retrying,
       (SELECT COUNT(*) FROM failures WHERE consumer = name AND dead = 1) AS dead
     FROM consumers ORDER BY name`,
  );
  const entry = (row: Record<string, unknown>): Retry => ({
    seq: Number(row['seq']),
    attempts: Number(row['attempts']),
    event: JSON.parse(String(row['body'])) as ChangeEvent,
  });
  const deadLetters = (consumer: string): DeadLetter[] =>
    dead.all(consumer).map((row) => ({ ...entry(row), error: String(row['error']) }));

  return {
    register: (consumer, from) => void register.run(consumer, from),
    position: (consumer) => Number(position.get(consumer)?.['position'] ?? 0),
    settle(consumer, to, outcomes) {
      atomically(() => {
        for (const outcome of outcomes) {
          if (outcome.ok) succeed.run(consumer, outcome.seq);
          else {
            const { seq, attempts, dueAt, error } = outcome;
            fail.run(consumer, seq, attempts, Math.round(dueAt), outcome.dead ? 1 : 0, error);
          }
        }
        move.run(to, consumer);
      });
    },
    dueRetries: (consumer, now, limit) => due.all(consumer, now, limit).map(entry),
    nextRetryAt(consumer, after) {
      const at = next.get(consumer, after)?.['due_at'];
      return typeof at === 'number' ? at : undefined;
    },
    isRetrying: (consumer, upTo) => retrying.get(consumer, upTo) !== undefined,
    deadLetters,
    replay(consumer, eventIds) {
      const wanted = deadLetters(consumer).filter(({ event }) => !eventIds || eventIds.includes(event.id));
      return atomically(() =>
        wanted.reduce((revived, { seq }) => revived + Number(revive.run(consumer, seq).changes), 0),
      );
    },
    states: () =>
      states.all().map((row) => ({
        name: String(row['name']),
        position: Number(row['position']),
        retrying: Number(row['retrying']),
        deadLetters: Number(row['dead']),
      })),
  };
}

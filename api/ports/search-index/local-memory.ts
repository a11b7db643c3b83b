/** What is kept in memory of an index file, for as long as nobody else writes to it. */
import type { Database } from './local-database.ts';

const everything = new Set<WeakMap<Database, unknown>>();

/** Something that is read from a file when it is first asked for. */
export interface InMemory<Value> {
  /** Read where it is not there, or where another process has written since. */
  of(database: Database): Value;
  /** What is there already: whoever writes keeps it in step, and does not read it for that alone. */
  present(database: Database): Value | undefined;
}

export function inMemory<Value>(read: (database: Database) => Value): InMemory<Value> {
  const kept = new WeakMap<Database, { changes: number; value: Value }>();
  everything.add(kept);
  const present = (database: Database, changes: number): Value | undefined => {
    const held = kept.get(database);
    return held?.changes === changes ? held.value : undefined;
  };
  return {
    of(database) {
      const changes = changesOf(database);
      const there = present(database, changes);
      if (there !== undefined) return there;
      const value = read(database);
      kept.set(database, { changes, value });
      return value;
    },
    present: (database) => present(database, changesOf(database)),
  };
}

/** Everything is read again: what was kept in step was rolled back, or cannot be kept in step. */
export function forgetMemory(database: Database): void {
  for (const kept of everything) kept.delete(database);
}

/** Changes when another connection has written. */
const changesOf = (database: Database): number => Number(database.get('PRAGMA data_version')?.data_version);

/** Lists that are to be written: noted in the store, so that the note outlives the process. */
import { createQueue } from './queue.ts';
import type { Records } from './records.ts';

export interface Due {
  /** Notes that a list is to be written. */
  mark(key: string): Promise<void>;
  /** Writes a list, then takes its note away, unless it was marked again meanwhile. */
  settle<T>(key: string, write: () => Promise<T>): Promise<T>;
}

export function createDue(records: Records): Due {
  const marks = new Map<string, number>();
  const queue = createQueue();
  return {
    mark(key) {
      marks.set(key, (marks.get(key) ?? 0) + 1);
      return queue.run(key, () => records.setDue(key));
    },
    async settle(key, write) {
      const seen = marks.get(key);
      const result = await write();
      await queue.run(key, async () => {
        if (marks.get(key) !== seen) return;
        await records.clearDue(key);
        marks.delete(key);
      });
      return result;
    },
  };
}

/** Who renders and writes: this process, or worker threads. */
import type { SiteStore } from '#api/ports/site-store/port.ts';
import type { Output } from './outputs.ts';
import { type EntityRecord, recordsIn } from './records.ts';
import type { Renderer } from './renderer.ts';
import { createWrite } from './write.ts';

/** Outputs, and what to note once they are written. Plain data, so that it can cross threads. */
export interface Batch {
  outputs: Output[];
  notes: Array<{ kind: 'project' | 'page'; tenantId: string; id: string; record: EntityRecord }>;
}

/** What came of a batch. */
export interface Written {
  /** Store paths whose bytes changed. */
  changed: string[];
  /** Notes that were left because other names stand in the store; these entities need a look of their own. */
  unsettled: Batch['notes'];
}

export interface Crew {
  /** Renders and writes a batch. Wait for `room()` before handing in more. */
  run(batch: Batch): Promise<Written>;
  /** Resolves when another batch can be taken. */
  room(): Promise<void>;
  end(): Promise<void>;
}

/** Writes a batch in this thread. Names are noted before their pages stand, so that nothing stands unnoted. */
export function createBatchWriter(parts: {
  store: SiteStore;
  renderer: Renderer;
}): (batch: Batch) => Promise<Written> {
  const write = createWrite(parts);
  const records = recordsIn(parts.store);
  const names = ({ name, moved }: EntityRecord): string => JSON.stringify([name, moved]);
  return async ({ outputs, notes }) => {
    const unsettled: Batch['notes'] = [];
    for (const note of notes) {
      const { kind, tenantId, id, record } = note;
      const before = await records.entity(kind, tenantId, id);
      if (before && names(before) !== names(record)) unsettled.push(note);
      else if (JSON.stringify(before) !== JSON.stringify(record))
        await records.writeEntity(kind, tenantId, id, record);
    }
    return { changed: await write(outputs), unsettled };
  };
}

/** A crew of one: this thread. */
export function soloCrew(parts: { store: SiteStore; renderer: Renderer }): Crew {
  const run = createBatchWriter(parts);
  return {
    run,
    // Others get their turn between two batches.
    room: () => new Promise((resolve) => setImmediate(resolve)),
    end: async () => undefined,
  };
}

/** Who renders and writes: this process, or worker threads. */
import { setImmediate as turn } from 'node:timers/promises';
import type { SiteStore } from '#api/ports/site-store/port.ts';
import type { DocumentText, PageCard, ProjectDocument } from '#api/ports/public-content/port.ts';
import { listed, type ListedWork } from './listed.ts';
import type { Output, Owner } from './outputs.ts';
import { type EntityRecord, type NotedEntity, recordsIn } from './records.ts';
import type { Renderer } from './renderer.ts';
import { type Document, SHAPES, standing } from './shapes.ts';
import { createWrite } from './write.ts';

/** What is written together. Plain data, so that it can cross threads; documents as text, which crosses for little. */
export interface Batch {
  /** Outputs that are not a document's own. */
  outputs: Output[];
  /** Documents of one tenant, whose pages are written and noted. */
  documents: DocumentText[];
  /** Whose documents they are; absent when there are none. */
  portfolio?: {
    owner: Owner;
    /** Old names by where they lead (`movedNames`). */
    moved: ReadonlyMap<string, string[]>;
    /** The pages that documentation lists beside each. */
    siblings: PageCard[];
  };
}

/** What came of a batch. */
export interface Written {
  /** Pages rendered. */
  pages: number;
  /** Store paths whose bytes changed. */
  changed: string[];
  /** The batch's works that lists show. */
  works: ListedWork[];
  /** Entities whose note was left, because it has other names; they need a look of their own. */
  unsettled: Array<{ kind: 'project' | 'page'; id: string }>;
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
  return async ({ outputs, documents, portfolio }) => {
    const unsettled: Written['unsettled'] = [];
    const works: ListedWork[] = [];
    const made = [...outputs];
    const noted: NotedEntity[] = [];
    for (const { kind, text } of portfolio ? documents : []) {
      const { owner, moved, siblings } = portfolio!;
      const shape = SHAPES[kind];
      const document = JSON.parse(text) as Document;
      const { id, record, moved: old } = standing(shape, document, moved);
      const before = await records.entity(kind, owner.tenantId, id);
      if (before && names(before) !== names(record)) unsettled.push({ kind, id });
      else if (JSON.stringify(before) !== JSON.stringify(record)) noted.push({ kind, id, record });
      const work = kind === 'project' ? listed(document as ProjectDocument) : null;
      if (work) works.push(work);
      made.push(...shape.outputs(owner, document, old, siblings));
    }
    if (portfolio && noted.length > 0) await records.writeEntities(portfolio.owner.tenantId, noted);
    const pages = made.filter(({ kind }) => kind === 'page').length;
    return { pages, changed: await write(made), works, unsettled };
  };
}

/** Batches of this thread that are rendered or written at once: a store that is far away holds what it has not taken. */
const SOLO_AT_ONCE = 16;

/** A crew of one: this thread. */
export function soloCrew(parts: { store: SiteStore; renderer: Renderer }): Crew {
  const write = createBatchWriter(parts);
  const waiting: Array<() => void> = [];
  let open = 0;
  return {
    async run(batch) {
      open += 1;
      try {
        return await write(batch);
      } finally {
        open -= 1;
        waiting.shift()?.();
      }
    },
    async room() {
      // Others get their turn between two batches.
      await turn();
      while (open >= SOLO_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    end: async () => undefined,
  };
}

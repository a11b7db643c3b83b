/** The whole site in pieces: for where a process has little time, may end at any moment, and others publish as well. */
import { type Beside, publishBeside } from './beside.ts';
import type { Queue } from './queue.ts';
import { publishWhole } from './tenants.ts';

/** Tenants that are published side by side when everything is. */
const TENANTS_AT_ONCE = 8;

/** Where a run stands. */
export interface Piece {
  /** Where the next piece begins: empty at first. */
  after: string;
  /** Tenants that could not be published so far; each is told to the log. */
  failed: number;
}

export interface SiteRun {
  /**
   * Writes what every visit needs: the files that pages refer to, the 404 page, the documentation, home and the list of
   * portfolios.
   * @returns store paths whose bytes changed
   * @throws Error when one of them could not be rendered or written
   */
  publishFront(): Promise<string[]>;
  /**
   * All of the tenants from `after` on, until `enough` answers true between two pages of them. A piece that was cut short
   * is done again from its beginning, and writes what differs. With the last one the front is written and, where nothing
   * failed, that everything is of the present bundle.
   */
  publishPiece(piece: Piece, enough: () => boolean): Promise<Piece & { done: boolean }>;
}

export interface SiteRunParts extends Omit<Beside, 'onPages'> {
  queue: Queue;
  log: (message: string, detail: object) => void;
  invalidate: (paths: string[]) => Promise<void>;
  writeAssets: () => Promise<string[]>;
  /** Home and the list of portfolios. */
  writeFront: () => Promise<string[]>;
  /** Notes that everything is of the present bundle. */
  whole: () => Promise<void>;
  docsTenantId: string | undefined;
}

export function createSiteRun(parts: SiteRunParts): SiteRun {
  const { tools, crew, queue, owner, takeDown, invalidate, docsTenantId } = parts;
  return {
    async publishFront() {
      const changed = await parts.writeAssets();
      if (docsTenantId !== undefined) {
        await queue.run(docsTenantId, async () => {
          const docs = await owner(docsTenantId);
          if (docs) await publishWhole(tools, docs, crew, (paths) => void changed.push(...paths));
        });
      }
      changed.push(...(await parts.writeFront()));
      await invalidate(changed);
      return changed;
    },
    async publishPiece({ after, failed }, enough) {
      const changed: string[] = [];
      const beside: Beside = {
        tools,
        crew,
        owner,
        takeDown,
        onPages(paths) {
          for (const path of paths) changed.push(path);
        },
      };
      let next = after === '' ? null : after;
      let failures = failed;
      do {
        const page = await tools.content.tenantPage(next);
        const errors = await visitEach(parts, page.tenants, (tenantId) => publishBeside(beside, tenantId));
        failures += errors.length;
        next = page.next;
      } while (next !== null && !enough());
      if (next === null) changed.push(...(await parts.writeFront()));
      await invalidate(changed);
      if (next === null && failures === 0) await parts.whole();
      return { after: next ?? '', failed: failures, done: next === null };
    },
  };
}

/** Runs `visit` for tenants, several at a time, each in its queue. Answers what failed. */
export async function visitEach(
  { queue, log }: Pick<SiteRunParts, 'queue' | 'log'>,
  tenants: AsyncIterable<string> | Iterable<string>,
  visit: (tenantId: string) => Promise<void>,
): Promise<unknown[]> {
  const open = new Set<Promise<void>>();
  const errors: unknown[] = [];
  for await (const tenantId of tenants) {
    const run: Promise<void> = queue
      .run(tenantId, () => visit(tenantId))
      .catch((error: unknown) => {
        log('tenant failed', { tenantId, error });
        errors.push(error);
      })
      .finally(() => open.delete(run));
    open.add(run);
    if (open.size >= TENANTS_AT_ONCE) await Promise.race(open);
  }
  await Promise.all(open);
  return errors;
}

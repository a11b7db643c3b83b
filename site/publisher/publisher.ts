/**
 * The publisher: what changed in the table becomes changed files in the site store.
 *
 * An event only says where to look. For each entity the present public state is read again and rendered, and bytes
 * that differ are written, so events may come twice, late and in any order. One tenant's work is done in sequence.
 * Lists (a large portfolio's pages, home) are written once for many changes; that they are due is noted in the
 * store first, and `resume` goes on with what a stopped process left.
 */
import { setImmediate as turn } from 'node:timers/promises';
import type { ChangeEvent } from '#api/events.ts';
import type { PublicContent } from '#api/ports/public-content/port.ts';
import type { SiteStore } from '#api/ports/site-store/port.ts';
import { soloCrew } from './crew.ts';
import { createDue } from './due.ts';
import { createDebounced, type Pace } from './debounce.ts';
import { type ListChange, publishEntity, type Tools } from './entities.ts';
import { mastheadOf, type Output, type Owner } from './outputs.ts';
import { publishFront } from './front.ts';
import { createQueue } from './queue.ts';
import { differenceOf, settle } from './reconcile.ts';
import { recordsIn, type TenantRecord } from './records.ts';
import type { Renderer } from './renderer.ts';
import { createSiteRun, type SiteRun, visitEach } from './site-run.ts';
import { ownerOf, publishOverview, publishWhole, removeTenant } from './tenants.ts';
import { type ThreadSpec, threadCrew } from './thread-crew.ts';
import { type Task, tasksOf } from './touched.ts';
import { createWrite, writeAssets } from './write.ts';

/** Portfolios with more works than this are listed a moment after a change, once for all changes. */
const LISTED_AT_ONCE = 240;
const PACE: Pace = { quiet: 400, longest: 5_000, rest: 8 };

export interface PublisherOptions {
  content: PublicContent;
  store: SiteStore;
  renderer: Renderer;
  /** Where lines about failures go. */
  log: (message: string, detail: object) => void;
  /** The tenant whose pages are the documentation. */
  docsTenantId?: string;
  /** How worker threads make their own store and renderer; without it everything is done in this thread. */
  threads?: ThreadSpec;
  pace?: Pace;
}

/** How far a run over everything is. */
export interface Progress {
  tenants: number;
  pages: number;
  changed: number;
}

export interface Publisher extends SiteRun {
  /**
   * Handles events of any tenants, together. Resolves when their pages are written and lists are written or noted
   * as due.
   * @returns ids of the events that failed and must come again
   */
  handle(events: readonly ChangeEvent[]): Promise<string[]>;
  /** Writes all lists that are due, now. */
  flush(): Promise<void>;
  /** Takes up the lists that an earlier process left due. */
  resume(): Promise<void>;
  /** Renders everything. Writes what differs. @throws AggregateError of tenants that failed, after all others */
  publishAll(options?: { workers?: number; onProgress?: (progress: Progress) => void }): Promise<Progress>;
  /** Publishes what is missing or stale and removes what is no longer public. @throws like `publishAll` */
  reconcile(): Promise<{ changed: string[] }>;
  /** Whether everything was rendered with the present bundle; if not, `publishAll` is due. */
  current(): Promise<boolean>;
  /** Stops the clocks, after what runs has ended. What is due stays noted. */
  end(): Promise<void>;
}

export function createPublisher(options: PublisherOptions): Publisher {
  const { content, store, renderer, log, docsTenantId, threads, pace = PACE } = options;
  const records = recordsIn(store);
  const write = createWrite({ store, renderer });
  const tools: Tools = { content, store, records, write };
  const queue = createQueue();
  const due = createDue(records);
  const solo = soloCrew({ store, renderer });

  const owner = (tenantId: string): Promise<Owner | null> => ownerOf(content, tenantId, docsTenantId);
  const overviewKey = (tenantId: string): string => `overview/${tenantId}`;
  const FRONT = 'front';

  const lists = createDebounced(pace, writeList, (error, key) => log('list failed', { list: key, error }));

  async function writeList(key: string): Promise<void> {
    const tenantId = key.slice(overviewKey('').length);
    await due.settle(key, () =>
      key === FRONT
        ? queue.run(FRONT, async () => invalidate(await publishFront(tools)))
        : writeLargeOverview(tenantId),
    );
  }
  async function writeOverview(tenant: Owner): Promise<void> {
    await invalidate(await publishOverview(tools, tenant, write));
  }
  /** Beside the tenant's queue and page by page, so that works go on being published meanwhile. What the tenant has
   *  become in the meantime has the last word. */
  async function writeLargeOverview(tenantId: string): Promise<void> {
    const tenant = await owner(tenantId);
    if (!tenant) return;
    await invalidate(await publishOverview(tools, tenant, writeGently));
    await queue.run(tenantId, async () => {
      const now = await owner(tenantId);
      if (!now) await takeDown(tenantId, await records.tenant(tenantId));
      else if (mastheadOf(now) !== mastheadOf(tenant)) await publishTenant(now);
    });
  }
  async function writeGently(outputs: Output[]): Promise<string[]> {
    const changed: string[] = [];
    for (const output of outputs) {
      await turn();
      changed.push(...(await write([output])));
    }
    return changed;
  }
  async function frontIsDue(): Promise<void> {
    await due.mark(FRONT);
    lists.ask(FRONT);
  }

  /** All of a tenant: public or not. For callers inside its queue. */
  async function publishTenant(
    tenant: Owner,
    crew = solo,
    onPages = (_changed: string[], _pages: number) => {},
  ) {
    await publishWhole(tools, tenant, crew, (changed, pages) => {
      onPages(changed, pages);
      if (changed.length > 0) void invalidate(changed);
    });
  }
  const invalidate = (paths: string[]): Promise<void> =>
    store
      .invalidate(paths)
      .catch((error: unknown) => log('invalidation failed', { paths: paths.length, error }));

  async function takeDown(tenantId: string, record: TenantRecord | null): Promise<string[]> {
    if (!record) return [];
    await frontIsDue();
    const removed = await removeTenant(tools, tenantId, record, tenantId === docsTenantId);
    await records.clearDue(overviewKey(tenantId));
    await invalidate(removed);
    return removed;
  }

  /** The tasks of one tenant; answers the ids of events that failed. */
  async function handleTenant(tenantId: string, tasks: Task[]): Promise<string[]> {
    const tenant = await owner(tenantId);
    const record = await records.tenant(tenantId);
    if (!tenant) {
      await takeDown(tenantId, record);
      return [];
    }
    const whole = record?.masthead !== mastheadOf(tenant);
    if (whole) {
      await frontIsDue();
      await publishTenant(tenant);
    }
    const failed: string[] = [];
    const overview = { wanted: false, events: [] as string[] };
    for (const { job, events } of tasks) {
      const ids = events.map(({ id }) => id);
      const tell = async (change: ListChange): Promise<void> => {
        if (change === 'overview') {
          overview.events.push(...ids);
          if (!overview.wanted) await due.mark(overviewKey(tenantId));
          overview.wanted = true;
        }
        if (job.kind !== 'page') await frontIsDue();
      };
      try {
        if (job.kind === 'tenant') await tell('overview');
        else await invalidate(await publishEntity(tools, job.kind, tenant, job.id, toldBy(events), tell));
      } catch (error) {
        log('publishing failed', { job, error });
        failed.push(...ids);
      }
    }
    if (!overview.wanted) return failed;
    if (tenant.docs) await publishTenant(tenant);
    if ((record?.works ?? 0) > LISTED_AT_ONCE) {
      lists.ask(overviewKey(tenantId));
      return failed;
    }
    try {
      await due.settle(overviewKey(tenantId), () => writeOverview(tenant));
      return failed;
    } catch (error) {
      log('portfolio failed', { tenantId, error });
      lists.ask(overviewKey(tenantId));
      return [...new Set([...failed, ...overview.events])];
    }
  }

  /** Runs `visit` for all public tenants; then throws what failed. */
  async function eachTenant(visit: (tenantId: string) => Promise<void>): Promise<void> {
    const errors = await visitEach({ queue, log }, content.tenants(), visit);
    if (errors.length > 0)
      throw new AggregateError(errors, `${errors.length} tenants could not be published`);
  }

  return {
    ...createSiteRun({
      tools,
      crew: solo,
      queue,
      log,
      owner,
      takeDown: async (tenantId) => takeDown(tenantId, await records.tenant(tenantId)),
      invalidate,
      writeAssets: () => writeAssets({ store, renderer }),
      writeFront: () => queue.run(FRONT, () => publishFront(tools)),
      whole: () => records.writeBuild(renderer.buildId),
      docsTenantId,
    }),
    async handle(events) {
      const results = [...tasksOf(events)].map(([tenantId, tasks]) =>
        queue
          .run(tenantId, () => handleTenant(tenantId, tasks))
          .catch((error: unknown) => {
            log('publishing failed', { tenantId, error });
            return tasks.flatMap((task) => task.events.map(({ id }) => id));
          }),
      );
      return (await Promise.all(results)).flat();
    },
    flush: () => lists.flush(),
    async resume() {
      for await (const key of records.due()) lists.ask(key);
    },
    async publishAll({ workers = 0, onProgress } = {}) {
      const progress: Progress = { tenants: 0, pages: 0, changed: 0 };
      const count = (changed: string[], pages: number): void => {
        progress.pages += pages;
        progress.changed += changed.length;
        onProgress?.(progress);
      };
      count(await writeAssets({ store, renderer }), 1);
      const crew = workers > 0 && threads ? threadCrew(workers, threads) : solo;
      try {
        await eachTenant(async (tenantId) => {
          const tenant = await owner(tenantId);
          if (!tenant) return;
          await publishTenant(tenant, crew, count);
          progress.tenants++;
          onProgress?.(progress);
        });
      } finally {
        await crew.end();
      }
      await writeList(FRONT);
      await records.writeBuild(renderer.buildId);
      return progress;
    },
    async reconcile() {
      const changed: string[] = [];
      const known = new Set<string>();
      await eachTenant(async (tenantId) => {
        known.add(tenantId);
        const tenant = await owner(tenantId);
        if (!tenant) return;
        const difference = await differenceOf(tools, tenant);
        if (difference.whole) await publishTenant(tenant, solo, (paths) => changed.push(...paths));
        changed.push(...(await settle(tools, tenant, difference, async () => undefined)));
        if (difference.overview || difference.entities.length > 0)
          changed.push(...(await publishOverview(tools, tenant, write)));
      });
      for await (const tenantId of records.tenants()) {
        if (known.has(tenantId)) continue;
        await queue.run(tenantId, async () => {
          if (!(await owner(tenantId)))
            changed.push(...(await takeDown(tenantId, await records.tenant(tenantId))));
        });
      }
      changed.push(...(await queue.run(FRONT, () => publishFront(tools))));
      await invalidate(changed);
      return { changed };
    },
    current: async () => (await records.build()) === renderer.buildId,
    async end() {
      lists.stop();
      await queue.idle();
    },
  };
}

/** The version that events speak of, when it is one. */
function toldBy(events: readonly ChangeEvent[]): number | null {
  const versions = new Set(events.map(({ version }) => version));
  return versions.size === 1 ? events[0]!.version : null;
}

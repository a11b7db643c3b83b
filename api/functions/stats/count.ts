/** Counts the visits of a day and keeps the figures of each tenant in an item. Again is the same. */
import type { Figure } from '../../analytics/steps.ts';
import { assertDay } from '../../analytics/steps.ts';
import type { Analytics, CountRow } from '../../ports/analytics/port.ts';
import { TransactionCancelled, type Item, type Table } from '../../ports/table/port.ts';
import { PROFILE, statsSk, tenantKey } from '../../resolvers/_lib/keys.ts';

export interface CountPorts {
  analytics: Pick<Analytics, 'count'>;
  table: Pick<Table, 'transact'>;
  now: () => number;
  /** Told of tenants that are written. */
  onProgress?: (tenants: number) => void;
}

export interface CountAnswer {
  day: string;
  tenants: number;
  views: number;
  /** Tenants that are there no more: nothing was written for them. */
  gone: number;
}

/** Items that are written at the same time. */
const AT_ONCE = 16;

/** A tenant that was deleted since gets no item: all of it has been removed, or is being. */
const STANDS = { expression: 'attribute_exists(PK) AND attribute_not_exists(deletedAt)' };

export function createCount({ analytics, table, now, onProgress }: CountPorts) {
  return async ({ day }: { day: string }): Promise<CountAnswer> => {
    assertDay(day);
    const countedAt = new Date(now()).toISOString();
    const answer: CountAnswer = { day, tenants: 0, views: 0, gone: 0 };
    const underWay = new Set<Promise<void>>();
    const write = async (item: Item & { tenantId: string; views: number }): Promise<void> => {
      try {
        await table.transact([
          { check: tenantKey(item.tenantId, PROFILE), if: STANDS },
          { put: { ...tenantKey(item.tenantId, statsSk(day)), ...item } },
        ]);
        answer.tenants += 1;
        answer.views += item.views;
        onProgress?.(answer.tenants);
      } catch (error) {
        if (!(error instanceof TransactionCancelled)) throw error;
        answer.gone += 1;
      }
    };
    const failures: unknown[] = [];
    for await (const figures of byTenant(analytics, day)) {
      const work = write({ entity: 'stats', day, countedAt, ...figures })
        .catch((error: unknown) => void failures.push(error))
        .finally(() => underWay.delete(work));
      underWay.add(work);
      if (underWay.size >= AT_ONCE) await Promise.race(underWay);
      if (failures.length > 0) break;
    }
    await Promise.all(underWay);
    if (failures.length > 0) throw failures[0];
    return answer;
  };
}

interface Figures {
  tenantId: string;
  views: number;
  visitors: number;
  referrers: object[];
  countries: object[];
  works: object[];
  terms: object[];
}

/** The figures tenant by tenant: all come in the order of tenants, so that a line of each is enough to hold. */
async function* byTenant(analytics: CountPorts['analytics'], day: string): AsyncIterable<Figures> {
  const lists = await Promise.all(
    (['referrers', 'countries', 'works', 'terms'] as const).map(async (figure) => ({
      figure,
      rows: await groups(analytics.count(figure, day)),
    })),
  );
  for await (const { tenantId, views, visitors } of analytics.count('totals', day)) {
    const figures: Figures = {
      ...{ tenantId, views, visitors },
      ...{ referrers: [], countries: [], works: [], terms: [] },
    };
    for (const { figure, rows } of lists)
      figures[figure] = (await rows.take(tenantId)).map((row) => entryOf(figure, row));
    yield figures;
  }
}

const entryOf = (figure: Figure, { name, title, views, visitors }: CountRow): object =>
  figure === 'works' ? { projectId: name, title, views, visitors } : { name, views, visitors };

/** The lines of one tenant after the other. */
async function groups(lines: AsyncIterable<CountRow>) {
  const iterator = lines[Symbol.asyncIterator]();
  let next = await iterator.next();
  return {
    /** Those of a tenant; what is of tenants before it is passed over. */
    async take(tenantId: string): Promise<CountRow[]> {
      const taken: CountRow[] = [];
      while (next.done !== true && next.value.tenantId <= tenantId) {
        if (next.value.tenantId === tenantId) taken.push(next.value);
        next = await iterator.next();
      }
      return taken;
    },
  };
}

import { describe, expect, it } from 'vitest';
import type { Figure } from '../../analytics/steps.ts';
import type { CountRow } from '../../ports/analytics/port.ts';
import { TransactionCancelled, type Write } from '../../ports/table/port.ts';
import { createCount } from './count.ts';

const DAY = '2026-11-21';
const row = (tenantId: string, name = '', views = 1, title = ''): CountRow => ({
  ...{ tenantId, name, title, views },
  visitors: 1,
});

function counting(figures: Partial<Record<Figure, CountRow[]>>, gone: string[] = []) {
  const written: Array<Record<string, unknown>> = [];
  let most = 0;
  let underWay = 0;
  const table = {
    async transact(writes: readonly Write[]) {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      const [checked, put] = writes as unknown as [
        { check: { PK: string; SK: string } },
        { put: Record<string, unknown> },
      ];
      expect(checked.check).toEqual({ PK: put.put.PK, SK: 'PROFILE' });
      if (gone.includes(String(put.put.tenantId)))
        throw new TransactionCancelled([true, false], [null, null]);
      written.push(put.put);
    },
  };
  const analytics = {
    async *count(figure: Figure) {
      yield* figures[figure] ?? [];
    },
  };
  const count = createCount({ analytics, table, now: () => 0 });
  return { written, most: () => most, answer: () => count({ day: DAY }) };
}

describe('a day is counted', () => {
  it('into one item a tenant, with what is of that tenant', async () => {
    const { written, answer } = counting({
      totals: [row('A', '', 7), row('C', '', 2)],
      referrers: [
        row('A', 'one.example', 4),
        row('A', 'two.example', 3),
        row('B', 'b.example'),
        row('C', 'c.example'),
      ],
      works: [row('C', 'W1', 2, 'Harbour')],
      terms: [row('B', 'nobody')],
    });

    const counted = await answer();

    expect(counted).toEqual({ day: DAY, tenants: 2, views: 9, gone: 0 });
    expect(written[0]).toEqual({
      PK: 'TENANT#A',
      SK: `STATS#${DAY}`,
      entity: 'stats',
      tenantId: 'A',
      day: DAY,
      countedAt: '1970-01-01T00:00:00.000Z',
      views: 7,
      visitors: 1,
      referrers: [
        { name: 'one.example', views: 4, visitors: 1 },
        { name: 'two.example', views: 3, visitors: 1 },
      ],
      countries: [],
      works: [],
      terms: [],
    });
    expect(written[1]).toMatchObject({
      tenantId: 'C',
      referrers: [{ name: 'c.example' }],
      works: [{ projectId: 'W1', title: 'Harbour', views: 2, visitors: 1 }],
    });
  });

  it('without an item for a tenant that is there no more', async () => {
    const { written, answer } = counting({ totals: [row('A'), row('B'), row('C')] }, ['B']);

    expect(await answer()).toMatchObject({ tenants: 2, views: 2, gone: 1 });
    expect(written.map(({ tenantId }) => tenantId)).toEqual(['A', 'C']);
  });

  it('with a few writes at a time, all of them done in the end', async () => {
    const totals = Array.from({ length: 100 }, (_none, at) => row(`T${String(at).padStart(3, '0')}`));
    const { written, most, answer } = counting({ totals });

    expect((await answer()).tenants).toBe(100);
    expect(written).toHaveLength(100);
    expect(most()).toBeLessThanOrEqual(16);
  });

  it('and ends when the table fails otherwise', async () => {
    const count = createCount({
      analytics: {
        async *count(figure) {
          if (figure === 'totals') yield row('A');
        },
      },
      table: { transact: () => Promise.reject(new Error('throttled')) },
      now: () => 0,
    });

    await expect(count({ day: DAY })).rejects.toThrow('throttled');
    await expect(count({ day: 'yesterday' })).rejects.toThrow('A day is written like');
  });
});

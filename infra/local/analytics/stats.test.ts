/** A night's work, as its state machine is deployed, over the real table and DuckDB. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCount } from '#api/functions/stats/count.ts';
import { createPrepare } from '#api/functions/stats/prepare.ts';
import { createLocalAnalytics, type LocalAnalytics } from '#api/ports/analytics/local.ts';
import { AnalyticsFailed } from '#api/ports/analytics/port.ts';
import { exportedLines, madeTenants, madeTraffic } from '#api/ports/analytics/traffic.testing.ts';
import type { Write } from '#api/ports/table/port.ts';
import { statsMachines } from '#infra/inventory/stats.ts';
import { createLocalStateMachines } from '../states/state-machines.ts';

const tenants = madeTenants(3, 4);
const row = statsMachines[0]!;
const text = readFileSync(join(import.meta.dirname, '../../..', row.definition), 'utf8');
let folder: string;
let analytics: LocalAnalytics;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stats-'));
  for (const day of ['2026-11-20', '2026-11-21']) {
    const logs = join(folder, 'logs', day.replaceAll('-', '/'));
    mkdirSync(logs, { recursive: true });
    const lines = [...madeTraffic(day, 2000, tenants)].map((line) => `${JSON.stringify(line)}\n`);
    writeFileSync(join(logs, '10.jsonl'), lines.join(''));
  }
  analytics = createLocalAnalytics({
    logs: join(folder, 'logs'),
    folder: join(folder, 'work'),
    exportTo: async (file) => writeFileSync(file, exportedLines(tenants).join('\n')),
  });
});
afterAll(() => {
  analytics.close();
  rmSync(folder, { recursive: true });
});

/** Runs the machine; `slow` makes steps take a second look before they have succeeded. */
async function night(ports: Pick<LocalAnalytics, 'exportTable' | 'clean' | 'count'>) {
  const items = new Map<string, unknown>();
  const asked: string[] = [];
  const prepare = createPrepare({ analytics: ports });
  const table = {
    transact: async (writes: readonly Write[]) => {
      for (const write of writes)
        if ('put' in write) items.set(`${write.put.PK} ${write.put.SK}`, { ...write.put });
    },
  };
  const machines = createLocalStateMachines({
    machines: [{ row, text: text.replaceAll(/"Seconds": \d+/g, '"Seconds": 0') }],
    functions: {
      'stats-prepare': (request: Parameters<typeof prepare>[0]) => {
        asked.push('day' in request ? `${request.step} ${request.day}` : request.step);
        return prepare(request);
      },
      'stats-count': createCount({ analytics: ports, table, now: () => 0 }),
    },
    log: () => undefined,
    retryAfterMs: 0,
  });
  await machines.start('stats', 'night', { at: '2026-11-22T03:30:00Z' });
  const ended = await machines.ended('stats', 'night', 60_000);
  await machines.close();
  return { ended, items, asked };
}

describe('the work of a night', () => {
  it('counts the last two days for every tenant, and the same when it is done again', async () => {
    const first = await night(analytics);
    const again = await night(analytics);

    expect(first.ended).toBe('SUCCEEDED');
    const keys = tenants
      .slice(0, -1)
      .flatMap(({ tenantId }) =>
        ['2026-11-20', '2026-11-21'].map((day) => `TENANT#${tenantId} STATS#${day}`),
      );
    expect([...first.items.keys()].toSorted()).toEqual(keys.toSorted());
    expect(again.items).toEqual(first.items);
    expect(first.asked).toEqual(['days', 'export', 'clean 2026-11-20', 'clean 2026-11-21']);
  });

  it('asks again for what takes long', async () => {
    let exports = 0;
    const slow = {
      ...analytics,
      exportTable: async (run: string) => {
        exports += 1;
        return exports < 3 ? { state: 'RUNNING' as const, copy: 'x' } : analytics.exportTable(run);
      },
    };

    const { ended, asked } = await night(slow);

    expect(ended).toBe('SUCCEEDED');
    expect(asked.filter((step) => step === 'export')).toHaveLength(3);
  });

  it('ends at once where a step has failed for good, and writes nothing', async () => {
    const failing = {
      ...analytics,
      clean: () => Promise.reject(new AnalyticsFailed('Glue ended with FAILED')),
    };

    const { ended, items, asked } = await night(failing);

    expect(ended).toBe('FAILED');
    expect(items.size).toBe(0);
    expect(asked).toEqual([...new Set(asked)]);
  });
});

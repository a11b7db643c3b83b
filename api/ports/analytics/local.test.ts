import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyticsContract, type Given } from './analytics.contract.ts';
import { createLocalAnalytics, type LocalAnalytics } from './local.ts';
import { AnalyticsFailed } from './port.ts';
import { exportedLines, madeTenants, madeTraffic } from './traffic.testing.ts';

const DAY = '2026-11-21';
const made: string[] = [];
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true })));

const text = (some: readonly object[]): string => some.map((line) => `${JSON.stringify(line)}\n`).join('');

/** A twin over a folder with the log of a day. */
function openFolder({ day, lines, tenants }: Given): { folder: string; analytics: LocalAnalytics } {
  const folder = mkdtempSync(join(tmpdir(), 'analytics-'));
  made.push(folder);
  const logs = join(folder, 'logs', ...day.split('-'));
  mkdirSync(logs, { recursive: true });
  const half = lines.length / 2;
  writeFileSync(join(logs, '00.jsonl'), text(lines.slice(0, half)));
  // A line that a crash cut off costs nothing but itself.
  writeFileSync(join(logs, '12.jsonl'), `${text(lines.slice(half))}{"date":"${day}","time":"12:0`);
  const analytics = createLocalAnalytics({
    logs: join(folder, 'logs'),
    folder: join(folder, 'work'),
    exportTo: async (copy) => writeFileSync(copy, `${exportedLines(tenants).join('\n')}\n`),
  });
  return { folder, analytics };
}

describe('analytics on DuckDB', () =>
  analyticsContract(async (given) => {
    const { folder, analytics } = openFolder(given);
    return {
      analytics,
      spoil: async (day) =>
        writeFileSync(join(folder, `work/visits/day=${day}/visits.parquet`), 'no Parquet'),
      end: async () => analytics.close(),
    };
  }));

describe('in the folder', () => {
  const tenants = madeTenants(12, 30);
  let folder: string;
  let analytics: LocalAnalytics;
  beforeAll(() => {
    const lines = [...madeTraffic(DAY, 30_000, tenants)];
    ({ folder, analytics } = openFolder({ day: DAY, lines, tenants }));
  });
  afterAll(() => analytics.close());

  it('leaves nothing that tells who somebody is', async () => {
    const { copy } = await analytics.exportTable('test');
    await analytics.clean('test', DAY, copy);

    const kept = readFileSync(join(folder, `work/visits/day=${DAY}/visits.parquet`), 'latin1');

    expect(kept).not.toMatch(/198\.51\.|2001:db8|Firefox|Gecko|someone@|example\.org\/list|secret/);
    expect(kept).toMatch(/visitor/);
  });

  it('a day that was not cleaned is no day without visits', async () => {
    await expect(Array.fromAsync(analytics.count('totals', '2026-11-19'))).rejects.toThrow(AnalyticsFailed);
  });
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIGURES } from '../../analytics/steps.ts';
import { countIndependently } from './independent-count.testing.ts';
import { createLocalAnalytics, type LocalAnalytics } from './local.ts';
import { AnalyticsFailed } from './port.ts';
import { exportedLines, madeTenants, madeTraffic } from './traffic.testing.ts';

const DAY = '2026-11-21';
const tenants = madeTenants(12, 30);
const lines = [...madeTraffic(DAY, 30_000, tenants)];
let folder: string;
let analytics: LocalAnalytics;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'analytics-'));
  mkdirSync(join(folder, 'logs/2026/11/21'), { recursive: true });
  const half = lines.length / 2;
  const file = (hour: string) => join(folder, `logs/2026/11/21/${hour}.jsonl`);
  writeFileSync(file('00'), text(lines.slice(0, half)));
  // A line that a crash cut off costs nothing but itself.
  writeFileSync(file('12'), `${text(lines.slice(half))}{"date":"${DAY}","time":"12:0`);
  analytics = createLocalAnalytics({
    logs: join(folder, 'logs'),
    folder: join(folder, 'work'),
    exportTo: async (copy) => writeFileSync(copy, `${exportedLines(tenants).join('\n')}\n`),
  });
});
afterAll(() => {
  analytics.close();
  rmSync(folder, { recursive: true });
});

const text = (some: readonly object[]): string => some.map((line) => `${JSON.stringify(line)}\n`).join('');

async function counted(day: string): Promise<Record<string, unknown>> {
  const { copy } = await analytics.exportTable('test');
  await analytics.clean('test', day, copy);
  const found: Record<string, unknown> = {};
  for (const figure of FIGURES) found[figure] = await Array.fromAsync(analytics.count(figure, day));
  return found;
}

describe('a day of traffic', () => {
  it('is counted as by somebody else, and the same when it is counted again', async () => {
    const expected = countIndependently(lines, DAY, tenants);

    const first = await counted(DAY);
    const second = await counted(DAY);

    expect(first).toEqual(expected);
    expect(second).toEqual(expected);
    for (const figure of FIGURES) expect(expected[figure].length).toBeGreaterThan(5);
  });

  it('leaves nothing that tells who somebody is', async () => {
    await counted(DAY);

    const kept = readFileSync(join(folder, `work/visits/day=${DAY}/visits.parquet`), 'latin1');

    expect(kept).not.toMatch(/198\.51\.|2001:db8|Firefox|Gecko|someone@|example\.org\/list|secret/);
    expect(kept).toMatch(/visitor/);
  });
});

it('a day without a log counts nothing', async () => {
  const found = await counted('2026-11-20');

  expect(found).toEqual(Object.fromEntries(FIGURES.map((figure) => [figure, []])));
});

it('a day that was not cleaned is no day without visits', async () => {
  await expect(Array.fromAsync(analytics.count('totals', '2026-11-19'))).rejects.toThrow(AnalyticsFailed);
});

it('what is no day is refused', async () => {
  await expect(Array.fromAsync(analytics.count('totals', "2026-11-31'; --"))).rejects.toThrow(
    /A day is written like/,
  );
});

/** What every twin of the port does with a day of traffic. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIGURES, type Figure } from '../../analytics/steps.ts';
import { countIndependently } from './independent-count.testing.ts';
import { AnalyticsFailed, type Analytics, type CountRow } from './port.ts';
import { madeTenants, madeTraffic, type LogLine, type MadeTenant } from './traffic.testing.ts';

/** What a twin is opened with: the log of a day, and the tenants of the table. */
export interface Given {
  day: string;
  lines: readonly LogLine[];
  tenants: readonly MadeTenant[];
}

export interface Twin {
  analytics: Analytics;
  /** Puts something else in the place of a day's visits. */
  spoil(day: string): Promise<void>;
  end(): Promise<void>;
}

const DAY = '2026-11-21';
const DAY_WITHOUT_LOG = '2026-11-20';
/** Enough that a figure has more lines than Athena answers at once, which are 1,000. */
const TENANTS = 100;
const LINES = 60_000;
const PAGE = 1000;
const LIMIT_MS = 240_000;
const LOOK_MS = 100;

export function analyticsContract(open: (given: Given) => Promise<Twin>): void {
  const tenants = madeTenants(TENANTS, 30);
  const lines = [...madeTraffic(DAY, LINES, tenants)];
  let twin: Twin;
  beforeAll(async () => {
    twin = await open({ day: DAY, lines, tenants });
  }, LIMIT_MS);
  afterAll(() => twin.end());

  /** A step until it has succeeded, as the state machine repeats it. */
  async function done<Answer>(
    step: () => Promise<Answer>,
    isDone: (answer: Answer) => boolean,
  ): Promise<Answer> {
    for (;;) {
      const answer = await step();
      if (isDone(answer)) return answer;
      await sleep(LOOK_MS);
    }
  }
  async function night(run: string, day: string): Promise<string> {
    const exported = await done(
      () => twin.analytics.exportTable(run),
      ({ state }) => state === 'SUCCEEDED',
    );
    await done(
      () => twin.analytics.clean(run, day, exported.copy),
      (state) => state === 'SUCCEEDED',
    );
    return exported.copy;
  }
  async function counted(day: string): Promise<Record<Figure, CountRow[]>> {
    const found = FIGURES.map(
      async (figure) => [figure, await Array.fromAsync(twin.analytics.count(figure, day))] as const,
    );
    return Object.fromEntries(await Promise.all(found)) as Record<Figure, CountRow[]>;
  }

  describe('a day of traffic', () => {
    it(
      'is counted as by somebody else, every line of every figure, and again the same',
      { timeout: LIMIT_MS },
      async () => {
        const expected = countIndependently(lines, DAY, tenants);
        expect(Math.max(...FIGURES.map((figure) => expected[figure].length))).toBeGreaterThan(PAGE);
        for (const figure of FIGURES) expect(expected[figure].length).toBeGreaterThan(5);

        const copy = await night('night-1', DAY);
        const first = await counted(DAY);
        const sameCopy = await night('night-1', DAY);
        const second = await counted(DAY);

        expect(first).toEqual(expected);
        expect(second).toEqual(expected);
        expect(sameCopy).toBe(copy);
      },
    );
  });

  it('a day without a log counts nothing', { timeout: LIMIT_MS }, async () => {
    await night('night-2', DAY_WITHOUT_LOG);

    expect(await counted(DAY_WITHOUT_LOG)).toEqual(Object.fromEntries(FIGURES.map((figure) => [figure, []])));
  });

  it.each(["2026-11-31'; --", '2026-11-31', '21 November'])('%s is no day, and is refused', async (day) => {
    const refusal = /A day is written like/;

    await expect(Array.fromAsync(twin.analytics.count('totals', day))).rejects.toThrow(refusal);
    await expect(twin.analytics.clean('night-3', day, 'copy')).rejects.toThrow(refusal);
  });

  it('visits that cannot be read fail for good, and say which figure of which day', async () => {
    await twin.spoil(DAY);

    const counting = Array.fromAsync(twin.analytics.count('terms', DAY));

    await expect(counting).rejects.toThrow(AnalyticsFailed);
    await expect(counting).rejects.toThrow(new RegExp(`could not count terms of ${DAY}`));
  });
}

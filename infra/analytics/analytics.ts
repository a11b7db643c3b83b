/**
 * `npm run analytics`: counts what was looked at on a day, from the log of the local server, beside a running platform or
 * without. The same statements and functions as every night on AWS; again is the same.
 *
 *   npm run analytics                        today (UTC), as far as it is over
 *   npm run analytics -- --day 2026-11-21    another day
 */
import '../setup/node-version.mjs';
import { parseArgs } from 'node:util';
import progressBars from 'cli-progress';
import { assertDay } from '#api/analytics/steps.ts';
import { composeStats } from '#infra/local/analytics/analytics.ts';
import { openLocalHome } from '#infra/local/home.ts';

const USAGE = `Usage: npm run analytics -- [--day yyyy-mm-dd]
Counts what was looked at on a day (UTC; today unless told), from the log of the local server.`;
const USAGE_FAULT = 2;

const day = dayAsked();
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const bar = new progressBars.SingleBar({
  format: '{what}  {duration_formatted}',
  noTTYOutput: true,
  notTTYSchedule: 2000,
});

const home = await openLocalHome(process.env);
const stats = composeStats(home.table, home.dataDir, (tenants) =>
  bar.update(3, { what: `writing ${tenants} tenants` }),
);
const run = `by-hand-${day}`;
bar.start(3, 0, { what: 'copying the table' });
try {
  const exported = await stats.prepare({ step: 'export', run });
  bar.update(1, { what: `cleaning the log of ${day}` });
  await stats.prepare({ step: 'clean', run, day, copy: 'copy' in exported ? exported.copy : '' });
  bar.update(2, { what: 'counting' });
  const { tenants, views } = await stats.count({ day });
  bar.stop();
  say(`${day}: ${views} views of ${tenants} ${tenants === 1 ? 'portfolio' : 'portfolios'}`);
} finally {
  bar.stop();
  stats.close();
  await home.close();
}

/** Ends the program where it is none, or help was asked for. */
function dayAsked(): string {
  try {
    const { values } = parseArgs({ options: { day: { type: 'string' }, help: { type: 'boolean' } } });
    const asked = values.day ?? new Date().toISOString().slice(0, 10);
    assertDay(asked);
    if (Date.parse(asked) > Date.now()) throw new Error(`The day has not begun (UTC). Received: ${asked}`);
    if (!values.help) return asked;
    process.stdout.write(`${USAGE}\n`);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${USAGE}\n`);
    process.exit(USAGE_FAULT);
  }
  process.exit(0);
}

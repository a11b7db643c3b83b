/**
 * `npm run reindex`: makes the search index anew from the table, beside a running platform or without. The old one is
 * in use until the new one is whole, so it may be interrupted at any moment and begun again.
 *
 *   npm run reindex                       makes it anew
 *   npm run reindex -- --check            tells how it differs from the table; ends with 1 where it does
 *   npm run reindex -- --repair           mends what differs
 *   npm run reindex -- --without-vectors  leaves meaning and look to the platform's next start
 *   npm run reindex -- --aws              any of these for the deployed platform, see infra/aws/README.md
 */
import '../setup/node-version.mjs';
import { parseArgs } from 'node:util';
import progressBars from 'cli-progress';
import { checkIndex } from './check.ts';
import { rebuildAll } from './rebuild.ts';
import { localHome } from './reindex-home.ts';

const USAGE = `Usage: npm run reindex -- [options]
Makes the search index anew from the table, beside a running platform or without.

  --check            tells how it differs from the table, changes nothing; ends with 1 where it does
  --repair           mends what differs; ends with 1 where something is left
  --without-vectors  leaves meaning and look to the platform's next start
  --aws              any of these for the deployed platform
  --help             this`;
const USAGE_FAULT = 2;

const values = options();
const withoutVectors = values['without-vectors'];
const home = values.aws
  ? (await import('#infra/aws/reindex-home.ts')).awsHome(process.env)
  : await localHome({ looksAlone: values.check && !values.repair });
const { ports, onItsWayMs } = home;
const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort());
const bar = new progressBars.SingleBar({
  format: '{what}  {documents} documents  {duration_formatted}',
  noTTYOutput: true,
  notTTYSchedule: 2000,
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function makeAnew(): Promise<void> {
  home.beginning();
  const done = await rebuildAll(ports, {
    withoutVectors,
    signal: ending.signal,
    onProgress: ({ scope, documents }) => bar.update(documents, { what: `reindexing ${scope}`, documents }),
  });
  bar.stop();
  for (const { scope, documents, tenants, withoutVectors: later } of done) {
    say(
      `${scope}: ${documents} documents of ${tenants} tenants${later > 0 ? `, ${later} without vectors` : ''}`,
    );
  }
  if (done.every(({ withoutVectors: later }) => later === 0)) await home.whole();
}

async function compare(repair: boolean): Promise<void> {
  if (repair) home.beginning();
  const { isEqual, lines } = await checkIndex(ports, {
    repair,
    withoutVectors,
    onItsWayMs,
    signal: ending.signal,
    onProgress: (documents) => bar.update(documents, { what: repair ? 'mending' : 'comparing', documents }),
  });
  bar.stop();
  for (const line of lines) say(line);
  if (!isEqual) process.exitCode = 1;
  else if (repair && !withoutVectors) await home.whole();
}

/** What was asked for; ends the program where that is not known, or help. */
function options() {
  const boolean = { type: 'boolean', default: false } as const;
  try {
    const { values: asked } = parseArgs({
      options: { aws: boolean, check: boolean, repair: boolean, 'without-vectors': boolean, help: boolean },
    });
    if (!asked.help) return asked;
    process.stdout.write(`${USAGE}\n`);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${USAGE}\n`);
    process.exit(USAGE_FAULT);
  }
  process.exit(0);
}

bar.start(0, 0, { what: 'reading', documents: 0 });
try {
  await (values.check || values.repair ? compare(values.repair) : makeAnew());
} catch (error) {
  if (!ending.signal.aborted) throw error;
  process.exitCode = 130;
} finally {
  bar.stop();
  if (process.exitCode === 130) say('Interrupted: the old index stays. Run it again to begin anew.');
  await home.close();
}

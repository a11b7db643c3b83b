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
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import progressBars from 'cli-progress';
import { compareIndex, isEqual, lasting, type Drift } from './drift.ts';
import { rebuildAll } from './rebuild.ts';
import { localHome } from './reindex-home.ts';

const { values } = parseArgs({
  options: {
    aws: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    repair: { type: 'boolean', default: false },
    'without-vectors': { type: 'boolean', default: false },
  },
});
const withoutVectors = values['without-vectors'];
const home = values.aws
  ? (await import('#infra/aws/reindex-home.ts')).awsHome(process.env)
  : await localHome();
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
  const look = (): Promise<Drift[]> =>
    compareIndex(ports, {
      repair,
      withoutVectors,
      signal: ending.signal,
      onProgress: (documents) => bar.update(documents, { what: repair ? 'mending' : 'comparing', documents }),
    });
  let drifts = await look();
  if (!repair && onItsWayMs > 0 && !drifts.every(isEqual)) {
    await sleep(onItsWayMs, undefined, { signal: ending.signal });
    drifts = lasting(drifts, await look());
  }
  bar.stop();
  for (const drift of drifts) say(told(drift));
  const left = repair ? drifts.some(({ ahead }) => ahead.length > 0) : !drifts.every(isEqual);
  if (left) process.exitCode = 1;
  else if (repair && !withoutVectors) await home.whole();
}

function told({ scope, documents, ...differences }: Drift): string {
  const lines = Object.entries(differences)
    .filter(([, keys]) => keys.length > 0)
    .map(
      ([what, keys]) =>
        `  ${what}: ${keys.length} (${keys.slice(0, 5).join(', ')}${keys.length > 5 ? ', …' : ''})`,
    );
  return [
    `${scope}: ${documents} documents, ${lines.length === 0 ? 'as in the table' : 'different:'}`,
    ...lines,
  ].join('\n');
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

/**
 * `npm run reindex`: makes the search index anew from the table, beside a running platform or without. The old one is
 * in use until the new one is whole, so it may be interrupted at any moment and begun again.
 *
 *   npm run reindex                       makes it anew
 *   npm run reindex -- --check            tells how it differs from the table; ends with 1 where it does
 *   npm run reindex -- --repair           mends what differs
 *   npm run reindex -- --without-vectors  leaves meaning and look to the platform's next start
 */
import '../setup/node-version.mjs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import progressBars from 'cli-progress';
import { createLocalMediaStore } from '#api/ports/media-store/local.ts';
import { createPublicContent } from '#api/ports/public-content/table.ts';
import { createResults } from '#api/ports/results/media-store.ts';
import { createTable } from '#api/ports/table/aws.ts';
import { inventory } from '#infra/inventory.ts';
import { createDynamoClient } from '#infra/local/dynamodb/client.ts';
import { ensureTable } from '#infra/local/dynamodb/create-table.ts';
import { startEngine } from '#infra/local/dynamodb/engine.ts';
import { readLocalSecrets } from '#infra/local/local-secrets.ts';
import { logTo } from '#infra/local/log.ts';
import { openLocalSearch, searchFolder } from '#infra/local/search.ts';
import { readSettings } from '#infra/local/settings.ts';
import { runningOn } from '#infra/local/single-instance.ts';
import { compareIndex, isEqual, lasting, type Drift } from './drift.ts';
import { noteFor, removeNote, writeNote } from './note.ts';
import { rebuildAll } from './rebuild.ts';

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    repair: { type: 'boolean', default: false },
    'without-vectors': { type: 'boolean', default: false },
  },
});
const withoutVectors = values['without-vectors'];
const settings = readSettings(process.env);
const { dataDir } = settings;
const running = runningOn(dataDir);
const engine = await startEngine({
  dataDir,
  endpoint: running?.engine ?? settings.dynamodbEndpoint,
  log: () => undefined,
});
const client = createDynamoClient(engine, () => undefined);
await ensureTable(client, inventory.table);
const table = createTable({ client, tableName: inventory.table.name });
const media = createLocalMediaStore({
  dir: join(dataDir, 'media'),
  origin: running?.url ?? `http://localhost:${settings.port}`,
  secret: readLocalSecrets(dataDir).mediaSecret,
});
const search = openLocalSearch(
  dataDir,
  logTo((line) => void process.stderr.write(`${line}\n`)),
);
const ports = {
  ...search,
  table,
  media,
  content: createPublicContent(table),
  results: createResults(media),
};
/** A running platform takes this long for a change at most. */
const ON_ITS_WAY_MS = 2000;
const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort());
const bar = new progressBars.SingleBar({
  format: '{what}  {documents} documents  {duration_formatted}',
  noTTYOutput: true,
  notTTYSchedule: 2000,
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function makeAnew(): Promise<void> {
  removeNote(searchFolder(dataDir));
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
  if (done.every(({ withoutVectors: later }) => later === 0)) await noteWhole();
}

const noteWhole = async (): Promise<void> =>
  writeNote(searchFolder(dataDir), noteFor(await search.embeddings()));

async function compare(repair: boolean): Promise<void> {
  const look = (): Promise<Drift[]> =>
    compareIndex(ports, {
      repair,
      withoutVectors,
      signal: ending.signal,
      onProgress: (documents) => bar.update(documents, { what: repair ? 'mending' : 'comparing', documents }),
    });
  let drifts = await look();
  if (!repair && running && !drifts.every(isEqual)) {
    await sleep(ON_ITS_WAY_MS, undefined, { signal: ending.signal });
    drifts = lasting(drifts, await look());
  }
  bar.stop();
  for (const drift of drifts) say(told(drift));
  const left = repair ? drifts.some(({ ahead }) => ahead.length > 0) : !drifts.every(isEqual);
  if (left) process.exitCode = 1;
  else if (repair && !withoutVectors) await noteWhole();
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
  await search.close();
  client.destroy();
  await engine.close();
}

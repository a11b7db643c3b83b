/** `npm run publish`: renders every public page anew and writes what differs, beside a running platform or without. */
import '../setup/node-version.mjs';
import { availableParallelism } from 'node:os';
import progressBars from 'cli-progress';
import { createTable } from '#api/ports/table/aws.ts';
import { inventory } from '#infra/inventory.ts';
import { createDynamoClient } from './dynamodb/client.ts';
import { ensureTable } from './dynamodb/create-table.ts';
import { startEngine } from './dynamodb/engine.ts';
import { logTo } from './log.ts';
import { composePublisher } from './publisher.ts';
import { readSettings } from './settings.ts';
import { runningOn } from './single-instance.ts';

const settings = readSettings(process.env);
const running = runningOn(settings.dataDir);
const engine = await startEngine({
  dataDir: settings.dataDir,
  endpoint: running?.engine ?? settings.dynamodbEndpoint,
  log: () => undefined,
});
const client = createDynamoClient(engine, () => undefined);
await ensureTable(client, inventory.table);
const { publisher } = await composePublisher({
  table: createTable({ client, tableName: inventory.table.name }),
  dataDir: settings.dataDir,
  url: running?.url ?? `http://localhost:${settings.port}`,
  log: logTo((line) => void process.stderr.write(`${line}\n`)),
});

const bar = new progressBars.SingleBar({
  format: 'publishing  {tenants} portfolios  {pages} pages  {changed} changed  {duration_formatted}',
  noTTYOutput: true,
  notTTYSchedule: 2000,
});
const started = performance.now();
bar.start(0, 0, { tenants: 0, pages: 0, changed: 0 });
try {
  const { tenants, pages, changed } = await publisher.publishAll({
    workers: availableParallelism(),
    onProgress: (progress) => bar.update(progress.pages, { ...progress }),
  });
  bar.stop();
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(
    `${pages} pages of ${tenants} portfolios in ${seconds.toFixed(1)} s (${Math.round(pages / seconds)} a second), ${changed} changed\n`,
  );
} finally {
  bar.stop();
  await publisher.end();
  client.destroy();
  await engine.close();
}

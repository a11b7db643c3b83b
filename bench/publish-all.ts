import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTable } from '#api/ports/table/aws.ts';
import { createDynamoClient } from '#infra/local/dynamodb/client.ts';
import { ensureTable } from '#infra/local/dynamodb/create-table.ts';
import { startEngine } from '#infra/local/dynamodb/engine.ts';
import { composePublisher } from '#infra/local/publisher.ts';
import { table as row } from '#infra/table.ts';
import { copyBare } from './bare-files.ts';
import { round, timed, type Row } from './measure.ts';
import { seedPortfolios } from './seed.ts';

const TENANTS = 100;
const WORKS = 100;
const BAR = 3000;

/** Everything at once, from the table to the bytes on disk: a first time, and again when nothing has changed. */
export async function benchPublishAll(): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'artissist-bench-'));
  const engine = await startEngine({ dataDir, log: () => undefined });
  const client = createDynamoClient(engine, () => undefined);
  try {
    await ensureTable(client, row);
    const table = createTable({ client, tableName: row.name });
    await seedPortfolios(table, { tenants: TENANTS, works: WORKS, prefix: 'bench' });
    const { publisher } = await composePublisher({
      table,
      dataDir,
      url: 'http://localhost:4321',
      log: (_, message, detail) => console.error(message, detail),
    });
    let pages = 0;
    const workers = availableParallelism();
    const run = () => publisher.publishAll({ workers }).then((done) => (pages = done.pages));
    const first = await timed(run);
    const again = await timed(run);
    await publisher.end();
    const bare = copyBare(join(dataDir, 'site/public'), join(dataDir, 'bare'));
    const on = `${pages} pages of ${TENANTS} portfolios, ${workers} workers`;
    const rate = (ms: number) => round(pages / (ms / 1000), 0);
    return [
      {
        name: 'publish everything',
        value: rate(first),
        unit: 'pages/s',
        bar: `>= ${BAR}`,
        met: rate(first) >= BAR,
        on,
      },
      { name: 'publish everything again, nothing changed', value: rate(again), unit: 'pages/s', on },
      {
        name: 'the same files made bare, one thread',
        value: round(bare.files / (bare.ms / 1000), 0),
        unit: 'files/s',
        on: `${bare.files} files`,
      },
    ];
  } finally {
    client.destroy();
    await engine.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

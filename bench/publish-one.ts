import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTable } from '#api/ports/table/aws.ts';
import { createDynamoClient } from '#infra/local/dynamodb/client.ts';
import { connectionTo } from '#infra/local/dynamodb/connection.ts';
import { publicProfile, type TestPlatform } from '#infra/journeys/platform.testing.ts';
import { runningOn } from '#infra/local/single-instance.ts';
import { table as row } from '#infra/table.ts';
import { percentile, round, type Row } from './measure.ts';
import { seedPortfolios } from './seed.ts';

const TIMES = 40;
const FEW = 100;
const MANY = 5000;
const BAR_MS = 300;
const FLAT = 1.2;
const GIVE_UP_MS = 10_000;

/** From the mutation's answer to the new bytes on disk, with few and with many other works published. */
export async function benchPublishOne(platform: TestPlatform, token: string): Promise<Row[]> {
  const engine = runningOn(platform.dataDir)?.engine;
  if (!engine) throw new Error('The platform does not say where its engine is.');
  const client = createDynamoClient(connectionTo(engine), () => undefined);
  const table = createTable({ client, tableName: row.name });
  await publicProfile(platform, token, 'bench-one');
  const id = await createWork(platform, token);

  await seedPortfolios(table, { tenants: 5, works: FEW / 5, prefix: 'few' });
  await samples(platform, token, id, 5);
  const few = await samples(platform, token, id, TIMES);
  await seedPortfolios(table, { tenants: 50, works: (MANY - FEW) / 50, prefix: 'many' });
  const many = await samples(platform, token, id, TIMES);
  client.destroy();
  const ratio = round(percentile(many, 0.5) / percentile(few, 0.5));
  const p95 = round(percentile(many, 0.95), 1);
  return [
    {
      name: 'one work live, p50',
      value: round(percentile(many, 0.5), 1),
      unit: 'ms',
      on: `${MANY} published works`,
    },
    {
      name: 'one work live, p95',
      value: p95,
      unit: 'ms',
      bar: `< ${BAR_MS}`,
      met: p95 < BAR_MS,
      on: `${MANY} published works`,
    },
    {
      name: `one work live, ${MANY} against ${FEW} published works`,
      value: ratio,
      unit: 'x',
      bar: `<= ${FLAT}`,
      met: ratio <= FLAT,
    },
  ];
}

async function createWork(platform: TestPlatform, token: string): Promise<string> {
  const answer = await platform.rest(token, 'POST', '/v1/projects', {
    body: { title: 'Live', description: 'v0' },
  });
  return ((await answer.json()) as { id: string }).id;
}

/** Changes and publishes the work again and again; a sample is the time until its page on disk says so. */
async function samples(platform: TestPlatform, token: string, id: string, times: number): Promise<number[]> {
  const page = join(platform.dataDir, 'site/public/@bench-one/live/index.html');
  const taken: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const read = (await (await platform.rest(token, 'GET', `/v1/projects/${id}`)).json()) as {
      version: number;
    };
    const mark = `mark ${id} ${read.version}`;
    await platform.rest(token, 'PATCH', `/v1/projects/${id}`, {
      body: { description: mark, expectedVersion: read.version },
    });
    const answer = await platform.rest(token, 'POST', `/v1/projects/${id}/publish`, {
      body: { expectedVersion: read.version + 1 },
    });
    await answer.text();
    const started = performance.now();
    while (!holds(page, mark)) {
      if (performance.now() - started > GIVE_UP_MS)
        throw new Error(`The page did not follow within ${GIVE_UP_MS} ms.`);
      await sleep(1);
    }
    taken.push(performance.now() - started);
  }
  return taken;
}

function holds(file: string, mark: string): boolean {
  try {
    return readFileSync(file, 'utf8').includes(mark);
  } catch {
    return false;
  }
}

/** Consumers killed at random while changes stream: afterwards the index is as the table. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLocalMediaStore } from '#api/ports/media-store/local.ts';
import { createTable } from '#api/ports/table/aws.ts';
import { inventory } from '../inventory.ts';
import { createDynamoClient } from '../local/dynamodb/client.ts';
import { ensureTable } from '../local/dynamodb/create-table.ts';
import { startEngine, type Engine } from '../local/dynamodb/engine.ts';
import { openSearchConsumers } from '../search/consumers.testing.ts';
import { compareIndex, isEqual } from '../search/drift.ts';
import { beginHistory } from '../search/history.testing.ts';
import { seeded } from './shuffle.testing.ts';

const CHANGES = 5_000;
/** Tenants whose histories go on side by side; the last one is deleted in the end. */
const TENANTS = 8;
/** Kills at least; as many as there is time for. */
const KILLS = 5;
/** A process lives for so long at most, ms. */
const LIFE = 2500;

let dataDir: string;
let engine: Engine;
let child: ChildProcess | undefined;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'artissist-reliable-'));
  engine = await startEngine({
    dataDir,
    endpoint: process.env.DYNAMODB_ENDPOINT || undefined,
    log: () => undefined,
  });
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await engine.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test('consumers killed at random while 5,000 changes stream leave the index as the table is', async () => {
  const { next } = seeded(20_261_122);
  const client = createDynamoClient(engine, () => undefined);
  await ensureTable(client, inventory.table);
  const stores = {
    table: createTable({ client, tableName: inventory.table.name }),
    media: createLocalMediaStore({
      dir: join(dataDir, 'media'),
      origin: 'http://localhost',
      secret: 'x'.repeat(32),
    }),
  };
  const folder = join(dataDir, 'consumers');
  mkdirSync(folder);
  const start = async (): Promise<ChildProcess> => {
    child = fork(join(import.meta.dirname, 'search-consumers.testing.ts'), [engine.endpoint, folder], {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await once(child, 'message');
    return child;
  };

  let left = CHANGES;
  const histories = await Promise.all(
    Array.from({ length: TENANTS }, (_, at) => beginHistory(stores, at + 1, `artist-${at}`)),
  );
  const changing = Promise.all(
    histories.map(async ({ step }) => {
      while (left > 0) {
        left -= 1;
        await step();
      }
    }),
  );
  let kills = 0;
  while (left > 0 || kills < KILLS) {
    const running = await start();
    await sleep(100 + next() * LIFE);
    running.kill('SIGKILL');
    await once(running, 'exit');
    kills += 1;
  }
  await changing;
  await histories.at(-1)?.remove();

  const last = await start();
  last.send('finish');
  const [code] = (await once(last, 'exit')) as [number | null];
  const { ports, bus, close } = await openSearchConsumers({
    endpoint: engine.endpoint,
    dataDir: folder,
    log: () => undefined,
  });
  const drifts = await compareIndex(ports);
  expect(code).toBe(0);
  expect(drifts.filter((drift) => !isEqual(drift))).toEqual([]);
  expect(drifts.map(({ documents }) => documents > 40)).toEqual([true, true]);
  expect(['index-content', 'embed'].flatMap((name) => bus.deadLetters(name))).toEqual([]);
  await close();
  client.destroy();
}, 400_000);

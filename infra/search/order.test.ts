/** Events in any order, and doubled, end in the index that the table makes from nothing. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SearchIndex, Standing } from '#api/ports/search-index/port.ts';
import { createLocalMediaStore } from '#api/ports/media-store/local.ts';
import { createTable } from '#api/ports/table/aws.ts';
import { inventory } from '#infra/inventory.ts';
import { createDynamoClient } from '#infra/local/dynamodb/client.ts';
import { ensureTable } from '#infra/local/dynamodb/create-table.ts';
import { startEngine, type Engine } from '#infra/local/dynamodb/engine.ts';
import { openSearchConsumers } from './consumers.testing.ts';
import { compareIndex, isEqual } from './drift.ts';
import { beginHistory, type Stores } from './history.testing.ts';
import { SCOPES } from './sources.ts';

let dataDir: string;
let engine: Engine;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'artissist-search-'));
  engine = await startEngine({
    dataDir,
    endpoint: process.env.DYNAMODB_ENDPOINT || undefined,
    log: () => undefined,
  });
});
afterEach(async () => {
  await engine.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const STEPS = 150;

async function standingOf(index: SearchIndex): Promise<Standing[]> {
  const all = await Promise.all(SCOPES.map((scope) => Array.fromAsync(index.standing(scope))));
  return all.flat();
}

async function stores(): Promise<Stores & { end(): void }> {
  const client = createDynamoClient(engine, () => undefined);
  await ensureTable(client, inventory.table);
  return {
    table: createTable({ client, tableName: inventory.table.name }),
    media: createLocalMediaStore({
      dir: join(dataDir, 'media'),
      origin: 'http://localhost',
      secret: 'x'.repeat(32),
    }),
    end: () => client.destroy(),
  };
}

test.each([
  ['in order', undefined],
  ['shuffled and doubled by seed 1', { seed: 1, doubles: true }],
  ['shuffled and doubled by seed 2', { seed: 2, doubles: true }],
])(
  '%s, the same history ends in the index that the table makes from nothing',
  async (_, shuffle) => {
    const { table, media, end } = await stores();
    const logged: string[] = [];
    const consumers = await openSearchConsumers({
      endpoint: engine.endpoint,
      dataDir,
      shuffle,
      log: (line) => logged.push(line),
    });
    consumers.bus.start();

    const histories = await Promise.all(
      [1, 2, 3].map((seed) => beginHistory({ table, media }, seed, `artist-${seed}`)),
    );
    await Promise.all(
      histories.map(async ({ step }) => {
        for (let steps = 0; steps < STEPS; steps += 1) await step();
      }),
    );
    await histories[2]?.remove();
    await consumers.bus.idle({ withConsequences: true });

    const drifts = await compareIndex(consumers.ports);
    const scratch = await openSearchConsumers({
      endpoint: engine.endpoint,
      dataDir: join(dataDir, 'scratch'),
      log: () => undefined,
    });
    await compareIndex(scratch.ports, { repair: true });
    expect(drifts.filter((drift) => !isEqual(drift))).toEqual([]);
    expect(await standingOf(consumers.index)).toEqual(await standingOf(scratch.index));
    expect(drifts.map(({ documents }) => documents > 10)).toEqual([true, true]);
    expect(logged).toEqual([]);
    await scratch.close();
    await consumers.close();
    end();
  },
  120_000,
);

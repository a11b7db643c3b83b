/** Events in any order, and doubled, end in the index that the table makes from nothing. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
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

/** Everything that stands in an index, with the texts that it was made of. */
async function standingOf(index: SearchIndex, folder: string): Promise<Array<Standing & { text: string }>> {
  const all = await Promise.all(
    SCOPES.map(async (scope) => {
      const { use } = JSON.parse(readFileSync(join(folder, 'search', `${scope}.json`), 'utf8')) as {
        use: string;
      };
      const file = new DatabaseSync(join(folder, 'search', use), { readOnly: true });
      const rows = file.prepare('SELECT docKey, json FROM document JOIN content USING (id)').all();
      file.close();
      const texts = new Map(rows.map(({ docKey, json }) => [docKey, String(json)]));
      const standing = await Array.fromAsync(index.standing(scope));
      return standing.map((one) => ({ ...one, text: texts.get(one.docKey) ?? '' }));
    }),
  );
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
    expect(await standingOf(consumers.index, dataDir)).toEqual(
      await standingOf(scratch.index, join(dataDir, 'scratch')),
    );
    expect(drifts.map(({ documents }) => documents > 3)).toEqual([true, true]);
    expect(logged).toEqual([]);
    await scratch.close();
    await consumers.close();
    end();
  },
  120_000,
);

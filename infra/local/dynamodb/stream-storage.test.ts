import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { table } from '#infra/table.ts';
import { ensureTable } from './create-table.ts';
import { startEngine, type Engine } from './engine.ts';
import { openStreamStorage } from './stream-storage.ts';
import { startTtlSweeper } from './ttl-sweeper.ts';

let dataDir: string;
let engine: Engine;
let client: DynamoDBClient;
let file: string;
const now = Math.floor(Date.now() / 1000);
const put = (id: string, expires?: number) =>
  client.send(
    new PutItemCommand({
      TableName: table.name,
      Item: { PK: { S: id }, SK: { S: 'x' }, ...(expires && { [table.ttl]: { N: String(expires) } }) },
    }),
  );

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'stream-'));
  engine = await startEngine({ dataDir, log: () => undefined });
  client = new DynamoDBClient(engine);
  file = join(dataDir, 'dynamodb/tables.db');
  await ensureTable(client, table);
});
afterAll(async () => {
  await engine.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe("the engine's stream", () => {
  test('finds its last number by an index, so that a write costs the same after many', () => {
    const database = new DatabaseSync(file, { readOnly: true });

    const plan = database
      .prepare(
        `EXPLAIN QUERY PLAN SELECT MAX(CAST(sequence_number AS INTEGER)) FROM _stream_records WHERE table_name = 'x'`,
      )
      .all();

    expect(JSON.stringify(plan)).toContain('USING COVERING INDEX');
    database.close();
  });

  test('forgets records after 24 hours, but never its last number', async () => {
    for (const id of ['a', 'b', 'c']) await put(id);
    const storage = openStreamStorage(file)!;

    const early = storage.trim(now + 60);
    const late = storage.trim(now + 2 * 24 * 60 * 60);

    expect([early, late]).toEqual([0, 2]);
    storage.close();
  });

  test('may be written to from here: the engine waits for its turn', async () => {
    const database = new DatabaseSync(file, { timeout: 5000 });
    database.exec('BEGIN IMMEDIATE');
    const writing = put('patient');
    await new Promise((settle) => setTimeout(settle, 300));

    database.exec('COMMIT');
    database.close();

    await expect(writing).resolves.toMatchObject({ $metadata: { httpStatusCode: 200, attempts: 1 } });
  });

  test('is left alone when its layout is another one', () => {
    const other = join(dataDir, 'other.db');
    new DatabaseSync(other).exec('CREATE TABLE _stream_records (whatever TEXT)');

    expect(openStreamStorage(other)).toBeUndefined();
  });
});

describe('the sweeper', () => {
  test('deletes what has expired and nothing else, a bounded number a round', async () => {
    await put('kept');
    await put('later', now + 1000);
    for (let n = 0; n < 30; n += 1) await put(`old-${n}`, now - 1000);
    const sweeper = startTtlSweeper({ client, table, log: () => undefined, pageSize: 10, pagesPerRound: 1 });

    const rounds: number[] = [];
    for (let n = 0; n < 6; n += 1) rounds.push(await sweeper.sweep());

    expect(rounds.reduce((sum, deleted) => sum + deleted)).toBe(30);
    expect(Math.max(...rounds)).toBeLessThanOrEqual(10);
    await sweeper.close();
  });
});

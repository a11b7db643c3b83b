import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient, GetRecordsCommand } from '@aws-sdk/client-dynamodb-streams';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { toEvents } from '#api/functions/to-events/to-events.ts';
import { ensureTable } from '#infra/local/dynamodb/create-table.ts';
import { startEngine, type Engine } from '#infra/local/dynamodb/engine.ts';
import { table } from '#infra/table.ts';
import { openJournal, type Journal } from './journal.ts';
import { createStreamPoller, type StreamPoller, type StreamPollerOptions } from './stream-poller.ts';

let engineDir: string;
let engine: Engine;
let client: DynamoDBClient;
let streams: DynamoDBStreamsClient;
let streamArn: string;

let dataDir: string;
let journal: Journal;
let gaps: string[];
let logged: string[];
const pollers: StreamPoller[] = [];

const put = (id: string) =>
  client.send(
    new PutItemCommand({
      TableName: table.name,
      Item: {
        PK: { S: 'TENANT#t' },
        SK: { S: `PROJECT#${id}` },
        entity: { S: 'project' },
        id: { S: id },
        tenantId: { S: 't' },
        version: { N: '1' },
        updatedAt: { S: '2026-01-01T00:00:00.000Z' },
        picture: { B: new Uint8Array([1, 2, 3]) },
      },
    }),
  );
const read = (): string[] => journal.read(0, 10_000).map((entry) => entry.event.entityId);

function poll(extra: Partial<StreamPollerOptions> = {}): StreamPoller {
  const onGap = (reason: string): Promise<void> => Promise.resolve(void gaps.push(reason));
  const poller = createStreamPoller({
    client: streams,
    streamArn,
    journal,
    toEvents,
    onGap,
    log: (message) => logged.push(message),
    tableIsNew: true,
    ...extra,
  });
  pollers.push(poller);
  poller.start();
  return poller;
}

/** As if the engine had forgotten all records but the last `keep`. */
function forget(keep: number): void {
  const database = new DatabaseSync(join(engineDir, 'dynamodb/tables.db'), { timeout: 5000 });
  database.exec(`DELETE FROM _stream_records WHERE id <= (SELECT MAX(id) FROM _stream_records) - ${keep}`);
  database.close();
}

beforeAll(async () => {
  engineDir = mkdtempSync(join(tmpdir(), 'poller-engine-'));
  engine = await startEngine({ dataDir: engineDir, log: () => undefined });
  client = new DynamoDBClient(engine);
  streams = new DynamoDBStreamsClient({ ...engine, endpoint: engine.streamsEndpoint });
  ({ streamArn } = await ensureTable(client, table));
});
afterAll(async () => {
  await engine.close();
  rmSync(engineDir, { recursive: true, force: true });
});
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'poller-'));
  journal = openJournal(dataDir);
  gaps = [];
  logged = [];
});
afterEach(async () => {
  for (const poller of pollers.splice(0)) await poller.close();
  journal.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('the poller', () => {
  test('brings every change into the journal, in order, with what was there before it started', async () => {
    await put('a');
    const poller = poll();

    for (const id of ['b', 'c']) await put(id);
    await poller.catchUp();

    expect(read().slice(-3)).toEqual(['a', 'b', 'c']);
    expect(gaps).toEqual([]);
  });

  test('reads more than one page', async () => {
    await Promise.all(Array.from({ length: 1100 }, (_, n) => put(`page-${n}`)));
    const poller = poll();

    await poller.catchUp();

    const all = journal.read(0, 5000).map((entry) => entry.event.entityId);
    expect(new Set(all.filter((id) => id.startsWith('page-'))).size).toBe(1100);
  });

  test('goes on where it was', async () => {
    await put('d');
    const first = poll();
    await first.catchUp();
    await first.close();
    const count = read().length;
    await put('e');

    await poll().catchUp();

    expect(read().slice(count)).toEqual(['e']);
    expect(gaps).toEqual([]);
  });

  test('a poke is answered although the next read is far away', async () => {
    const poller = poll({ activeMs: 3_600_000, idleMs: 3_600_000 });
    await poller.catchUp();
    const appended = new Promise<void>((settle) => journal.onAppend(settle));

    await put('poked');
    poller.poke();

    await appended;
    expect(read().at(-1)).toBe('poked');
  });

  test('a record that cannot be understood is skipped and said', async () => {
    const poller = poll({
      toEvents: (record) => {
        if (record.dynamodb?.NewImage?.['id']?.S === 'odd') throw new Error('odd');
        return toEvents(record);
      },
    });

    for (const id of ['odd', 'even']) await put(id);
    await poller.catchUp();

    expect(read().slice(-1)).toEqual(['even']);
    expect(logged.join()).toContain('skipped stream record');
  });

  test('an engine that does not answer for a moment is asked again', async () => {
    let broken = 2;
    const flaky: StreamPollerOptions['client'] = {
      send: ((command: GetRecordsCommand) =>
        command instanceof GetRecordsCommand && broken-- > 0
          ? Promise.reject(new Error('ECONNREFUSED'))
          : streams.send(command)) as DynamoDBStreamsClient['send'],
    };
    await put('f');

    await poll({ client: flaky }).catchUp();

    expect(read().at(-1)).toBe('f');
  });

  test('a closed poller ends waits with an error', async () => {
    const poller = poll();
    await poller.close();

    await expect(poller.catchUp()).rejects.toThrow('not being read');
  });
});

describe('a gap', () => {
  test('a journal that is new to a table with a past asks for reconciliation', async () => {
    await poll({ tableIsNew: false }).catchUp();

    expect(gaps).toEqual([expect.stringContaining('has not read the stream of this table before')]);
  });

  test('records that were dropped before they were read ask for reconciliation, what is left is read', async () => {
    await put('g');
    const first = poll();
    await first.catchUp();
    await first.close();
    for (const id of ['h', 'i', 'j']) await put(id);
    forget(2);

    await poll().catchUp();

    expect(gaps).toEqual([expect.stringContaining('is gone')]);
    expect(read().slice(-2)).toEqual(['i', 'j']);
  });

  test('a stream that ends before the position is another one', async () => {
    journal.resetStream(streamArn, false);
    journal.append([], {
      shardId: `shardId-00000001-${table.name}`,
      sequenceNumber: '999999',
      finished: false,
    });

    await poll().catchUp();

    expect(gaps).toEqual([expect.stringContaining('record 999999, the last one read')]);
  });

  test('another stream asks for reconciliation', async () => {
    journal.resetStream('arn:of:another', false);

    await poll().catchUp();

    expect(gaps).toEqual([expect.stringContaining('another one than before')]);
  });

  test('a reconciliation that did not end is done again at the next start', async () => {
    const first = poll({ tableIsNew: false, onGap: () => Promise.reject(new Error('killed')) });
    await first.catchUp();
    await first.close();

    const second = poll({ tableIsNew: false });
    await second.catchUp();
    await second.close();
    await poll({ tableIsNew: false }).catchUp();

    expect(gaps).toEqual(['an earlier reconciliation did not end']);
  });
});

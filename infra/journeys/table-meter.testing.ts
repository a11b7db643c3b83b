/**
 * What the platform asks of its table: an engine behind a door of ours, which has every request answer the capacity
 * that it took, as DynamoDB does when `ReturnConsumedCapacity` is asked for, and reads the stream's records as they
 * pass.
 */
import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DynamoDBRecord } from 'aws-lambda';
import { toEvents } from '#api/functions/to-events/to-events.ts';
import { startEngine } from '../local/dynamodb/engine.ts';

/** What something took of the table, and what the stream said of it. */
export interface Taken {
  /** Requests, also those that failed. */
  requests: number;
  /** Request units, half ones of eventually consistent reads counted as such. */
  readUnits: number;
  /** Request units of the table and of its indexes. */
  writeUnits: number;
  /** Records of the stream. */
  records: number;
  /** Events by type. */
  events: Record<string, number>;
}

export interface TableMeter {
  endpoint: string;
  /** What was taken since the last call. */
  taken(): Taken;
  /** Waits until nothing has been asked of the table for a moment, the stream left aside. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

const READS = new Set(['GetItem', 'BatchGetItem', 'Query', 'Scan', 'TransactGetItems']);
const WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems']);

/** Longer than the stream's reader and the publisher's writer of lists wait. */
const QUIET_MS = 1000;

const nothing = (): Taken => ({ requests: 0, readUnits: 0, writeUnits: 0, records: 0, events: {} });

export async function startTableMeter(): Promise<TableMeter> {
  const dataDir = mkdtempSync(join(tmpdir(), 'artissist-meter-'));
  const engine = await startEngine({ dataDir, log: () => undefined });
  let taken = nothing();
  let asked = 0;
  // A shard is read from its beginning again after a reconnection.
  const seen = new Set<string>();

  const note = (operation: string, answer: Answer): void => {
    const capacity = [answer.ConsumedCapacity ?? []].flat();
    const units = capacity.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
    if (READS.has(operation)) taken.readUnits += units;
    if (WRITES.has(operation)) taken.writeUnits += units;
    for (const record of answer.Records ?? []) {
      const number = record.dynamodb?.SequenceNumber ?? '';
      if (seen.has(number)) continue;
      seen.add(number);
      taken.records += 1;
      for (const { type } of toEvents(record)) taken.events[type] = (taken.events[type] ?? 0) + 1;
    }
  };

  const door = createServer((request, response) => {
    void (async () => {
      const [, operation = ''] = String(request.headers['x-amz-target']).split('.');
      const sent = await bodyOf(request);
      const metered = READS.has(operation) || WRITES.has(operation);
      if (metered) {
        asked += 1;
        taken.requests += 1;
      }
      const body = metered
        ? JSON.stringify({ ...(JSON.parse(sent) as object), ReturnConsumedCapacity: 'INDEXES' })
        : sent;
      const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers;
      const answer = await fetch(engine.endpoint, {
        method: 'POST',
        headers: headers as Record<string, string>,
        body,
      });
      const text = await answer.text();
      if (answer.ok) note(operation, JSON.parse(text) as Answer);
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
      response.end(text);
    })().catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));

  return {
    endpoint: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
    taken() {
      const now = taken;
      taken = nothing();
      return now;
    },
    async quiet() {
      for (let before = -1; before !== asked;) {
        before = asked;
        await sleep(QUIET_MS);
      }
    },
    async close() {
      door.closeAllConnections();
      await new Promise((resolve) => door.close(resolve));
      await engine.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

interface Answer {
  ConsumedCapacity?: Capacity | Capacity[];
  Records?: DynamoDBRecord[];
}

interface Capacity {
  CapacityUnits?: number;
}

async function bodyOf(request: AsyncIterable<unknown>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

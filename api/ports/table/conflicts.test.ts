import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTable } from './aws.ts';
import { BACKOFF } from './conflicts.ts';
import { TransactionCancelled } from './port.ts';

/** One answer of DynamoDB's: an error's type and the codes of its reasons, or null for success. */
type Answer = { type: string; codes?: string[] } | null;

const cancelled = (...codes: string[]): Answer => ({ type: 'TransactionCanceledException', codes });
const CONFLICT = cancelled('None', 'TransactionConflict');

let server: Server;
let client: DynamoDBClient;
let answers: Answer[];
let tokens: unknown[];
let pauses: number[];

beforeEach(async () => {
  [answers, tokens, pauses] = [[], [], []];
  server = createServer((request, response) => {
    void json(request).then((asked) => {
      tokens.push((asked as { ClientRequestToken?: string }).ClientRequestToken);
      const answer = answers.shift() ?? null;
      response.writeHead(answer ? 400 : 200, { 'content-type': 'application/x-amz-json-1.0' }).end(
        JSON.stringify(
          answer && {
            __type: `com.amazonaws.dynamodb.v20120810#${answer.type}`,
            message: answer.type,
            CancellationReasons: answer.codes?.map((Code) => ({ Code })),
          },
        ),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'local',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    maxAttempts: 1,
  });
});
afterEach(() => {
  client.destroy();
  server.close();
});

function table() {
  const sleep = async (ms: number): Promise<void> => void pauses.push(ms);
  return createTable({ client, tableName: 'T', backoff: { ...BACKOFF, random: () => 0.5, sleep } });
}

const key = { PK: 'A', SK: 'B' };
const transact = () => table().transact([{ put: key }, { remove: { PK: 'A', SK: 'C' } }]);

describe('a transaction', () => {
  test('that met another is sent again as a new one, later each time', async () => {
    answers = [CONFLICT, cancelled('TransactionConflict', 'TransactionConflict'), null];

    await transact();

    expect(new Set(tokens).size).toBe(3);
    expect(pauses).toEqual([25, 50]);
  });

  test('that is under way is sent again as the same one', async () => {
    answers = [{ type: 'TransactionInProgressException' }, null];

    await transact();

    expect(tokens[0]).toEqual(expect.any(String));
    expect(tokens).toEqual([tokens[0], tokens[0]]);
  });

  test('is given up after its retries, with pauses that stop growing', async () => {
    answers = Array.from({ length: 100 }, () => CONFLICT);

    await expect(transact()).rejects.toMatchObject({ name: 'TransactionCanceledException' });

    expect(pauses).toEqual([25, 50, 100, 200, 400, 500]);
    expect(tokens).toHaveLength(7);
  });

  test.each([
    ['a failed condition', ['ConditionalCheckFailed', 'None']],
    ['a failed condition beside a conflict', ['ConditionalCheckFailed', 'TransactionConflict']],
  ])('with %s is sent once', async (_, codes) => {
    answers = [cancelled(...codes)];

    await expect(transact()).rejects.toEqual(new TransactionCancelled([true, false], [null, null]));

    expect(tokens).toHaveLength(1);
  });

  test.each([
    ['no reason that is known', cancelled('None', 'None')],
    [
      'too little capacity beside a conflict',
      cancelled('ProvisionedThroughputExceeded', 'TransactionConflict'),
    ],
    ['another error', { type: 'ValidationException' }],
  ])('with %s is sent once', async (_, answer) => {
    answers = [answer];

    await expect(transact()).rejects.toMatchObject({ name: answer?.type });

    expect(tokens).toHaveLength(1);
  });
});

test.each([
  ['put', () => table().put({ ...key, n: 1 })],
  ['update', () => table().update(key, { expression: 'SET n = :n', values: { ':n': 1 } })],
])('a single %s that met a transaction is sent again', async (_, write) => {
  answers = [{ type: 'TransactionConflictException' }, null];

  await write();

  expect(tokens).toHaveLength(2);
});

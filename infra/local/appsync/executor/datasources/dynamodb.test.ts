import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DataSource, DataSourceResult, Json, JsonObject } from '../../types.ts';
import { dynamoDbDataSource } from './dynamodb.ts';
import type { TestTable } from '../testing/dynamodb.ts';
import { startTable } from '../testing/dynamodb.ts';

let table: TestTable;
let source: DataSource;

beforeAll(async () => {
  table = await startTable({
    TableName: 'items',
    KeySchema: [
      { AttributeName: 'PK', KeyType: 'HASH' },
      { AttributeName: 'SK', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: [
      { AttributeName: 'PK', AttributeType: 'S' },
      { AttributeName: 'SK', AttributeType: 'S' },
      { AttributeName: 'rank', AttributeType: 'N' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'byRank',
        KeySchema: [
          { AttributeName: 'PK', KeyType: 'HASH' },
          { AttributeName: 'rank', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
    BillingMode: 'PAY_PER_REQUEST',
  });
  source = dynamoDbDataSource({ client: table.client, tableName: 'items' });
});
afterAll(() => table.stop());

const context = {} as Parameters<DataSource['invoke']>[1]['context'];
const signal = new AbortController().signal;

function run(request: JsonObject): Promise<DataSourceResult> {
  return source.invoke(request, { context, signal });
}

const key = (PK: string, SK: string): JsonObject => ({ PK: { S: PK }, SK: { S: SK } });

function put(PK: string, SK: string, attributeValues: JsonObject = {}): Promise<DataSourceResult> {
  return run({ operation: 'PutItem', key: key(PK, SK), attributeValues });
}

/** A partition of its own for each test. */
let partition = 0;
let PK = '';
beforeEach(() => {
  partition += 1;
  PK = `P${partition}`;
});

describe('items', () => {
  test('every attribute type comes back as JSON', async () => {
    const attributeValues: Record<string, Json> = {
      text: { S: 'a' },
      number: { N: 1.5 },
      numberText: { N: '2' },
      yes: { BOOL: true },
      nothing: { NULL: null },
      binary: { B: 'aGk=' },
      texts: { SS: ['a', 'b'] },
      numbers: { NS: [1, 23, 4.56] },
      list: { L: [{ S: 'a' }, { M: { deep: { N: 1 } } }] },
    };
    const written = await put(PK, 'A', attributeValues);

    const read = await run({ operation: 'GetItem', key: key(PK, 'A'), consistentRead: true });

    const numbers = (read.result as { numbers: number[] }).numbers.toSorted((a, b) => a - b);
    expect({ ...(read.result as object), numbers }).toEqual({
      PK,
      SK: 'A',
      text: 'a',
      number: 1.5,
      numberText: 2,
      yes: true,
      nothing: null,
      binary: 'aGk=',
      texts: ['a', 'b'],
      numbers: [1, 4.56, 23],
      list: ['a', { deep: 1 }],
    });
    expect(written.result).toMatchObject({ PK, SK: 'A', text: 'a', binary: 'aGk=' });
  });

  test('an absent item is null', async () => {
    expect(await run({ operation: 'GetItem', key: key(PK, 'A') })).toEqual({
      result: null,
      error: null,
    });
  });

  test('an update answers the new item, a delete the old one', async () => {
    await put(PK, 'A', { count: { N: 1 } });

    const updated = await run({
      operation: 'UpdateItem',
      key: key(PK, 'A'),
      update: {
        expression: 'SET #c = #c + :one REMOVE #gone',
        expressionNames: { '#c': 'count', '#gone': 'gone' },
        expressionValues: { ':one': { N: 1 } },
      },
    });
    const deleted = await run({ operation: 'DeleteItem', key: key(PK, 'A') });

    expect(updated.result).toEqual({ PK, SK: 'A', count: 2 });
    expect(deleted.result).toEqual({ PK, SK: 'A', count: 2 });
  });

  test('a projection reads only what it names', async () => {
    await put(PK, 'A', { a: { N: 1 }, b: { N: 2 } });

    const { result } = await run({
      operation: 'GetItem',
      key: key(PK, 'A'),
      projection: { expression: '#b', expressionNames: { '#b': 'b' } },
    });

    expect(result).toEqual({ b: 2 });
  });
});

describe('a failed condition', () => {
  const absent = { expression: 'attribute_not_exists(PK)' };
  const never = {
    expression: '#v = :v',
    expressionNames: { '#v': 'version' },
    expressionValues: { ':v': { N: 99 } },
  };
  const failed = {
    message: expect.stringMatching(/^The conditional request failed \(Service: DynamoDb/),
    type: 'DynamoDB:ConditionalCheckFailedException',
  };

  test('a PutItem equal to the stored item succeeds', async () => {
    await put(PK, 'A', { a: { N: 1 } });

    const again = { operation: 'PutItem', key: key(PK, 'A'), attributeValues: { a: { N: 1 } } };

    expect(await run({ ...again, condition: absent })).toEqual({
      result: { PK, SK: 'A', a: 1 },
      error: null,
    });
  });

  test('a different PutItem shows the stored item beside the error', async () => {
    await put(PK, 'A', { a: { N: 1 } });

    const other = { operation: 'PutItem', key: key(PK, 'A'), attributeValues: { a: { N: 2 } } };

    expect(await run({ ...other, condition: absent })).toEqual({
      result: { PK, SK: 'A', a: 1 },
      error: failed,
    });
  });

  test('equalsIgnore leaves attributes out of the comparison', async () => {
    await put(PK, 'A', { a: { N: 1 }, at: { S: 'then' } });

    const { error } = await run({
      operation: 'PutItem',
      key: key(PK, 'A'),
      attributeValues: { a: { N: 1 }, at: { S: 'now' } },
      condition: { ...absent, equalsIgnore: ['at'] },
    });

    expect(error).toBeNull();
  });

  test('a DeleteItem of an absent item succeeds, of a present one does not', async () => {
    await put(PK, 'A', { version: { N: 1 } });

    const gone = await run({ operation: 'DeleteItem', key: key(PK, 'B'), condition: never });
    const kept = await run({ operation: 'DeleteItem', key: key(PK, 'A'), condition: never });

    expect(gone).toEqual({ result: null, error: null });
    expect(kept).toEqual({ result: { PK, SK: 'A', version: 1 }, error: failed });
  });

  test('an UpdateItem shows the stored item beside the error', async () => {
    await put(PK, 'A', { version: { N: 1 } });

    const outcome = await run({
      operation: 'UpdateItem',
      key: key(PK, 'A'),
      update: { expression: 'SET a = :a', expressionValues: { ':a': { N: 1 } } },
      condition: never,
    });

    expect(outcome).toEqual({ result: { PK, SK: 'A', version: 1 }, error: failed });
  });
});

describe('pages', () => {
  const inPartition = () => ({
    expression: '#pk = :pk',
    expressionNames: { '#pk': 'PK' },
    expressionValues: { ':pk': { S: PK } },
  });

  test('a token leads through every page and then is null', async () => {
    for (const SK of ['A', 'B', 'C']) await put(PK, SK);
    const seen: Json[] = [];
    const counts: Json[] = [];
    let nextToken: Json = null;

    do {
      const { result } = await run({ operation: 'Query', query: inPartition(), limit: 2, nextToken });
      const page = result as { items: Array<{ SK: string }>; nextToken: Json; scannedCount: number };
      seen.push(...page.items.map(({ SK }) => SK));
      counts.push(page.scannedCount);
      nextToken = page.nextToken;
    } while (nextToken !== null);

    expect(seen).toEqual(['A', 'B', 'C']);
    expect(counts).toEqual([2, 1]);
  });

  test('a query over an index goes backwards, filters and projects', async () => {
    await put(PK, 'A', { rank: { N: 3 }, keep: { BOOL: true } });
    await put(PK, 'B', { rank: { N: 1 }, keep: { BOOL: true } });
    await put(PK, 'C', { rank: { N: 2 }, keep: { BOOL: false } });

    const { result } = await run({
      operation: 'Query',
      index: 'byRank',
      scanIndexForward: false,
      query: inPartition(),
      filter: { expression: 'keep = :yes', expressionValues: { ':yes': { BOOL: true } } },
      projection: { expression: '#r', expressionNames: { '#r': 'rank' } },
    });

    expect(result).toEqual({ items: [{ rank: 3 }, { rank: 1 }], nextToken: null, scannedCount: 3 });
  });

  test('a scan sees the table', async () => {
    await put(PK, 'A');

    const { result } = await run({
      operation: 'Scan',
      filter: { expression: 'PK = :pk', expressionValues: { ':pk': { S: PK } } },
    });

    expect(result).toMatchObject({ items: [{ PK, SK: 'A' }], nextToken: null });
  });

  test("a token that is not the table's is told in ctx.error", async () => {
    const { error } = await run({ operation: 'Query', query: inPartition(), nextToken: 'x' });

    expect(error?.message).toBe('Invalid pagination token given.');
  });
});

describe('batches', () => {
  test('items come in the order of their keys, null where there is none', async () => {
    const put = await run({
      operation: 'BatchPutItem',
      tables: {
        items: [
          { ...key(PK, 'A'), n: { N: 1 } },
          { ...key(PK, 'B'), n: { N: 2 } },
        ],
      },
    });
    const got = await run({
      operation: 'BatchGetItem',
      tables: { items: { keys: [key(PK, 'B'), key(PK, 'X'), key(PK, 'A')] } },
    });
    const deleted = await run({ operation: 'BatchDeleteItem', tables: { items: [key(PK, 'A')] } });

    expect(put.result).toEqual({
      data: {
        items: [
          { PK, SK: 'A', n: 1 },
          { PK, SK: 'B', n: 2 },
        ],
      },
      unprocessedItems: { items: [] },
    });
    expect(got.result).toEqual({
      data: { items: [{ PK, SK: 'B', n: 2 }, null, { PK, SK: 'A', n: 1 }] },
      unprocessedKeys: { items: [] },
    });
    expect(deleted.result).toEqual({
      data: { items: [{ PK, SK: 'A' }] },
      unprocessedKeys: { items: [] },
    });
  });
});

describe('transactions', () => {
  const write = (SK: string, more: JsonObject = {}): JsonObject => ({
    table: 'items',
    operation: 'PutItem',
    key: key(PK, SK),
    attributeValues: { n: { N: 1 } },
    ...more,
  });

  test('a write answers its keys, a read its items', async () => {
    const written = await run({
      operation: 'TransactWriteItems',
      transactItems: [write('A'), write('B')],
    });
    const read = await run({
      operation: 'TransactGetItems',
      transactItems: [
        { table: 'items', key: key(PK, 'B') },
        { table: 'items', key: key(PK, 'X') },
      ],
    });

    expect(written).toEqual({
      result: {
        keys: [
          { PK, SK: 'A' },
          { PK, SK: 'B' },
        ],
        cancellationReasons: null,
      },
      error: null,
    });
    expect(read.result).toEqual({
      items: [{ PK, SK: 'B', n: 1 }, null],
      cancellationReasons: null,
    });
  });

  test('a cancelled one gives a reason for each item, with the stored item', async () => {
    await put(PK, 'A', { n: { N: 7 } });

    const { result, error } = await run({
      operation: 'TransactWriteItems',
      transactItems: [write('A', { condition: { expression: 'attribute_not_exists(PK)' } }), write('B')],
    });

    expect(error?.type).toBe('DynamoDB:TransactionCanceledException');
    expect(result).toEqual({
      keys: null,
      cancellationReasons: [
        {
          item: { PK, SK: 'A', n: 7 },
          type: 'ConditionCheckFailed',
          message: 'The conditional request failed',
        },
        { type: 'None' },
      ],
    });
  });
});

describe('what cannot be done', () => {
  test.each<[JsonObject, RegExp]>([
    [{ operation: 'Sync' }, /versioned data sources are not supported/],
    [{ operation: 'Nope' }, /Received: "Nope"/],
    [{ operation: 'GetItem', key: { PK: 'plain' } }, /must have the form/],
    [{ operation: 'GetItem', key: null }, /key must be a map/],
    [{ operation: 'UpdateItem', key: {}, _version: 1 }, /_version needs a versioned/],
    [
      {
        operation: 'DeleteItem',
        key: {},
        condition: {
          expression: 'a = b',
          conditionalCheckFailedHandler: { strategy: 'Custom', lambdaArn: 'arn' },
        },
      },
      /a handler of one's own is not supported/,
    ],
  ])('%j is refused by name', async (request, message) => {
    await expect(run(request)).rejects.toThrow(message);
  });

  test("DynamoDB's refusal becomes ctx.error", async () => {
    const { error } = await run({
      operation: 'Query',
      query: { expression: 'nonsense' },
    });

    expect(error?.type).toBe('DynamoDB:DynamoDbException');
  });
});

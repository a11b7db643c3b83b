import { beforeEach, describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../types.ts';
import { key, useItemsTable } from '../testing/items-table.ts';

const { run, put, newPartition } = useItemsTable();
let PK = '';
beforeEach(() => {
  PK = newPartition();
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

  test('a token is good for its own query only, and shows nothing of its key', async () => {
    for (const SK of ['A', 'B']) await put(PK, SK);
    const { result } = await run({ operation: 'Query', query: inPartition(), limit: 1 });
    const { nextToken } = result as { nextToken: string };
    const own = PK;
    PK = newPartition();
    await put(PK, 'C');

    const foreign = await run({ operation: 'Query', query: inPartition(), nextToken });
    const other = await run({ operation: 'Scan', nextToken });
    const changed = `${nextToken.slice(0, -2)}${nextToken.endsWith('AA') ? 'BB' : 'AA'}`;
    const forged = await run({ operation: 'Query', query: inPartition(), nextToken: changed });

    for (const { error, result: nothing } of [foreign, other, forged]) {
      expect([error?.message, nothing]).toEqual(['Invalid pagination token given.', null]);
    }
    expect(Buffer.from(nextToken, 'base64url').toString()).not.toContain(own);
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

import { beforeEach, describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../types.ts';
import { key, useItemsTable } from '../testing/items-table.ts';

const { run, put, newPartition } = useItemsTable();
let PK = '';
beforeEach(() => {
  PK = newPartition();
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
    const deep: Json = { M: { list: { L: [{ N: '1.0' }, { NS: [2, 1] }] } } };
    await put(PK, 'A', { a: { N: 1 }, set: { SS: ['x', 'y'] }, deep });

    const again = await run({
      operation: 'PutItem',
      key: key(PK, 'A'),
      attributeValues: {
        a: { N: '1' },
        set: { SS: ['y', 'x'] },
        deep: { M: { list: { L: [{ N: 1 }, { NS: [1, 2] }] } } },
      },
      condition: absent,
    });

    expect(again.error).toBeNull();
    expect(again.result).toMatchObject({ PK, SK: 'A', a: 1 });
  });

  test.each<[string, JsonObject]>([
    ['one attribute more', { a: { N: 1 }, list: { L: [{ N: 1 }, { N: 2 }] }, b: { N: 1 } }],
    ['one less', { a: { N: 1 } }],
    ['another type', { a: { S: '1' }, list: { L: [{ N: 1 }, { N: 2 }] } }],
    ['another order in a list', { a: { N: 1 }, list: { L: [{ N: 2 }, { N: 1 }] } }],
  ])('a PutItem with %s is not equal', async (_, attributeValues) => {
    await put(PK, 'A', { a: { N: 1 }, list: { L: [{ N: 1 }, { N: 2 }] } });

    const { error } = await run({
      operation: 'PutItem',
      key: key(PK, 'A'),
      attributeValues,
      condition: absent,
    });

    expect(error).toEqual(failed);
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

import { describe, expect, it } from 'vitest';
import { valueOf } from '../fixtures.ts';
import type { Json, JsonObject } from '../../types.ts';

describe('util.dynamodb', () => {
  const cases: [expression: string, want: Json][] = [
    ["toDynamoDB('a')", { S: 'a' }],
    ["toDynamoDB('')", { S: '' }],
    ['toDynamoDB(1)', { N: 1 }],
    ['toDynamoDB(1.5)', { N: 1.5 }],
    ['toDynamoDB(false)', { BOOL: false }],
    ['toDynamoDB(null)', { NULL: null }],
    ["toDynamoDB(['a', 1])", { L: [{ S: 'a' }, { N: 1 }] }],
    ['toDynamoDB({ a: { b: true } })', { M: { a: { M: { b: { BOOL: true } } } } }],
    ["toDynamoDB(util.dynamodb.toStringSet(['a']))", { SS: ['a'] }],
    ["toDynamoDB({ SS: ['a'] })", { M: { SS: { L: [{ S: 'a' }] } } }],
    ["toString('a')", { S: 'a' }],
    ['toString(null)', null],
    ['toString()', null],
    ["toStringSet(['a', 'b'])", { SS: ['a', 'b'] }],
    ['toStringSet(null)', null],
    ['toNumber(12)', { N: 12 }],
    ['toNumber(null)', null],
    ['toNumberSet([1, 23, 4.56])', { NS: [1, 23, 4.56] }],
    ["toBinary('YQ==')", { B: 'YQ==' }],
    ["toBinarySet(['YQ=='])", { BS: ['YQ=='] }],
    ['toBoolean(true)', { BOOL: true }],
    ['toBoolean(null)', null],
    ['toNull()', { NULL: null }],
    ["toList(['a', 1, { b: 'c' }])", { L: [{ S: 'a' }, { N: 1 }, { M: { b: { S: 'c' } } }] }],
    ["toList('a')", null],
    ["toMap({ a: 'b', c: 1, d: ['e'] })", { M: { a: { S: 'b' }, c: { N: 1 }, d: { L: [{ S: 'e' }] } } }],
    ['toMap(null)', null],
    ["toMapValues({ a: 'b', c: undefined })", { a: { S: 'b' } }],
    ['toMapValues([])', null],
    ["toS3Object('k', 'b', 'r')", { S: '{"s3":{"key":"k","bucket":"b","region":"r"}}' }],
    ["toS3Object('k', 'b', 'r', 'v')", { S: '{"s3":{"key":"k","bucket":"b","region":"r","version":"v"}}' }],
    ['fromS3ObjectJson(\'{"s3":{"key":"k"}}\')', { key: 'k' }],
    ["fromS3ObjectJson('nothing')", null],
  ];

  it.each(cases)('%s', (expression, want) => {
    expect(valueOf(`util.dynamodb.${expression}`)).toEqual(want);
  });
});

describe('@aws-appsync/utils/dynamodb', () => {
  const condition = {
    expression: '(attribute_exists(#id))',
    expressionNames: { '#id': 'id' },
    expressionValues: {},
  };
  const query = {
    expression: '(#userId = :userId_eq)',
    expressionNames: { '#userId': 'userId' },
    expressionValues: { ':userId_eq': { S: 'u' } },
  };
  const cases: [expression: string, want: JsonObject][] = [
    ['get({ key: { id: 1 } })', { operation: 'GetItem', key: { id: { N: 1 } } }],
    [
      "get({ key: { id: 'a' }, consistentRead: true, projection: ['id', 'tags[0].name'] })",
      {
        operation: 'GetItem',
        key: { id: { S: 'a' } },
        consistentRead: true,
        projection: {
          expression: '#id, #tags[0].#name',
          expressionNames: { '#id': 'id', '#tags': 'tags', '#name': 'name' },
        },
      },
    ],
    [
      "put({ key: { id: 'a' }, item: { n: 10, gone: undefined, set: ddb.toStringSet(['b']) } })",
      {
        operation: 'PutItem',
        key: { id: { S: 'a' } },
        attributeValues: { n: { N: 10 }, set: { SS: ['b'] } },
      },
    ],
    [
      "put({ key: { id: 'a' }, item: {}, condition: { id: { attributeExists: true } } })",
      { operation: 'PutItem', key: { id: { S: 'a' } }, attributeValues: {}, condition },
    ],
    ["remove({ key: { id: 'a' } })", { operation: 'DeleteItem', key: { id: { S: 'a' } } }],
    [
      "remove({ key: { id: 'a' }, condition: { id: { attributeExists: true } } })",
      { operation: 'DeleteItem', key: { id: { S: 'a' } }, condition },
    ],
    [
      "query({ query: { userId: { eq: 'u' } }, index: 'byUser', limit: 5, nextToken: null, scanIndexForward: false })",
      { operation: 'Query', query, index: 'byUser', limit: 5, scanIndexForward: false },
    ],
    [
      "query({ query: { userId: { eq: 'u' } }, filter: { id: { attributeExists: true } }, select: 'ALL_ATTRIBUTES' })",
      { operation: 'Query', query, filter: condition, select: 'ALL_ATTRIBUTES' },
    ],
    ["scan({ limit: 10, nextToken: 'abc' })", { operation: 'Scan', limit: 10, nextToken: 'abc' }],
    ['scan({ totalSegments: 4, segment: 0 })', { operation: 'Scan', totalSegments: 4, segment: 0 }],
    ['sync({ limit: 10, lastSync: 1 })', { operation: 'Sync', limit: 10, lastSync: 1 }],
    [
      "batchGet({ tables: { posts: { keys: [{ id: '1' }], consistentRead: true, projection: ['id'] } } })",
      {
        operation: 'BatchGetItem',
        tables: {
          posts: {
            keys: [{ id: { S: '1' } }],
            consistentRead: true,
            projection: { expression: '#id', expressionNames: { '#id': 'id' } },
          },
        },
      },
    ],
    [
      "batchPut({ tables: { posts: [{ id: '1', n: 2 }], tags: [] } })",
      { operation: 'BatchPutItem', tables: { posts: [{ id: { S: '1' }, n: { N: 2 } }], tags: [] } },
    ],
    [
      "batchDelete({ tables: { posts: [{ id: '1' }] } })",
      { operation: 'BatchDeleteItem', tables: { posts: [{ id: { S: '1' } }] } },
    ],
    [
      "transactGet({ items: [{ table: 'posts', key: { id: '1' }, projection: ['id'] }] })",
      {
        operation: 'TransactGetItems',
        transactItems: [
          {
            table: 'posts',
            key: { id: { S: '1' } },
            projection: { expression: '#id', expressionNames: { '#id': 'id' } },
          },
        ],
      },
    ],
    [
      `transactWrite({ items: [
        { putItem: { table: 'a', key: { id: 1 }, item: { n: 2 } } },
        { updateItem: { table: 'b', key: { id: 2 }, update: { n: 3 } } },
        { deleteItem: { table: 'c', key: { id: 3 } } },
        { conditionCheck: { table: 'd', key: { id: 4 }, condition: { id: { attributeExists: true } } } },
      ] })`,
      {
        operation: 'TransactWriteItems',
        transactItems: [
          { table: 'a', operation: 'PutItem', key: { id: { N: 1 } }, attributeValues: { n: { N: 2 } } },
          {
            table: 'b',
            operation: 'UpdateItem',
            key: { id: { N: 2 } },
            update: {
              expression: 'SET #expName_1 = :expValue_1',
              expressionNames: { '#expName_1': 'n' },
              expressionValues: { ':expValue_1': { N: 3 } },
            },
          },
          { table: 'c', operation: 'DeleteItem', key: { id: { N: 3 } } },
          { table: 'd', operation: 'ConditionCheck', key: { id: { N: 4 } }, condition },
        ],
      },
    ],
  ];

  it.each(cases)('%s', (expression, want) => {
    expect(valueOf(`ddb.${expression}`)).toEqual(want);
  });

  it.each([
    ['get({})', 'get takes an object as key'],
    ['get()', 'get takes one object'],
    ['put({ key: { id: 1 } })', 'put takes an object as item'],
    ['query({ index: 1 })', 'query takes a filter object as query'],
    ['update({ key: { id: 1 } })', 'update takes an object as update'],
    ['batchGet({ tables: [] })', 'batchGet takes an object as tables'],
    ['batchPut({ tables: { a: 1 } })', 'batchPut takes a list of items'],
    ['transactGet({})', 'transactGet takes a list of items'],
    ['transactWrite({ items: [{ upsert: {} }] })', 'Received: upsert'],
    ['scan({ filter: { a: { near: 1 } } })', 'scan takes a filter object as filter'],
  ])('%s is an error of the code', (expression, message) => {
    expect(() => valueOf(`ddb.${expression}`)).toThrow(message);
  });
});

/** Update expressions by meaning: placeholders resolved, clauses apart. */
function meaning(update: string): { [clause: string]: string[] } {
  const request = valueOf(`ddb.update({ key: { id: 1 }, update: ${update} })`) as {
    update: { expression: string; expressionNames: JsonObject; expressionValues: JsonObject };
  };
  const { expression, expressionNames, expressionValues } = request.update;
  const resolved = expression
    .replaceAll(/#expName_\d+/g, (name) => String(expressionNames[name]))
    .replaceAll(/:expValue_\d+/g, (name) => JSON.stringify(expressionValues[name]));
  const [, set, remove] = /^(?:SET (.*?))?(?: ?REMOVE (.*))?$/.exec(resolved) ?? [];
  return {
    ...(set === undefined ? {} : { SET: set.split(/, (?=[a-z][\w.[\]]* = )/) }),
    ...(remove === undefined ? {} : { REMOVE: remove.split(', ') }),
  };
}

describe('operations', () => {
  it.each([
    ["{ a: 'b', c: 1 }", { SET: ['a = {"S":"b"}', 'c = {"N":1}'] }],
    ['{ a: ddb.operations.add(10) }', { SET: ['a = {"N":10}'] }],
    ['{ a: ddb.operations.replace({ b: 1 }) }', { SET: ['a = {"M":{"b":{"N":1}}}'] }],
    ['{ a: ddb.operations.remove() }', { REMOVE: ['a'] }],
    [
      '{ a: ddb.operations.remove(), b: 1, c: ddb.operations.remove() }',
      { SET: ['b = {"N":1}'], REMOVE: ['a', 'c'] },
    ],
    ['{ a: ddb.operations.increment() }', { SET: ['a = a + {"N":1}'] }],
    ['{ a: ddb.operations.increment(5) }', { SET: ['a = a + {"N":5}'] }],
    ['{ a: ddb.operations.decrement() }', { SET: ['a = a - {"N":1}'] }],
    ['{ a: ddb.operations.append([1]) }', { SET: ['a = list_append(a, {"L":[{"N":1}]})'] }],
    ['{ a: ddb.operations.prepend([1]) }', { SET: ['a = list_append({"L":[{"N":1}]}, a)'] }],
    [
      "{ a: [ddb.operations.updateListItem('b', 1), ddb.operations.updateListItem('c', 2)] }",
      { SET: ['a[1] = {"S":"b"}', 'a[2] = {"S":"c"}'] },
    ],
    ['{ a: null }', { SET: ['a = {"NULL":null}'] }],
    ['{ a: undefined, b: 1 }', { SET: ['b = {"N":1}'] }],
    ['{ a: [1, 2] }', { SET: ['a = {"L":[{"N":1},{"N":2}]}'] }],
    ['{ a: {} }', { SET: ['a = {"M":{}}'] }],
    ["{ a: ddb.toStringSet(['b']) }", { SET: ['a = {"SS":["b"]}'] }],
    ['{ a: { b: 1, c: ddb.operations.remove() } }', { SET: ['a.b = {"N":1}'], REMOVE: ['a.c'] }],
    ["{ a: { type: 'OPERATION_REMOVE' } }", { SET: ['a.type = {"S":"OPERATION_REMOVE"}'] }],
  ])('%s', (update, want) => {
    expect(meaning(update)).toEqual(want);
  });
});

/**
 * The module `@aws-appsync/utils/dynamodb`: request objects for DynamoDB data sources.
 * Follows https://docs.aws.amazon.com/appsync/latest/devguide/built-in-modules-js.html; the helpers leave out
 * `version` and whatever was not given.
 */
import { dynamodb, toBinarySet, toNumberSet, toStringSet } from './dynamodb-types.ts';
import { invalidArgument, isObject } from './evaluation.ts';
import { toExpression } from './filter-expression.ts';
import type { Expression } from './filter-expression.ts';
import { toProjection } from './projection.ts';
import { operations, toUpdate } from './update-expression.ts';

type Input = { [name: string]: unknown };
type Request = { [name: string]: unknown };

function input(helper: string, payload: unknown): Input {
  if (!isObject(payload)) invalidArgument(`${helper} takes one object. Received: ${String(payload)}`);
  return payload;
}

/** Attribute values of an object that must be there: a key, an item. */
function attributes(helper: string, name: string, value: unknown): Request {
  const result = dynamodb.toMapValues(value);
  if (result === null) invalidArgument(`${helper} takes an object as ${name}. Received: ${String(value)}`);
  return result;
}

function expression(helper: string, name: string, filter: unknown): Expression | undefined {
  if (filter === undefined || filter === null) return undefined;
  const result = toExpression(filter);
  if (result === null) {
    invalidArgument(`${helper} takes a filter object as ${name}. Received: ${JSON.stringify(filter)}`);
  }
  return result;
}

/** The members of `values` that are there: null and undefined mean not given. */
function given(values: Request): Request {
  const result: Request = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== null) result[name] = value;
  }
  return result;
}

function versioning({ customPartitionKey, populateIndexFields, _version }: Input): Request {
  return { customPartitionKey, populateIndexFields, _version };
}

export function get(payload: unknown): Request {
  const { key, consistentRead, projection } = input('get', payload);
  return given({
    operation: 'GetItem',
    key: attributes('get', 'key', key),
    consistentRead,
    projection: toProjection(projection),
  });
}

export function put(payload: unknown): Request {
  const { key, item, condition, ...rest } = input('put', payload);
  return given({
    operation: 'PutItem',
    key: attributes('put', 'key', key),
    attributeValues: attributes('put', 'item', item),
    condition: expression('put', 'condition', condition),
    ...versioning(rest),
  });
}

export function remove(payload: unknown): Request {
  const { key, condition, ...rest } = input('remove', payload);
  return given({
    operation: 'DeleteItem',
    key: attributes('remove', 'key', key),
    condition: expression('remove', 'condition', condition),
    ...versioning(rest),
  });
}

function changes(helper: string, update: unknown): Expression {
  if (!isObject(update)) invalidArgument(`${helper} takes an object as update. Received: ${String(update)}`);
  return toUpdate(update);
}

export function update(payload: unknown): Request {
  const { key, update: change, condition, ...rest } = input('update', payload);
  return given({
    operation: 'UpdateItem',
    key: attributes('update', 'key', key),
    update: changes('update', change),
    condition: expression('update', 'condition', condition),
    ...versioning(rest),
  });
}

function reading(
  helper: string,
  { index, limit, nextToken, consistentRead, select, ...rest }: Input,
): Request {
  return {
    index,
    limit,
    nextToken,
    consistentRead,
    select,
    scanIndexForward: rest['scanIndexForward'],
    totalSegments: rest['totalSegments'],
    segment: rest['segment'],
    filter: expression(helper, 'filter', rest['filter']),
    projection: toProjection(rest['projection']),
  };
}

export function query(payload: unknown): Request {
  const { query: condition, ...rest } = input('query', payload);
  return given({
    operation: 'Query',
    query: expression('query', 'query', condition ?? 0),
    ...reading('query', rest),
  });
}

export function scan(payload: unknown): Request {
  return given({ operation: 'Scan', ...reading('scan', input('scan', payload)) });
}

export function sync(payload: unknown): Request {
  const { basePartitionKey, deltaIndexName, limit, nextToken, lastSync, filter } = input('sync', payload);
  return given({
    operation: 'Sync',
    basePartitionKey,
    deltaIndexName,
    limit,
    nextToken,
    lastSync,
    filter: expression('sync', 'filter', filter),
  });
}

function tables(helper: string, payload: unknown, each: (value: unknown) => unknown): Request {
  const given = input(helper, payload)['tables'];
  if (!isObject(given)) invalidArgument(`${helper} takes an object as tables. Received: ${String(given)}`);
  return Object.fromEntries(Object.entries(given).map(([table, value]) => [table, each(value)]));
}

function rows(helper: string, name: string, values: unknown): Request[] {
  if (!Array.isArray(values))
    invalidArgument(`${helper} takes a list of ${name}. Received: ${String(values)}`);
  return values.map((value) => attributes(helper, name, value));
}

export function batchGet(payload: unknown): Request {
  const each = (value: unknown): Request => {
    const { keys, consistentRead, projection } = input('batchGet', value);
    return given({
      keys: rows('batchGet', 'keys', keys),
      consistentRead,
      projection: toProjection(projection),
    });
  };
  return { operation: 'BatchGetItem', tables: tables('batchGet', payload, each) };
}

export function batchPut(payload: unknown): Request {
  const each = (value: unknown): Request[] => rows('batchPut', 'items', value);
  return { operation: 'BatchPutItem', tables: tables('batchPut', payload, each) };
}

export function batchDelete(payload: unknown): Request {
  const each = (value: unknown): Request[] => rows('batchDelete', 'keys', value);
  return { operation: 'BatchDeleteItem', tables: tables('batchDelete', payload, each) };
}

function items(helper: string, payload: unknown): Input[] {
  const { items: list } = input(helper, payload);
  if (!Array.isArray(list)) invalidArgument(`${helper} takes a list of items. Received: ${String(list)}`);
  return list.map((item) => input(helper, item));
}

export function transactGet(payload: unknown): Request {
  return {
    operation: 'TransactGetItems',
    transactItems: items('transactGet', payload).map(({ table, key, projection }) =>
      given({ table, key: attributes('transactGet', 'key', key), projection: toProjection(projection) }),
    ),
  };
}

/** Each member of a transaction is the single-item request with its table in front. */
const TRANSACTION: { [member: string]: (item: Input) => Request } = {
  putItem: (item) => put(item),
  updateItem: (item) => update(item),
  deleteItem: (item) => remove(item),
  conditionCheck: ({ key, condition }) =>
    given({
      operation: 'ConditionCheck',
      key: attributes('conditionCheck', 'key', key),
      condition: expression('conditionCheck', 'condition', condition),
    }),
};

function transactItem(entry: Input): Request {
  const [kind = 'nothing', value] = Object.entries(entry)[0] ?? [];
  const make = Object.hasOwn(TRANSACTION, kind) ? TRANSACTION[kind] : undefined;
  if (make === undefined) {
    invalidArgument(
      `transactWrite takes putItem, updateItem, deleteItem or conditionCheck in each item. Received: ${kind}`,
    );
  }
  const item = input(kind, value);
  return { table: item['table'], ...make(item) };
}

export function transactWrite(payload: unknown): Request {
  return {
    operation: 'TransactWriteItems',
    transactItems: items('transactWrite', payload).map(transactItem),
  };
}

export { operations, toBinarySet, toNumberSet, toStringSet };

/** Batch operations name their tables themselves: `tables: {<table>: ...}`. */
import type { WriteRequest } from '@aws-sdk/client-dynamodb';
import { BatchGetItemCommand, BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import type { DataSourceResult, Json, JsonObject } from '../../../types.ts';
import { InvalidRequestError } from '../../errors.ts';
import type { Item } from './attribute-values.ts';
import { fromItem, toItem } from './attribute-values.ts';
import type { Table } from './client.ts';
import { sendOptions } from './client.ts';
import { expressionMember, objectMember, optionalBoolean, placeholders } from './expressions.ts';

function tablesOf(request: JsonObject): Array<[name: string, rows: Json]> {
  const tables = objectMember(request, 'tables');
  if (tables) return Object.entries(tables);
  throw new InvalidRequestError(`${String(request['operation'])} needs tables.`);
}

function itemsOf(rows: Json, member: string): Item[] {
  if (Array.isArray(rows)) return rows.map((row) => toItem(row, member));
  throw new InvalidRequestError(`${member} must be a list. Received: ${JSON.stringify(rows)}`);
}

/** Whether an item carries a key. */
function hasKey(item: JsonObject, key: JsonObject): boolean {
  return Object.entries(key).every(([name, value]) => item[name] === value);
}

/** `{data: {<table>: [item or null, in the order of the keys]}, unprocessedKeys: {<table>: [key]}}` */
export async function batchGetItem(request: JsonObject, table: Table): Promise<DataSourceResult> {
  const asked = tablesOf(request).map(([name, rows]) => {
    const part = Array.isArray(rows) ? { keys: rows } : (rows as JsonObject | null);
    const keys = itemsOf(part?.['keys'] ?? null, `tables.${name}.keys`);
    return { name, part: part ?? {}, keys };
  });
  const output = await table.client.send(
    new BatchGetItemCommand({
      RequestItems: Object.fromEntries(
        asked.map(({ name, part, keys }) => {
          const projection = expressionMember(part, 'projection');
          const { ExpressionAttributeNames } = placeholders(projection);
          return [
            name,
            {
              Keys: keys,
              ConsistentRead: optionalBoolean(part['consistentRead']),
              ProjectionExpression: projection?.text,
              ExpressionAttributeNames,
            },
          ];
        }),
      ),
    }),
    sendOptions(table),
  );
  const data: JsonObject = {};
  const unprocessedKeys: JsonObject = {};
  for (const { name, keys } of asked) {
    const items = (output.Responses?.[name] ?? []).map(fromItem);
    data[name] = keys.map((key) => items.find((item) => hasKey(item, fromItem(key))) ?? null);
    unprocessedKeys[name] = (output.UnprocessedKeys?.[name]?.Keys ?? []).map(fromItem);
  }
  return { result: { data, unprocessedKeys }, error: null };
}

/** Writes, and says what of each table was done and what was left. */
async function batchWrite(
  request: JsonObject,
  table: Table,
  shape: {
    left: 'unprocessedItems' | 'unprocessedKeys';
    toWrite(item: Item): WriteRequest;
    fromWrite(write: WriteRequest): Item | undefined;
  },
): Promise<DataSourceResult> {
  const asked = tablesOf(request).map(([name, rows]) => ({
    name,
    items: itemsOf(rows, `tables.${name}`),
  }));
  const output = await table.client.send(
    new BatchWriteItemCommand({
      RequestItems: Object.fromEntries(asked.map(({ name, items }) => [name, items.map(shape.toWrite)])),
    }),
    sendOptions(table),
  );
  const data: JsonObject = {};
  const left: JsonObject = {};
  for (const { name, items } of asked) {
    data[name] = items.map(fromItem);
    left[name] = (output.UnprocessedItems?.[name] ?? []).map((write) =>
      fromItem(shape.fromWrite(write) ?? {}),
    );
  }
  return { result: { data, [shape.left]: left }, error: null };
}

/** `{data: {<table>: [item]}, unprocessedItems: {<table>: [item]}}` */
export function batchPutItem(request: JsonObject, table: Table): Promise<DataSourceResult> {
  return batchWrite(request, table, {
    left: 'unprocessedItems',
    toWrite: (item) => ({ PutRequest: { Item: item } }),
    fromWrite: ({ PutRequest }) => PutRequest?.Item,
  });
}

/** `{data: {<table>: [key]}, unprocessedKeys: {<table>: [key]}}` */
export function batchDeleteItem(request: JsonObject, table: Table): Promise<DataSourceResult> {
  return batchWrite(request, table, {
    left: 'unprocessedKeys',
    toWrite: (key) => ({ DeleteRequest: { Key: key } }),
    fromWrite: ({ DeleteRequest }) => DeleteRequest?.Key,
  });
}

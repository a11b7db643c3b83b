import {
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { DataSourceResult, JsonObject } from '../../../types.ts';
import { InvalidRequestError } from '../../errors.ts';
import type { Item } from './attribute-values.ts';
import { fromItem, toItem } from './attribute-values.ts';
import type { Table } from './client.ts';
import { sendOptions } from './client.ts';
import { onFailedCondition, readCondition } from './conditions.ts';
import { expressionMember, optionalBoolean, placeholders } from './expressions.ts';

function found(item: Item | undefined): DataSourceResult {
  return { result: item ? fromItem(item) : null, error: null };
}

/** The item, or null. */
export async function getItem(request: JsonObject, table: Table): Promise<DataSourceResult> {
  const projection = expressionMember(request, 'projection');
  const output = await table.client.send(
    new GetItemCommand({
      TableName: table.tableName,
      Key: toItem(request['key'], 'key'),
      ConsistentRead: optionalBoolean(request['consistentRead']),
      ProjectionExpression: projection?.text,
      ...placeholders(projection),
    }),
    sendOptions(table),
  );
  return found(output.Item);
}

/** The item as it was put, key included. */
export async function putItem(request: JsonObject, table: Table): Promise<DataSourceResult> {
  const key = toItem(request['key'], 'key');
  const item = { ...toItem(request['attributeValues'] ?? {}, 'attributeValues'), ...key };
  const condition = readCondition(request);
  const command = new PutItemCommand({
    TableName: table.tableName,
    Item: item,
    ConditionExpression: condition?.expression.text,
    ...placeholders(condition?.expression ?? null),
  });
  try {
    await table.client.send(command, sendOptions(table));
  } catch (error) {
    return onFailedCondition(error, { table, key, condition, attempt: { kind: 'PUT', item } });
  }
  return found(item);
}

/** The item after the update. */
export async function updateItem(request: JsonObject, table: Table): Promise<DataSourceResult> {
  const key = toItem(request['key'], 'key');
  const update = expressionMember(request, 'update');
  if (!update) throw new InvalidRequestError('UpdateItem needs update.expression.');
  const condition = readCondition(request);
  const command = new UpdateItemCommand({
    TableName: table.tableName,
    Key: key,
    UpdateExpression: update.text,
    ConditionExpression: condition?.expression.text,
    ...placeholders(update, condition?.expression ?? null),
    ReturnValues: 'ALL_NEW',
  });
  try {
    return found((await table.client.send(command, sendOptions(table))).Attributes);
  } catch (error) {
    return onFailedCondition(error, { table, key, condition, attempt: { kind: 'UPDATE' } });
  }
}

/** The item as it was before, or null when there was none. */
export async function deleteItem(request: JsonObject, table: Table): Promise<DataSourceResult> {
  const key = toItem(request['key'], 'key');
  const condition = readCondition(request);
  const command = new DeleteItemCommand({
    TableName: table.tableName,
    Key: key,
    ConditionExpression: condition?.expression.text,
    ...placeholders(condition?.expression ?? null),
    ReturnValues: 'ALL_OLD',
  });
  try {
    return found((await table.client.send(command, sendOptions(table))).Attributes);
  } catch (error) {
    return onFailedCondition(error, { table, key, condition, attempt: { kind: 'DELETE' } });
  }
}

/** Transactions name a table with each item: `transactItems: [{table, operation, key, ...}]`. */
import type { CancellationReason, TransactWriteItem } from '@aws-sdk/client-dynamodb';
import {
  TransactGetItemsCommand,
  TransactWriteItemsCommand,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import type { DataSourceResult, Json, JsonObject } from '../../../types.ts';
import { InvalidRequestError } from '../../errors.ts';
import { fromItem, toItem } from './attribute-values.ts';
import type { Table } from './client.ts';
import { sendOptions } from './client.ts';
import { expressionMember, objectMember, placeholders } from './expressions.ts';
import { dynamoDbError } from './failures.ts';

const MAX_ITEMS = 100;

function transactItems(request: JsonObject): JsonObject[] {
  const items = request['transactItems'];
  if (!Array.isArray(items) || items.length === 0 || items.length > MAX_ITEMS)
    throw new InvalidRequestError(
      `transactItems must be a list of 1 to ${MAX_ITEMS} items. Received: ${Array.isArray(items) ? items.length : JSON.stringify(items)}`,
    );
  return items.map((item) => {
    if (item !== null && typeof item === 'object' && !Array.isArray(item)) return item;
    throw new InvalidRequestError(
      `A transaction's item must be an object. Received: ${JSON.stringify(item)}`,
    );
  });
}

function tableOf(item: JsonObject): string {
  const name = item['table'];
  if (typeof name === 'string' && name !== '') return name;
  throw new InvalidRequestError(
    `A transaction's item must name its table. Received: ${JSON.stringify(name)}`,
  );
}

/** `{items: [item or null], cancellationReasons: null}` */
export async function transactGetItems(request: JsonObject, table: Table): Promise<DataSourceResult> {
  const command = new TransactGetItemsCommand({
    TransactItems: transactItems(request).map((item) => {
      const projection = expressionMember(item, 'projection');
      const { ExpressionAttributeNames } = placeholders(projection);
      return {
        Get: {
          TableName: tableOf(item),
          Key: toItem(item['key'], 'key'),
          ProjectionExpression: projection?.text,
          ExpressionAttributeNames,
        },
      };
    }),
  });
  try {
    const { Responses = [] } = await table.client.send(command, sendOptions(table));
    const items = Responses.map(({ Item }) => (Item ? fromItem(Item) : null));
    return { result: { items, cancellationReasons: null }, error: null };
  } catch (error) {
    return cancelled(error, 'items');
  }
}

/** `{keys: [key], cancellationReasons: null}`, or `ctx.error` beside the reasons, one an item. */
export async function transactWriteItems(request: JsonObject, table: Table): Promise<DataSourceResult> {
  const items = transactItems(request);
  const token = request['clientRequestToken'];
  const command = new TransactWriteItemsCommand({
    TransactItems: items.map(toWrite),
    ClientRequestToken: typeof token === 'string' ? token : undefined,
  });
  try {
    await table.client.send(command, sendOptions(table));
  } catch (error) {
    return cancelled(error, 'keys');
  }
  const keys = items.map((item) => fromItem(toItem(item['key'], 'key')));
  return { result: { keys, cancellationReasons: null }, error: null };
}

function toWrite(item: JsonObject): TransactWriteItem {
  const Key = toItem(item['key'], 'key');
  const condition = expressionMember(item, 'condition');
  const shows = objectMember(item, 'condition')?.['returnValuesOnConditionCheckFailure'] !== false;
  const common = {
    TableName: tableOf(item),
    ConditionExpression: condition?.text,
    ReturnValuesOnConditionCheckFailure: shows ? ('ALL_OLD' as const) : ('NONE' as const),
  };
  switch (item['operation']) {
    case 'PutItem': {
      const attributes = toItem(item['attributeValues'] ?? {}, 'attributeValues');
      return { Put: { ...common, Item: { ...attributes, ...Key }, ...placeholders(condition) } };
    }
    case 'UpdateItem': {
      const update = expressionMember(item, 'update');
      const UpdateExpression = update?.text;
      return { Update: { ...common, Key, UpdateExpression, ...placeholders(update, condition) } };
    }
    case 'DeleteItem':
      return { Delete: { ...common, Key, ...placeholders(condition) } };
    case 'ConditionCheck':
      return {
        ConditionCheck: {
          ...common,
          ConditionExpression: condition?.text,
          Key,
          ...placeholders(condition),
        },
      };
    default:
      throw new InvalidRequestError(
        `A transaction's operation must be PutItem, UpdateItem, DeleteItem or ConditionCheck. Received: ${JSON.stringify(item['operation'])}`,
      );
  }
}

/** AppSync's names for DynamoDB's codes; the others are the same. */
const REASON_TYPE: Readonly<Record<string, string>> = {
  ConditionalCheckFailed: 'ConditionCheckFailed',
};

function reasonOf({ Code = 'None', Message, Item }: CancellationReason): Json {
  return {
    ...(Item && { item: fromItem(Item) }),
    type: REASON_TYPE[Code] ?? Code,
    ...(Message && { message: Message }),
  };
}

function cancelled(error: unknown, member: 'items' | 'keys'): DataSourceResult {
  if (!(error instanceof TransactionCanceledException)) throw error;
  const cancellationReasons = (error.CancellationReasons ?? []).map(reasonOf);
  return { result: { [member]: null, cancellationReasons }, error: dynamoDbError(error) };
}

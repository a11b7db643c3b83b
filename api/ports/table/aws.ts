/** The table over DynamoDB's document client. `DynamoDBClient` reads `AWS_ENDPOINT_URL_DYNAMODB` by itself. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { QueryCommand, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  type BatchWriteCommandInput,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { BACKOFF, retryConflicts, type Backoff } from './conflicts.ts';
import {
  ItemTooLarge,
  TransactionCancelled,
  type Condition,
  type Item,
  type Query,
  type Table,
  type Write,
} from './port.ts';

const BATCH_GET = 100;
const BATCH_WRITE = 25;

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
type WriteRequests = NonNullable<BatchWriteCommandInput['RequestItems']>[string];

export interface TableOptions {
  client: DynamoDBClient;
  tableName: string;
  /** How writes that met a transaction are tried again; `BACKOFF` unless told. */
  backoff?: Backoff;
}

export function createTable({ client, tableName, backoff = BACKOFF }: TableOptions): Table {
  const documents = DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true },
  });

  /** Lists are most of what is read, so they go without the document client's walk over whole answers. */
  const page = async (query: Query) => {
    const { condition, attributes, startAfter } = query;
    const named = attributes?.map((name, at): [string, string] => [`#a${at}`, name]);
    const { Items, LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: tableName,
        IndexName: query.index,
        KeyConditionExpression: condition.expression,
        ExpressionAttributeNames:
          named || condition.names
            ? { ...condition.names, ...(named && Object.fromEntries(named)) }
            : undefined,
        ExpressionAttributeValues: condition.values && marshall(condition.values),
        ProjectionExpression: named?.map(([alias]) => alias).join(', '),
        ScanIndexForward: query.forward ?? true,
        Limit: query.limit,
        ExclusiveStartKey: startAfter && marshall(startAfter),
        ConsistentRead: query.consistent,
      }),
    );
    return {
      items: (Items ?? []).map((item) => unmarshall(item) as Item),
      last: LastEvaluatedKey && (unmarshall(LastEvaluatedKey) as Item),
    };
  };

  /** Writes batches until nothing is left over; what DynamoDB throttled is sent again after a pause. */
  const writeAll = async (requests: WriteRequests) => {
    let left = requests;
    for (let pause = 25; left.length > 0; pause = Math.min(pause * 2, 1000)) {
      const batch = left.slice(0, BATCH_WRITE);
      const { UnprocessedItems } = await documents.send(
        new BatchWriteCommand({ RequestItems: { [tableName]: batch } }),
      );
      const again = UnprocessedItems?.[tableName] ?? [];
      if (again.length > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      left = [...again, ...left.slice(BATCH_WRITE)];
    }
  };

  return {
    page,
    async get(key, { consistent = false } = {}) {
      const { Item } = await documents.send(
        new GetCommand({ TableName: tableName, Key: key, ConsistentRead: consistent }),
      );
      return (Item as Item | undefined) ?? null;
    },
    async batchGet(keys, { consistent = false } = {}) {
      const found: Item[] = [];
      let left = keys.map((key) => ({ PK: key.PK, SK: key.SK }) as Record<string, unknown>);
      while (left.length > 0) {
        const { Responses, UnprocessedKeys } = await documents.send(
          new BatchGetCommand({
            RequestItems: { [tableName]: { Keys: left.slice(0, BATCH_GET), ConsistentRead: consistent } },
          }),
        );
        found.push(...((Responses?.[tableName] ?? []) as Item[]));
        left = [...(UnprocessedKeys?.[tableName]?.Keys ?? []), ...left.slice(BATCH_GET)];
      }
      return found;
    },
    async *query(query) {
      let startAfter = query.startAfter;
      do {
        const { items, last } = await page({ ...query, startAfter });
        yield* items;
        startAfter = last;
      } while (startAfter);
    },
    async put(item) {
      await retryConflicts(
        () => documents.send(new PutCommand({ TableName: tableName, Item: item })),
        backoff,
      );
    },
    async update(key, set, condition) {
      try {
        const command = (): UpdateCommand =>
          new UpdateCommand({
            TableName: tableName,
            Key: key,
            UpdateExpression: set.expression,
            ...expressions([set, condition]),
            ConditionExpression: condition?.expression,
            ReturnValues: 'ALL_NEW',
          });
        const { Attributes } = await retryConflicts(() => documents.send(command()), backoff);
        return Attributes as Item;
      } catch (error) {
        if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return null;
        throw error;
      }
    },
    async remove(keys) {
      await writeAll(keys.map(({ PK, SK }) => ({ DeleteRequest: { Key: { PK, SK } } })));
    },
    async putAll(items) {
      await writeAll(items.map((item) => ({ PutRequest: { Item: item } })));
    },
    async transact(writes) {
      const TransactItems = writes.map((write) => transactItem(tableName, write));
      try {
        await retryConflicts(
          (ClientRequestToken) =>
            documents.send(new TransactWriteCommand({ TransactItems, ClientRequestToken })),
          backoff,
        );
      } catch (error) {
        throw error instanceof Error ? refused(error) : error;
      }
    },
  };
}

/** The names and values of several expressions together; nothing where there are none. */
function expressions(parts: ReadonlyArray<Condition | undefined>) {
  const names = Object.assign({}, ...parts.map((part) => part?.names)) as Record<string, string>;
  const values = Object.assign({}, ...parts.map((part) => part?.values)) as Record<string, unknown>;
  return {
    ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  };
}

function transactItem(TableName: string, write: Write): TransactItem {
  const condition = {
    ...(write.if && { ConditionExpression: write.if.expression }),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
  if ('put' in write) {
    return { Put: { TableName, Item: write.put, ...condition, ...expressions([write.if]) } };
  }
  if ('update' in write) {
    const { update: Key, set } = write;
    return {
      Update: {
        TableName,
        Key,
        UpdateExpression: set.expression,
        ...condition,
        ...expressions([set, write.if]),
      },
    };
  }
  if ('remove' in write) {
    return { Delete: { TableName, Key: write.remove, ...condition, ...expressions([write.if]) } };
  }
  return {
    ConditionCheck: {
      TableName,
      Key: write.check,
      ...condition,
      ConditionExpression: write.if.expression,
      ...expressions([write.if]),
    },
  };
}

/**
 * Only failed conditions and sizes are the caller's to decide on; a conflict that lasts is DynamoDB's error. A new item
 * that is too large is refused as such, one that an update would make so cancels the transaction.
 */
function refused(error: Error): Error {
  const { CancellationReasons: reasons = [] } = error instanceof TransactionCanceledException ? error : {};
  const failed = reasons.map(({ Code }) => Code === 'ConditionalCheckFailed');
  if (failed.includes(true)) {
    return new TransactionCancelled(
      failed,
      reasons.map(({ Item }) => (Item ? unmarshall(Item) : null)),
    );
  }
  const words = [error.message, ...reasons.map(({ Message }) => Message ?? '')];
  return words.some((text) => text.includes('Item size'))
    ? new ItemTooLarge(error.message, { cause: error })
    : error;
}

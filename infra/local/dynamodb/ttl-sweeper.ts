/**
 * Deletes items whose time to live is over, as DynamoDB does within days of the time
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html) and the embedded engine never does.
 */
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  ScanCommand,
  type AttributeValue,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import type { TableRow } from '#infra/inventory.types.ts';

export interface SweeperOptions {
  client: Pick<DynamoDBClient, 'send'>;
  table: TableRow;
  log: (message: string) => void;
  /** Between two rounds; an hour unless told. */
  intervalMs?: number;
  /** Items looked at in one request. */
  pageSize?: number;
  /** Requests in one round; the next round goes on where it stopped. */
  pagesPerRound?: number;
  /** Milliseconds since 1970. */
  now?: () => number;
}

export interface Sweeper {
  /** One round now; resolves to the number of items deleted. */
  sweep(): Promise<number>;
  close(): Promise<void>;
}

/** Starts to sweep, first after one interval. A round is bounded, so that it never holds the engine up for long. */
export function startTtlSweeper(options: SweeperOptions): Sweeper {
  const { client, table, log, pageSize = 200, pagesPerRound = 50, now = Date.now } = options;
  let next: Record<string, AttributeValue> | undefined;
  let running: Promise<number> = Promise.resolve(0);
  let closed = false;

  async function round(): Promise<number> {
    const seconds = Math.floor(now() / 1000);
    let deleted = 0;
    for (let page = 0; page < pagesPerRound && !closed; page += 1) {
      const found = await client.send(
        new ScanCommand({
          TableName: table.name,
          Limit: pageSize,
          ExclusiveStartKey: next,
          FilterExpression: '#ttl < :now',
          ProjectionExpression: '#pk, #sk',
          ExpressionAttributeNames: { '#ttl': table.ttl, '#pk': table.partitionKey, '#sk': table.sortKey },
          ExpressionAttributeValues: { ':now': { N: String(seconds) } },
        }),
      );
      for (const Key of found.Items ?? []) deleted += await remove(Key, seconds);
      next = found.LastEvaluatedKey;
      if (!next) break;
    }
    return deleted;
  }

  /** An item that was prolonged since it was found stays. */
  async function remove(Key: Record<string, AttributeValue>, seconds: number): Promise<number> {
    try {
      await client.send(
        new DeleteItemCommand({
          TableName: table.name,
          Key,
          ConditionExpression: '#ttl < :now',
          ExpressionAttributeNames: { '#ttl': table.ttl },
          ExpressionAttributeValues: { ':now': { N: String(seconds) } },
        }),
      );
      return 1;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 0;
      throw error;
    }
  }

  const sweep = (): Promise<number> => (running = running.catch(() => 0).then(round));
  const timer = setInterval(() => {
    sweep().then(
      (deleted) => deleted > 0 && log(`DynamoDB: ${deleted} expired items deleted`),
      (error: unknown) =>
        log(`DynamoDB: the sweep of expired items failed, the next one tries again: ${error}`),
    );
  }, options.intervalMs ?? 3_600_000);
  timer.unref();

  return {
    sweep,
    async close() {
      closed = true;
      clearInterval(timer);
      await running.catch(() => 0);
    },
  };
}

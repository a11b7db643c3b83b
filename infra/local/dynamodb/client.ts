import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoConnection } from './connection.ts';

const WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems']);

/** The client that everything here shares. `onWrite` is told of every accepted write, so that the stream is read. */
export function createDynamoClient(connection: DynamoConnection, onWrite: () => void): DynamoDBClient {
  const { endpoint, region, credentials } = connection;
  const client = new DynamoDBClient({ endpoint, region, credentials });
  // It walks every answer to leave out secrets, also for nobody to read.
  client.middlewareStack.remove('loggerMiddleware');
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const output = await next(args);
        if (WRITES.has((commandName ?? '').replace('Command', ''))) onWrite();
        return output;
      },
    { step: 'initialize', name: 'noteWrites' },
  );
  return client;
}

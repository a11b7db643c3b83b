import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** A table and the low-level client to reach it. */
export interface Table {
  client: Pick<DynamoDBClient, 'send'>;
  tableName: string;
  /** What `nextToken`s are sealed with. Without one they end with the process. */
  tokenSecret?: string;
  /** Ends a call that nobody waits for any longer. */
  signal?: AbortSignal;
}

/** The options of `client.send` for a call on this table. */
export function sendOptions({ signal }: Table): { abortSignal?: AbortSignal } {
  return signal ? { abortSignal: signal } : {};
}

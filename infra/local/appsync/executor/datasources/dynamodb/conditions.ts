/**
 * What AppSync does when a condition fails: it reads the item again, and the write still succeeds where its effect
 * is there already. AppSync developer guide, "Condition expressions", "Handling a condition check failure".
 */
import { isDeepStrictEqual } from 'node:util';
import { ConditionalCheckFailedException, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { DataSourceResult, JsonObject } from '../../../types.ts';
import { InvalidRequestError } from '../../errors.ts';
import type { Item } from './attribute-values.ts';
import { fromItem } from './attribute-values.ts';
import type { Table } from './client.ts';
import { sendOptions } from './client.ts';
import { expressionMember, objectMember } from './expressions.ts';
import { dynamoDbError } from './failures.ts';

interface Condition {
  expression: NonNullable<ReturnType<typeof expressionMember>>;
  /** Attributes that may differ when a PutItem is compared with what is stored. */
  equalsIgnore: string[];
  consistentRead: boolean;
}

/** The `condition` of a write. @throws InvalidRequestError when its failure is to be handled by a Lambda. */
export function readCondition(request: JsonObject): Condition | null {
  const part = objectMember(request, 'condition');
  const expression = expressionMember(request, 'condition');
  if (part === null || expression === null) return null;
  const handler =
    objectMember(part, 'conditionalCheckFailedHandler') ?? objectMember(part, 'conditionCheckFailedHandler');
  const strategy = handler?.['strategy'] ?? 'Reject';
  if (strategy !== 'Reject')
    throw new InvalidRequestError(
      `conditionalCheckFailedHandler.strategy must be "Reject": a handler of one's own is not supported. Received: ${JSON.stringify(strategy)}`,
    );
  const ignored = part['equalsIgnore'];
  return {
    expression,
    equalsIgnore: Array.isArray(ignored) ? ignored.map(String) : [],
    consistentRead: part['consistentRead'] !== false,
  };
}

interface FailedWrite {
  table: Table;
  key: Item;
  condition: Condition | null;
  attempt: { kind: 'PUT'; item: Item } | { kind: 'UPDATE' } | { kind: 'DELETE' };
}

/** The outcome of a write whose condition failed; other errors are thrown on. */
export async function onFailedCondition(
  error: unknown,
  { table, key, condition, attempt }: FailedWrite,
): Promise<DataSourceResult> {
  if (!(error instanceof ConditionalCheckFailedException) || condition === null) throw error;
  const { Item: stored } = await table.client.send(
    new GetItemCommand({
      TableName: table.tableName,
      Key: key,
      ConsistentRead: condition.consistentRead,
    }),
    sendOptions(table),
  );
  const current = stored ? fromItem(stored) : null;
  const done =
    (attempt.kind === 'DELETE' && current === null) ||
    (attempt.kind === 'PUT' &&
      current !== null &&
      sameItem(current, fromItem(attempt.item), condition.equalsIgnore));
  return { result: current, error: done ? null : dynamoDbError(error) };
}

function sameItem(stored: JsonObject, attempted: JsonObject, ignored: string[]): boolean {
  const compared = (item: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(item).filter(([name]) => !ignored.includes(name)));
  return isDeepStrictEqual(compared(stored), compared(attempted));
}

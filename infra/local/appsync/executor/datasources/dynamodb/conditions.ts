/**
 * What AppSync does when a condition fails: it reads the item again, and the write still succeeds where its effect
 * is there already. AppSync developer guide, "Condition expressions", "Handling a condition check failure".
 */
import { isDeepStrictEqual } from 'node:util';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { ConditionalCheckFailedException, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { DataSourceResult, Json, JsonObject } from '../../../types.ts';
import { InvalidRequestError } from '../../errors.ts';
import type { Item } from './attribute-values.ts';
import { fromAttributeValue, fromItem } from './attribute-values.ts';
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
  const done =
    (attempt.kind === 'DELETE' && stored === undefined) ||
    (attempt.kind === 'PUT' &&
      stored !== undefined &&
      sameItem(stored, attempt.item, condition.equalsIgnore));
  return { result: stored ? fromItem(stored) : null, error: done ? null : dynamoDbError(error) };
}

function sameItem(stored: Item, attempted: Item, ignored: readonly string[]): boolean {
  const names = new Set([...Object.keys(stored), ...Object.keys(attempted)]);
  return [...names].every((name) => {
    if (ignored.includes(name)) return true;
    const [one, other] = [stored[name], attempted[name]];
    return one !== undefined && other !== undefined && sameValue(one, other);
  });
}

/** Equal in type and value: numbers by value however they are written, sets in any order. */
function sameValue(one: AttributeValue, other: AttributeValue): boolean {
  if (one.M && other.M) return sameItem(one.M, other.M, []);
  if (one.L && other.L) {
    const list = other.L;
    return (
      one.L.length === list.length &&
      one.L.every((value, index) => {
        const opposite = list[index];
        return opposite !== undefined && sameValue(value, opposite);
      })
    );
  }
  return isDeepStrictEqual(comparable(one), comparable(other));
}

function comparable(value: AttributeValue): Json {
  const [type = ''] = Object.keys(value);
  const json = fromAttributeValue(value);
  return [type, Array.isArray(json) ? json.map(String).toSorted() : json];
}

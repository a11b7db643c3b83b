/**
 * Requests to the table in AppSync's own shape, with keys and values typed as DynamoDB has them.
 * https://docs.aws.amazon.com/appsync/latest/devguide/js-resolver-reference-dynamodb.html
 */
import { util } from '@aws-appsync/utils';
import type { Key } from './keys.ts';
import { updateExpression, type Attributes } from './expression.ts';

const typed = (values: Record<string, unknown>) => util.dynamodb.toMapValues(values);

/** Reads one item; `consistent` for what a decision hangs on. */
export function getItem(key: Key, consistent = false) {
  return { operation: 'GetItem' as const, key: typed({ ...key }), consistentRead: consistent };
}

/** Reads all items of a partition whose sort keys lie between two, in their order. */
export function queryBetween(PK: string, from: string, to: string, limit: number) {
  return {
    operation: 'Query' as const,
    query: {
      expression: 'PK = :pk AND SK BETWEEN :from AND :to',
      expressionValues: typed({ ':pk': PK, ':from': from, ':to': to }),
    },
    limit,
  };
}

/** Of all items between two sort keys, those that were written since; consistent, one page. */
export function queryChanged(PK: string, from: string, to: string, since: string) {
  return {
    ...queryBetween(PK, from, to, 1000),
    filter: { expression: 'updatedAt >= :since', expressionValues: typed({ ':since': since }) },
    consistentRead: true,
  };
}

/** Reads the items of a partition whose sort keys begin with `prefix`, a page at a time. */
export function queryPrefix(
  PK: string,
  prefix: string,
  limit: number,
  nextToken: string | null,
  forward = true,
) {
  return {
    operation: 'Query' as const,
    query: {
      expression: 'PK = :pk AND begins_with(SK, :prefix)',
      expressionValues: typed({ ':pk': PK, ':prefix': prefix }),
    },
    scanIndexForward: forward,
    limit,
    nextToken,
  };
}

/** Reads up to a hundred items at once. */
export function batchGet(table: string, keys: Key[]) {
  return {
    operation: 'BatchGetItem' as const,
    tables: { [table]: { keys: keys.map((key) => typed({ ...key })), consistentRead: false } },
  };
}

/** Of up to a hundred items, which are there and not being deleted; strongly consistent. */
export function batchGetStanding(table: string, keys: Key[]) {
  const projection = { expression: 'PK, SK, deletedAt' };
  return {
    operation: 'BatchGetItem' as const,
    tables: { [table]: { keys: keys.map((key) => typed({ ...key })), consistentRead: true, projection } },
  };
}

/** As `batchGet`, for what a decision hangs on. */
export function batchGetConsistent(table: string, keys: Key[]) {
  return {
    operation: 'BatchGetItem' as const,
    tables: { [table]: { keys: keys.map((key) => typed({ ...key })), consistentRead: true } },
  };
}

/** Writes an item anew where it still stands at the version that was read; null where none stood. */
export function putAtVersion(key: Key, attributes: Attributes, version: number | null) {
  const put = { operation: 'PutItem' as const, key: typed({ ...key }), attributeValues: typed(attributes) };
  return version === null
    ? { ...put, condition: { expression: 'attribute_not_exists(PK)' } }
    : {
        ...put,
        condition: {
          expression: '#version = :version',
          expressionNames: { '#version': 'version' },
          expressionValues: typed({ ':version': version }),
        },
      };
}

/** Writes a new item where none is. */
export function putNew(key: Key, attributes: Attributes) {
  return {
    operation: 'PutItem' as const,
    key: typed({ ...key }),
    attributeValues: typed(attributes),
    condition: { expression: 'attribute_not_exists(PK)' },
  };
}

/** Holds while the item exists, is not being deleted and stands at the version that was read. */
function atVersion(expectedVersion: number) {
  return {
    expression: '#version = :expectedVersion AND attribute_not_exists(#deletedAt)',
    expressionNames: { '#version': 'version', '#deletedAt': 'deletedAt' },
    expressionValues: typed({ ':expectedVersion': expectedVersion }),
  };
}

/** Changes one entity that stands at `expectedVersion`. `card` names what its card repeats. */
export function updateAtVersion(key: Key, changes: Attributes, card: string[], expectedVersion: number) {
  const update = updateExpression(changes, card);
  return {
    operation: 'UpdateItem' as const,
    key: typed({ ...key }),
    update: { ...update, expressionValues: typed(update.expressionValues) },
    condition: atVersion(expectedVersion),
  };
}

/** Changes an item that is in one of the states. `revision` counts how often it was written. */
export function updateInState(key: Key, changes: Attributes, states: string[]) {
  const set = ['revision = revision + :one'];
  const names: Record<string, string> = {};
  const values: Attributes = { ':one': 1 };
  for (const name in changes) {
    names[`#${name}`] = name;
    values[`:${name}`] = changes[name];
    set.push(`#${name} = :${name}`);
  }
  const among: string[] = [];
  const allowed: Attributes = {};
  for (const state of states) {
    allowed[`:is${state}`] = state;
    among.push(`:is${state}`);
  }
  return {
    operation: 'UpdateItem' as const,
    key: typed({ ...key }),
    update: {
      expression: `SET ${set.join(', ')}`,
      expressionNames: names,
      expressionValues: typed(values),
    },
    condition: {
      expression: `#state IN (${among.join(', ')})`,
      expressionNames: { '#state': 'state' },
      expressionValues: typed(allowed),
    },
  };
}

/** Marks one entity as deleted and takes it out of every list; a consumer removes it and what hangs on it. */
export function tombstoneAtVersion(key: Key, stamped: Attributes, expectedVersion: number) {
  return {
    operation: 'UpdateItem' as const,
    key: typed({ ...key }),
    update: {
      expression: `SET #version = #version + :one, deletedAt = :now, updatedAt = :now, updatedBy = :by,
        updatedVia = :via, requestId = :request REMOVE #collection, #order, changedAt, createdId, card`,
      expressionNames: { '#version': 'version', '#collection': 'collection', '#order': 'order' },
      expressionValues: typed({
        ':one': 1,
        ':now': stamped.updatedAt,
        ':by': stamped.updatedBy,
        ':via': stamped.updatedVia,
        ':request': stamped.requestId,
      }),
    },
    condition: atVersion(expectedVersion),
  };
}

/** Several writes, all or none. A failed condition is reported with the item that stood in the way. */
export function transact(items: object[]) {
  return { operation: 'TransactWriteItems' as const, transactItems: items };
}

/** One write of a transaction: `updateAtVersion`. */
export function transactUpdate(
  table: string,
  key: Key,
  changes: Attributes,
  card: string[],
  expectedVersion: number,
) {
  const request = updateAtVersion(key, changes, card, expectedVersion);
  return {
    table,
    ...request,
    condition: { ...request.condition, returnValuesOnConditionCheckFailure: true },
  };
}

/** The same update, which notes a name that it claims, so that all of them are released with the entity. */
export function noting(write: ReturnType<typeof transactUpdate>, attribute: string, name: string) {
  const { expression, expressionValues } = write.update;
  return {
    ...write,
    update: {
      ...write.update,
      expression: `${expression} ADD ${attribute} :noted`,
      expressionValues: { ...expressionValues, ':noted': util.dynamodb.toStringSet([name]) },
    },
  };
}

/** One write of a transaction: a new item where none is. */
export function transactPutNew(table: string, key: Key, attributes: Attributes) {
  return {
    table,
    operation: 'PutItem' as const,
    key: typed({ ...key }),
    attributeValues: typed(attributes),
    condition: { expression: 'attribute_not_exists(PK)', returnValuesOnConditionCheckFailure: true },
  };
}

/** One write of a transaction: takes a name for `holder`, where nobody or the same holder has it. */
export function transactClaim(table: string, key: Key, attributes: Attributes, holder: string) {
  return {
    table,
    operation: 'PutItem' as const,
    key: typed({ ...key }),
    attributeValues: typed({ ...attributes, holder }),
    condition: {
      expression: 'attribute_not_exists(PK) OR #holder = :holder',
      expressionNames: { '#holder': 'holder' },
      expressionValues: typed({ ':holder': holder }),
      returnValuesOnConditionCheckFailure: true,
    },
  };
}

/** One check of a transaction: the item exists and is not being deleted. */
export function transactExists(table: string, key: Key) {
  return {
    table,
    operation: 'ConditionCheck' as const,
    key: typed({ ...key }),
    condition: {
      expression: 'attribute_exists(PK) AND attribute_not_exists(deletedAt)',
      returnValuesOnConditionCheckFailure: true,
    },
  };
}

/** One check of a transaction: an attribute does not hold the value; an item that is not there holds none. */
export function transactUnless(table: string, key: Key, attribute: string, value: string) {
  return {
    table,
    operation: 'ConditionCheck' as const,
    key: typed({ ...key }),
    condition: {
      expression: 'attribute_not_exists(#attribute) OR #attribute <> :value',
      expressionNames: { '#attribute': attribute },
      expressionValues: typed({ ':value': value }),
      returnValuesOnConditionCheckFailure: true,
    },
  };
}

/** One write of a transaction: sets an attribute where it still is what was read, null being none. */
export function transactSetWhere(
  table: string,
  key: Key,
  attribute: string,
  value: string,
  read: string | null,
) {
  const names = { '#attribute': attribute };
  const were =
    read === null
      ? { expression: 'attribute_not_exists(#attribute)', expressionNames: names }
      : {
          expression: '#attribute = :read',
          expressionNames: names,
          expressionValues: typed({ ':read': read }),
        };
  return {
    table,
    operation: 'UpdateItem' as const,
    key: typed({ ...key }),
    update: {
      expression: 'SET #attribute = :value',
      expressionNames: names,
      expressionValues: typed({ ':value': value }),
    },
    condition: { ...were, returnValuesOnConditionCheckFailure: true },
  };
}

/** One write of a transaction: removes an item. */
export function transactDelete(table: string, key: Key) {
  return { table, operation: 'DeleteItem' as const, key: typed({ ...key }) };
}

/** Why a write of a transaction was refused; `item` is what stood in the way. */
export interface CancellationReason {
  type: string;
  message?: string | null;
  item?: Record<string, unknown> | null;
}

/** The reasons of a cancelled transaction, in the order of its writes; empty when it went through. */
export function cancellations(result: unknown): CancellationReason[] {
  const { cancellationReasons } = (result ?? {}) as { cancellationReasons?: CancellationReason[] | null };
  return cancellationReasons ?? [];
}

/** Whether the condition of the write at `index` failed. */
export function refused(reasons: CancellationReason[], index: number): boolean {
  return reasons[index]?.type === 'ConditionCheckFailed' || reasons[index]?.type === 'ConditionalCheckFailed';
}

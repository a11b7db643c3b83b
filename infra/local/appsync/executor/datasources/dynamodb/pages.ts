import type { QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { DataSourceResult, Json, JsonObject } from '../../../types.ts';
import { InvalidRequestError } from '../../errors.ts';
import type { Item } from './attribute-values.ts';
import { fromItem } from './attribute-values.ts';
import type { Table } from './client.ts';
import { sendOptions } from './client.ts';
import { expressionMember, optionalBoolean, placeholders } from './expressions.ts';
import { InvalidTokenError, bindingOf, readToken, writeToken } from './next-token.ts';

interface Page {
  Items?: Item[] | undefined;
  LastEvaluatedKey?: Item | undefined;
  ScannedCount?: number | undefined;
}

/** `{items, nextToken, scannedCount}` */
function pageResult(
  { Items = [], LastEvaluatedKey, ScannedCount = 0 }: Page,
  binding: string,
  { tokenSecret }: Table,
): DataSourceResult {
  const result = {
    items: Items.map(fromItem),
    nextToken: LastEvaluatedKey ? writeToken(LastEvaluatedKey, binding, tokenSecret) : null,
    scannedCount: ScannedCount,
  };
  return { result, error: null };
}

function optionalInteger(request: JsonObject, member: string): number | undefined {
  const value = request[member] ?? null;
  if (value === null) return undefined;
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw new InvalidRequestError(`${member} must be an integer. Received: ${JSON.stringify(value)}`);
}

function optionalText(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The members that Query and Scan share. */
function pageInput(request: JsonObject, table: Table, binding: string) {
  return {
    TableName: table.tableName,
    IndexName: optionalText(request['index']),
    Limit: optionalInteger(request, 'limit'),
    ConsistentRead: optionalBoolean(request['consistentRead']),
    ExclusiveStartKey: readToken(request['nextToken'], binding, table.tokenSecret),
    Select: optionalText(request['select']) as QueryCommandInput['Select'],
  };
}

/** A token that was not ours is the client's fault: it reaches the resolver as `ctx.error`. */
async function withToken(work: () => Promise<DataSourceResult>): Promise<DataSourceResult> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InvalidTokenError)) throw error;
    return { result: null, error: { message: error.message, type: 'DynamoDB:DynamoDbException' } };
  }
}

export function query(request: JsonObject, table: Table): Promise<DataSourceResult> {
  return withToken(async () => {
    const keyCondition = expressionMember(request, 'query');
    if (!keyCondition) throw new InvalidRequestError('Query needs query.expression.');
    const filter = expressionMember(request, 'filter');
    const projection = expressionMember(request, 'projection');
    const binding = bindingOf('Query', table.tableName, request['index'] ?? null, keyCondition, filter);
    const command = new QueryCommand({
      ...pageInput(request, table, binding),
      KeyConditionExpression: keyCondition.text,
      FilterExpression: filter?.text,
      ProjectionExpression: projection?.text,
      ScanIndexForward: optionalBoolean(request['scanIndexForward']),
      ...placeholders(keyCondition, filter, projection),
    });
    return pageResult(await table.client.send(command, sendOptions(table)), binding, table);
  });
}

export function scan(request: JsonObject, table: Table): Promise<DataSourceResult> {
  return withToken(async () => {
    const filter = expressionMember(request, 'filter');
    const projection = expressionMember(request, 'projection');
    const binding = bindingOf('Scan', table.tableName, request['index'] ?? null, filter);
    const command = new ScanCommand({
      ...pageInput(request, table, binding),
      FilterExpression: filter?.text,
      ProjectionExpression: projection?.text,
      TotalSegments: optionalInteger(request, 'totalSegments'),
      Segment: optionalInteger(request, 'segment'),
      ...placeholders(filter, projection),
    });
    return pageResult(await table.client.send(command, sendOptions(table)), binding, table);
  });
}

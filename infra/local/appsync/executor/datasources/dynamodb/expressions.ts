import type { Json, JsonObject } from '../../../types.ts';
import { InvalidRequestError } from '../../errors.ts';
import type { Item } from './attribute-values.ts';
import { toItem } from './attribute-values.ts';

/** The expression members that DynamoDB's commands share. */
export interface Placeholders {
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Item;
}

/** `{expression, expressionNames, expressionValues}` of a request object. */
interface Expression {
  text: string;
  names: Record<string, string>;
  values: Item;
}

/** A part of a request that is an object. @throws InvalidRequestError when it is something else. */
export function objectMember(request: JsonObject, member: string): JsonObject | null {
  const value = request[member] ?? null;
  if (value === null || (typeof value === 'object' && !Array.isArray(value))) return value;
  throw new InvalidRequestError(`${member} must be an object. Received: ${JSON.stringify(value)}`);
}

/** The expression under `member`, or null when there is none. */
export function expressionMember(request: JsonObject, member: string): Expression | null {
  const part = objectMember(request, member);
  const text = part?.['expression'];
  if (part === null || text === null || text === undefined || text === '') return null;
  if (typeof text !== 'string')
    throw new InvalidRequestError(`${member}.expression must be a string. Received: ${JSON.stringify(text)}`);
  return {
    text,
    names: (objectMember(part, 'expressionNames') ?? {}) as Record<string, string>,
    values: toItem(part['expressionValues'] ?? {}, `${member}.expressionValues`),
  };
}

/** The placeholders of several expressions together; DynamoDB refuses empty maps. */
export function placeholders(...expressions: Array<Expression | null>): Placeholders {
  const names: Record<string, string> = {};
  const values: Item = {};
  for (const expression of expressions) {
    Object.assign(names, expression?.names);
    Object.assign(values, expression?.values);
  }
  return {
    ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  };
}

export function optionalBoolean(value: Json | undefined): boolean | undefined {
  return value === undefined || value === null ? undefined : value === true;
}

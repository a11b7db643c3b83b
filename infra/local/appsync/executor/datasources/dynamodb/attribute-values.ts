/**
 * Between AppSync's JSON and the SDK's AttributeValue.
 * AppSync writes a number as `{"N": 1}` or `{"N": "1"}` and binary as base64; results are plain JSON:
 * N a number, sets lists, B base64. AppSync developer guide, "Type system (response mapping)".
 */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Json, JsonObject } from '../../../types.ts';
import { InvalidRequestError } from '../../errors.ts';

export type Item = Record<string, AttributeValue>;

type Decode = (value: Json) => AttributeValue;

const DECODE: Readonly<Record<string, Decode>> = {
  S: (value) => ({ S: String(value) }),
  N: (value) => ({ N: String(value) }),
  B: (value) => ({ B: bytes(value) }),
  BOOL: (value) => ({ BOOL: value === true || value === 'true' }),
  NULL: () => ({ NULL: true }),
  SS: (value) => ({ SS: list(value, 'SS').map(String) }),
  NS: (value) => ({ NS: list(value, 'NS').map(String) }),
  BS: (value) => ({ BS: list(value, 'BS').map(bytes) }),
  L: (value) => ({ L: list(value, 'L').map(toAttributeValue) }),
  M: (value) => ({ M: toItem(value, 'M') }),
};

function bytes(value: Json): Uint8Array {
  return Buffer.from(String(value), 'base64');
}

function list(value: Json, type: string): Json[] {
  if (Array.isArray(value)) return value;
  throw new InvalidRequestError(`${type} must hold a list. Received: ${JSON.stringify(value)}`);
}

/** @throws InvalidRequestError when the value is not in AppSync's typed form. */
export function toAttributeValue(value: Json): AttributeValue {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    const [type = '', ...others] = Object.keys(value);
    const decode = others.length === 0 ? DECODE[type] : undefined;
    if (decode) return decode(value[type] ?? null);
  }
  throw new InvalidRequestError(
    `An attribute value must have the form {"S": "..."}; use util.dynamodb.toDynamoDB. Received: ${JSON.stringify(value)}`,
  );
}

/** Typed attributes by name. @throws InvalidRequestError when `value` is no such map; `member` names it. */
export function toItem(value: Json | undefined, member: string): Item {
  if (value === null || value === undefined || typeof value !== 'object' || Array.isArray(value))
    throw new InvalidRequestError(
      `${member} must be a map of attribute values. Received: ${JSON.stringify(value)}`,
    );
  const item: Item = {};
  for (const name of Object.keys(value)) item[name] = toAttributeValue(value[name] ?? null);
  return item;
}

/** An attribute as result JSON. */
export function fromAttributeValue(value: AttributeValue): Json {
  if (value.S !== undefined) return value.S;
  if (value.N !== undefined) return Number(value.N);
  if (value.BOOL !== undefined) return value.BOOL;
  if (value.M !== undefined) return fromItem(value.M);
  if (value.L !== undefined) return value.L.map(fromAttributeValue);
  if (value.SS !== undefined) return value.SS;
  if (value.NS !== undefined) return value.NS.map(Number);
  if (value.B !== undefined) return base64(value.B);
  if (value.BS !== undefined) return value.BS.map(base64);
  return null;
}

function base64(value: Uint8Array): string {
  return Buffer.from(value).toString('base64');
}

export function fromItem(item: Item): JsonObject {
  const result: JsonObject = {};
  for (const name in item) {
    const value = item[name];
    if (value !== undefined) result[name] = fromAttributeValue(value);
  }
  return result;
}

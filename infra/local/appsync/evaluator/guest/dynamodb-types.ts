/**
 * `util.dynamodb`: JavaScript values to DynamoDB's typed values.
 * Follows https://docs.aws.amazon.com/appsync/latest/devguide/dynamodb-helpers-in-util-dynamodb-js.html, with the
 * outputs that the service gives: numbers stay numbers (`{N: 1}`), null is `{NULL: null}`, no value gives null.
 */
import { isObject } from './evaluation.ts';

export type AttributeValue = { [type: string]: unknown };

function list(values: readonly unknown[]): AttributeValue {
  return { L: values.map((value) => toDynamoDB(value)) };
}

function mapValues(value: { [key: string]: unknown }): { [key: string]: AttributeValue } {
  const result: { [key: string]: AttributeValue } = {};
  for (const key of Object.keys(value)) {
    if (value[key] !== undefined) result[key] = toDynamoDB(value[key]);
  }
  return result;
}

/** True for what `toStringSet`, `toNumberSet` and `toBinarySet` return: it is typed already. */
function isTypedSet(value: { [key: string]: unknown }): boolean {
  return typedSets.has(value);
}

const typedSets = new WeakSet<object>();

function typedSet(type: 'SS' | 'NS' | 'BS', values: unknown): AttributeValue | null {
  if (!Array.isArray(values)) return null;
  const result: AttributeValue = { [type]: [...(values as unknown[])] };
  typedSets.add(result);
  return result;
}

export function toDynamoDB(value: unknown): AttributeValue {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: value };
  if (typeof value === 'boolean') return { BOOL: value };
  if (Array.isArray(value)) return list(value);
  if (isObject(value)) return isTypedSet(value) ? value : { M: mapValues(value) };
  return { NULL: null };
}

export const toStringSet = (values: unknown): AttributeValue | null => typedSet('SS', values);
export const toNumberSet = (values: unknown): AttributeValue | null => typedSet('NS', values);
export const toBinarySet = (values: unknown): AttributeValue | null => typedSet('BS', values);

function scalar(type: 'S' | 'N' | 'B' | 'BOOL') {
  return (value: unknown): AttributeValue | null =>
    value === undefined || value === null ? null : { [type]: value };
}

function toS3Object(key: string, bucket: string, region: string, version?: string): AttributeValue {
  const s3 = version === undefined ? { key, bucket, region } : { key, bucket, region, version };
  return { S: JSON.stringify({ s3 }) };
}

/** The object inside the text that `toS3Object` makes, or null when the text is another. */
function fromS3ObjectJson(text: unknown): unknown {
  if (typeof text !== 'string') return null;
  try {
    const parsed: unknown = JSON.parse(text);
    return isObject(parsed) ? (parsed['s3'] ?? null) : null;
  } catch {
    return null;
  }
}

export const dynamodb = {
  toDynamoDB,
  toString: scalar('S'),
  toNumber: scalar('N'),
  toBinary: scalar('B'),
  toBoolean: scalar('BOOL'),
  toStringSet,
  toNumberSet,
  toBinarySet,
  toNull: (): AttributeValue => ({ NULL: null }),
  toList: (value: unknown): AttributeValue | null => (Array.isArray(value) ? list(value) : null),
  toMap: (value: unknown): AttributeValue | null => (isObject(value) ? { M: mapValues(value) } : null),
  toMapValues: (value: unknown) => (isObject(value) ? mapValues(value) : null),
  toS3Object,
  fromS3ObjectJson,
};

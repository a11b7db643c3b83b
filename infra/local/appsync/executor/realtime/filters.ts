/**
 * Enhanced subscription filters and invalidation filters.
 * AppSync developer guide, "Enhanced subscription filtering" and the `extensions` reference.
 */
import type { Json, JsonObject } from '../../types.ts';

/** Whether a payload passes. */
export type Filter = (payload: JsonObject) => boolean;

/** A filter that AppSync would refuse. */
export class InvalidFilterError extends Error {
  override name = 'InvalidFilterError';
}

const MAX_GROUPS = 10;
const MAX_FILTERS = 5;
/** How many values an operator's list may hold; `between` holds two exactly. */
const MAX_VALUES: Readonly<Record<string, number>> = { in: 5, notIn: 5, containsAny: 20 };

type Compare = (actual: Json, expected: Json) => boolean;

/** Whether `order` holds between two numbers or two strings; values of other types have no order. */
function ordered(order: (sign: number) => boolean): Compare {
  return (actual, expected) => {
    if (typeof actual === 'number' && typeof expected === 'number')
      return order(Math.sign(actual - expected));
    if (typeof actual === 'string' && typeof expected === 'string')
      return order(actual < expected ? -1 : actual > expected ? 1 : 0);
    return false;
  };
}

const atLeast = ordered((sign) => sign >= 0);
const atMost = ordered((sign) => sign <= 0);

/** A string contains a text, a list an element. */
const contains: Compare = (actual, expected) =>
  typeof actual === 'string'
    ? typeof expected === 'string' && actual.includes(expected)
    : Array.isArray(actual) && actual.includes(expected);

const list = (value: Json): Json[] => (Array.isArray(value) ? value : [value]);

const OPERATORS: Readonly<Record<string, Compare>> = {
  eq: (actual, expected) => actual === expected,
  ne: (actual, expected) => actual !== expected,
  lt: ordered((sign) => sign < 0),
  le: atMost,
  gt: ordered((sign) => sign > 0),
  ge: atLeast,
  contains,
  notContains: (actual, expected) => !contains(actual, expected),
  beginsWith: (actual, expected) =>
    typeof actual === 'string' && typeof expected === 'string' && actual.startsWith(expected),
  in: (actual, expected) => list(expected).includes(actual),
  notIn: (actual, expected) => !list(expected).includes(actual),
  between: (actual, expected) => {
    const [low = null, high = null] = list(expected);
    return atLeast(actual, low) && atMost(actual, high);
  },
  containsAny: (actual, expected) => list(expected).some((value) => contains(actual, value)),
};

/** `a.b` reads the field `b` of the field `a`. A field that is not there is null. */
function valueAt(payload: JsonObject, fieldName: string): Json {
  let value: Json = payload;
  for (const name of fieldName.split('.')) {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
    value = value[name] ?? null;
  }
  return value;
}

function isObject(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/**
 * Compiles `{filterGroup: [{filters: [{fieldName, operator, value}]}]}`: one group must pass, and in it every filter.
 *
 * @throws InvalidFilterError when the form, an operator or a count is not AppSync's.
 */
export function compileFilter(definition: Json): Filter {
  const groups = isObject(definition) ? definition['filterGroup'] : undefined;
  if (!Array.isArray(groups) || groups.length === 0 || groups.length > MAX_GROUPS)
    throw new InvalidFilterError(
      `A filter needs a filterGroup of 1 to ${MAX_GROUPS} groups. Received: ${JSON.stringify(definition)}`,
    );
  const compiled = groups.map(compileGroup);
  return (payload) => compiled.some((filters) => filters.every((filter) => filter(payload)));
}

function compileGroup(group: Json): Filter[] {
  const filters = isObject(group) ? group['filters'] : undefined;
  if (!Array.isArray(filters) || filters.length === 0 || filters.length > MAX_FILTERS)
    throw new InvalidFilterError(
      `A filter group needs 1 to ${MAX_FILTERS} filters. Received: ${JSON.stringify(group)}`,
    );
  return filters.map(compileOne);
}

function compileOne(filter: Json): Filter {
  const { fieldName, operator, value = null } = isObject(filter) ? filter : {};
  const compare = typeof operator === 'string' ? OPERATORS[operator] : undefined;
  if (typeof fieldName !== 'string' || typeof operator !== 'string' || !compare)
    throw new InvalidFilterError(
      `A filter needs a fieldName and one of the operators ${Object.keys(OPERATORS).join(', ')}. Received: ${JSON.stringify(filter)}`,
    );
  const most = MAX_VALUES[operator];
  if (most !== undefined && list(value).length > most)
    throw new InvalidFilterError(
      `The operator ${operator} takes at most ${most} values. Received: ${list(value).length}`,
    );
  if (operator === 'between' && list(value).length !== 2)
    throw new InvalidFilterError(`The operator between takes two values. Received: ${JSON.stringify(value)}`);
  return (payload) => compare(valueAt(payload, fieldName), value);
}

/**
 * The filter of the arguments that a client gave: each must equal the payload's field of its name.
 * An argument left out filters nothing; an explicit null matches null only.
 */
export function argumentFilter(args: JsonObject): Filter {
  const wanted = Object.entries(args);
  return (payload) => wanted.every(([name, value]) => (payload[name] ?? null) === value);
}

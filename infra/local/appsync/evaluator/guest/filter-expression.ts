/**
 * A filter object to a DynamoDB expression, in the words AppSync uses for names and values:
 * `{title: {contains: 'a'}}` gives `(contains(#title,:title_contains))`.
 * Follows https://docs.aws.amazon.com/appsync/latest/devguide/transform-helpers-in-util-transform-js.html and the
 * expressions that the service answers. What it can't read gives null, as there.
 */
import { isObject } from './evaluation.ts';
import { toDynamoDB } from './dynamodb-types.ts';
import type { AttributeValue } from './dynamodb-types.ts';

export interface Expression {
  expression: string;
  expressionNames: { [placeholder: string]: string };
  expressionValues: { [placeholder: string]: AttributeValue };
}

const COMPARATORS: { [operator: string]: string } = {
  eq: '=',
  ne: '<>',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
};

const ATTRIBUTE_TYPES: { [name: string]: string } = {
  _null: 'NULL',
  string: 'S',
  stringSet: 'SS',
  number: 'N',
  numberSet: 'NS',
  binary: 'B',
  binarySet: 'BS',
  boolean: 'BOOL',
  list: 'L',
  map: 'M',
};

const UNREADABLE = Object.freeze({ unreadable: true });

/** One expression for `filter`, or null when it is not a filter object. */
export function toExpression(filter: unknown): Expression | null {
  const result: Expression = { expression: '', expressionNames: {}, expressionValues: {} };
  try {
    result.expression = parts(filter, '', result).join(' AND ');
    return result;
  } catch (reason) {
    if (reason === UNREADABLE) return null;
    throw reason;
  }
}

/** The conjuncts of one filter object; `path` prefixes the value names: `or_0_`. */
function parts(filter: unknown, path: string, into: Expression): string[] {
  if (!isObject(filter)) throw UNREADABLE;
  const result: string[] = [];
  for (const key of Object.keys(filter)) {
    const value = filter[key];
    if (value === undefined) continue;
    if (key === 'and' || key === 'or') result.push(...group(key, value, path, into));
    else if (key === 'not') result.push(negation(value, path, into));
    else result.push(...field(key, value, path, into));
  }
  return result;
}

function group(key: 'and' | 'or', members: unknown, path: string, into: Expression): string[] {
  if (!Array.isArray(members)) throw UNREADABLE;
  const rendered = members.map((member, index) =>
    parts(member, `${path}${key}_${index}_`, into).join(' AND '),
  );
  if (rendered.length === 0) return [];
  const joined = rendered.join(key === 'and' ? ' AND ' : ' OR ');
  return [rendered.length === 1 ? joined : `(${joined})`];
}

/** Several fields under one `not` are wrapped, so that all of them are negated. */
function negation(filter: unknown, path: string, into: Expression): string {
  const inner = parts(filter, `${path}not_`, into);
  return inner.length > 1 ? `(NOT (${inner.join(' AND ')}))` : `(NOT ${inner.join('')})`;
}

function field(name: string, operators: unknown, path: string, into: Expression): string[] {
  into.expressionNames[`#${name}`] = name;
  const rendered = comparisons(`#${name}`, `:${path}${name}`, operators, into);
  return [rendered.length > 1 ? `(${rendered.join(' AND ')})` : rendered.join('')];
}

/** `operand` is what is compared (`#v`, `size(#v)`), `value` the beginning of the value names (`:v`). */
function comparisons(operand: string, value: string, operators: unknown, into: Expression): string[] {
  if (!isObject(operators)) throw UNREADABLE;
  const result: string[] = [];
  for (const operator of Object.keys(operators)) {
    const argument: unknown = operators[operator];
    if (argument === undefined) continue;
    if (operator === 'size') {
      const size = operand.startsWith('size(') ? operand : `size(${operand})`;
      const inner = comparisons(size, `${value}_size`, argument, into);
      if (inner.length > 0) result.push(inner.length > 1 ? `(${inner.join(' AND ')})` : inner.join(''));
    } else {
      result.push(`(${comparison(operand, `${value}_${operator}`, operator, argument, into)})`);
    }
  }
  return result;
}

function comparison(
  operand: string,
  name: string,
  operator: string,
  argument: unknown,
  into: Expression,
): string {
  const bind = (placeholder: string, value: unknown): string => {
    into.expressionValues[placeholder] = toDynamoDB(value);
    return placeholder;
  };
  const comparator = Object.hasOwn(COMPARATORS, operator) ? COMPARATORS[operator] : undefined;
  if (comparator !== undefined) return `${operand} ${comparator} ${bind(name, argument)}`;
  switch (operator) {
    case 'contains':
      return `contains(${operand},${bind(name, argument)})`;
    case 'notContains':
      return `NOT contains(${operand},${bind(name, argument)})`;
    case 'beginsWith':
      return `begins_with(${operand},${bind(name, argument)})`;
    case 'between': {
      if (!Array.isArray(argument) || argument.length < 2) throw UNREADABLE;
      const start = bind(`${name}_start`, argument[0]);
      return `${operand} BETWEEN ${start} AND ${bind(`${name}_end`, argument[1])}`;
    }
    case 'in': {
      if (!Array.isArray(argument)) throw UNREADABLE;
      if (argument.length === 0) return 'null';
      return `${operand} IN (${argument.map((value, index) => bind(`${name}_${index}`, value)).join(', ')})`;
    }
    case 'attributeExists':
      if (typeof argument !== 'boolean') throw UNREADABLE;
      return argument ? `attribute_exists(${operand})` : `attribute_not_exists(${operand})`;
    case 'attributeType':
      if (typeof argument !== 'string' || !Object.hasOwn(ATTRIBUTE_TYPES, argument)) throw UNREADABLE;
      return `attribute_type(${operand},${bind(name, ATTRIBUTE_TYPES[argument])})`;
    default:
      throw UNREADABLE;
  }
}

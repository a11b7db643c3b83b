/**
 * The `update` of `@aws-appsync/utils/dynamodb`: an object of new values and `operations` to an update expression.
 * A bare object changes the keys it names (`SET #expName_1.#expName_2 = ...`); `operations.replace` and
 * `operations.add` set it whole. Names are numbered in order of use, SET stands before REMOVE.
 */
import { isObject } from './evaluation.ts';
import { toDynamoDB } from './dynamodb-types.ts';
import type { Expression } from './filter-expression.ts';

interface Operation {
  type: string;
  value?: unknown;
  by?: number;
  items?: unknown;
  index?: number;
}

const made = new WeakSet<object>();

function operation(value: Operation): Operation {
  made.add(value);
  return value;
}

/** Only what `operations` made counts: an argument that looks like one stays data. */
function isOperation(value: unknown): value is Operation {
  return typeof value === 'object' && value !== null && made.has(value);
}

export const operations = {
  add: (value: unknown) => operation({ type: 'OPERATION_ADD', value }),
  remove: () => operation({ type: 'OPERATION_REMOVE' }),
  replace: (value: unknown) => operation({ type: 'OPERATION_REPLACE', value }),
  increment: (by = 1) => operation({ type: 'OPERATION_INCREMENT', by }),
  decrement: (by = 1) => operation({ type: 'OPERATION_DECREMENT', by }),
  append: (items: unknown) => operation({ type: 'OPERATION_APPEND', items }),
  prepend: (items: unknown) => operation({ type: 'OPERATION_PREPEND', items }),
  updateListItem: (value: unknown, index: number) =>
    operation({ type: 'OPERATION_UPDATE_LIST_ITEM', value, index }),
};

interface Draft {
  sets: string[];
  removes: string[];
  names: Expression['expressionNames'];
  values: Expression['expressionValues'];
  nameCount: number;
  valueCount: number;
}

function bind(draft: Draft, value: unknown): string {
  draft.valueCount += 1;
  const placeholder = `:expValue_${draft.valueCount}`;
  draft.values[placeholder] = toDynamoDB(value);
  return placeholder;
}

function apply(draft: Draft, path: string, { type, value, by, items, index }: Operation): void {
  switch (type) {
    case 'OPERATION_REMOVE':
      draft.removes.push(path);
      break;
    case 'OPERATION_INCREMENT':
      draft.sets.push(`${path} = ${path} + ${bind(draft, by)}`);
      break;
    case 'OPERATION_DECREMENT':
      draft.sets.push(`${path} = ${path} - ${bind(draft, by)}`);
      break;
    case 'OPERATION_APPEND':
      draft.sets.push(`${path} = list_append(${path}, ${bind(draft, items)})`);
      break;
    case 'OPERATION_PREPEND':
      draft.sets.push(`${path} = list_append(${bind(draft, items)}, ${path})`);
      break;
    case 'OPERATION_UPDATE_LIST_ITEM':
      draft.sets.push(`${path}[${index}] = ${bind(draft, value)}`);
      break;
    default:
      draft.sets.push(`${path} = ${bind(draft, value)}`);
  }
}

function walk(draft: Draft, changes: { [name: string]: unknown }, parent: string): void {
  for (const [name, change] of Object.entries(changes)) {
    if (change === undefined) continue;
    draft.nameCount += 1;
    const placeholder = `#expName_${draft.nameCount}`;
    draft.names[placeholder] = name;
    const path = parent === '' ? placeholder : `${parent}.${placeholder}`;
    if (isOperation(change)) apply(draft, path, change);
    else if (Array.isArray(change) && change.length > 0 && change.every(isOperation)) {
      for (const item of change) apply(draft, path, item);
    } else if (isObject(change) && !isTyped(change) && Object.keys(change).length > 0)
      walk(draft, change, path);
    else draft.sets.push(`${path} = ${bind(draft, change)}`);
  }
}

/** A set made by `toStringSet` and its kin goes in as it is. */
function isTyped(value: unknown): boolean {
  return toDynamoDB(value) === value;
}

export function toUpdate(changes: { [name: string]: unknown }): Expression {
  const draft: Draft = { sets: [], removes: [], names: {}, values: {}, nameCount: 0, valueCount: 0 };
  walk(draft, changes, '');
  const clauses = [
    ...(draft.sets.length > 0 ? [`SET ${draft.sets.join(', ')}`] : []),
    ...(draft.removes.length > 0 ? [`REMOVE ${draft.removes.join(', ')}`] : []),
  ];
  return {
    expression: clauses.join(' '),
    expressionNames: draft.names,
    expressionValues: draft.values,
  };
}

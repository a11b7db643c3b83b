/**
 * Errors of fields and the words that AppSync tells them in.
 * AppSync developer guide, "Errors in AppSync"; message texts as graphql-java writes them.
 */
import type { GraphQLError, GraphQLSchema } from 'graphql';
import { isObjectType, isNonNullType, isListType, getNamedType } from 'graphql';
import type { Json } from '../types.ts';
import { ScalarSerializeError } from './schema/scalars.ts';

/** A field that ended in an error with a type: raised by a resolver, by authorization or by a limit. */
export class FieldError extends Error {
  override name = 'FieldError';
  readonly errorType: string | null;
  readonly data: Json;
  readonly errorInfo: Json;

  constructor(message: string, errorType: string | null, data: Json = null, errorInfo: Json = null) {
    super(message);
    this.errorType = errorType;
    this.data = data;
    this.errorInfo = errorInfo;
  }
}

/** A request object that a data source cannot carry out: the resolver's code is at fault. */
export class InvalidRequestError extends FieldError {
  constructor(message: string) {
    super(message, 'BadRequestException');
  }
}

interface Location {
  line: number;
  column: number;
  sourceName: null;
}

/** One entry of `errors`, as AppSync writes it. */
export interface ErrorEntry {
  path?: ReadonlyArray<string | number> | null;
  data?: Json;
  errorType?: string | null;
  errorInfo?: Json;
  locations?: Location[] | null;
  message: string;
}

/** Locations with AppSync's `sourceName`. */
export function locationsOf(error: GraphQLError): Location[] {
  return (error.locations ?? []).map(({ line, column }) => ({ line, column, sourceName: null }));
}

/** `['a', 'items', 0, 'd']` as `/a/items[0]/d`. */
export function pathText(path: ReadonlyArray<string | number>): string {
  return path.map((key) => (typeof key === 'number' ? `[${key}]` : `/${key}`)).join('');
}

const NON_NULL = /^Cannot return null for non-nullable field (\w+)\.(\w+)\.$/;
const BUILT_IN = /^(Int|Float|String|Boolean|ID) cannot represent /;
const ENUM = /^Enum "(\w+)" cannot represent value: (.*)$/s;
const NOT_A_LIST = /^Expected Iterable, but did not find one for field /;

/** What graphql-js found wrong with a resolved value, in AppSync's words; null when it is none of those. */
function describeValueError(error: GraphQLError, schema: GraphQLSchema): string | null {
  const path = error.path ?? [];
  const original = error.originalError;
  if (original instanceof ScalarSerializeError)
    return `Can't serialize value (${pathText(path)}) : ${original.message}`;
  const nonNull = NON_NULL.exec(error.message);
  if (nonNull) {
    const [, parent = '', field = ''] = nonNull;
    return `Cannot return null for non-nullable type: '${typeAt(schema, parent, field, path)}' within parent '${parent}' (${pathText(path)})`;
  }
  const builtIn = BUILT_IN.exec(error.message);
  if (builtIn)
    return `Can't serialize value (${pathText(path)}) : Expected a value that can be converted to type '${builtIn[1]}'`;
  const enumeration = ENUM.exec(error.message);
  if (enumeration)
    return `Can't serialize value (${pathText(path)}) : Invalid input for Enum '${enumeration[1]}'. No value found for name '${enumeration[2]?.replace(/^"|"$/g, '')}'`;
  if (NOT_A_LIST.test(error.message))
    return `Can't resolve value (${pathText(path)}) : type mismatch error, expected type LIST`;
  return null;
}

/** The name that AppSync gives the missing type: graphql-java has no name for a list, and writes null. */
function typeAt(
  schema: GraphQLSchema,
  parent: string,
  field: string,
  path: ReadonlyArray<string | number>,
): string {
  const parentType = schema.getType(parent);
  const type = isObjectType(parentType) ? parentType.getFields()[field]?.type : undefined;
  if (!type) return 'null';
  const nullable = isNonNullType(type) ? type.ofType : type;
  const inList = typeof path.at(-1) === 'number';
  return isListType(nullable) && !inList ? 'null' : getNamedType(type).name;
}

/**
 * An error of execution as AppSync's entry.
 * A failure that nobody raised on purpose shows no detail; `onInternal` is told the cause.
 */
export function executionErrorEntry(
  error: GraphQLError,
  schema: GraphQLSchema,
  onInternal: (cause: unknown) => void,
): ErrorEntry {
  const path = error.path ?? null;
  const valueError = describeValueError(error, schema);
  if (valueError !== null) return { path, locations: null, message: valueError };
  const original = error.originalError;
  if (original instanceof FieldError) {
    const { data, errorType, errorInfo, message } = original;
    return { path, data, errorType, errorInfo, locations: locationsOf(error), message };
  }
  const internal = original !== undefined && original !== null;
  if (internal) onInternal(original);
  return {
    path,
    data: null,
    errorType: internal ? 'InternalFailure' : null,
    errorInfo: null,
    locations: locationsOf(error),
    message: internal ? 'An internal failure occurred while resolving this field.' : error.message,
  };
}

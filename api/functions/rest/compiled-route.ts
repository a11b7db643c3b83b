import { enums } from '#openapi/inputs.gen.ts';
import { operations, type OperationData } from '#openapi/operations.gen.ts';
import { outputs } from '#openapi/outputs.gen.ts';
import { routes, type Route } from '#openapi/routes.ts';
import { checkOf, type Check } from './input-check.ts';
import { RouteTable } from './route-table.ts';
import { shown, type FieldProblem } from './rest-error.ts';
import { didYouMean } from './suggestion.ts';

/** A route with everything that can be worked out before the first request. */
export interface CompiledRoute {
  route: Route;
  operation: OperationData;
  /** Checks the body, without `expectedVersion`; null where none is taken. */
  checkBody: Check | null;
  /** Parameters of the query, by name. */
  query: ReadonlyMap<string, QueryParameter>;
  /** The type that `fields` selects from: the entries' of a list, else the answer's. */
  fieldsType: string;
  /** Answers `items` and `next`. */
  isList: boolean;
  /** Parameters of the path by the argument that they become, where the names differ. */
  parameterOf: ReadonlyMap<string, string>;
}

/** Answers the value of a query parameter, or what is wrong with it. */
export type QueryReader = (
  text: string,
  name: string,
) => { value: string | number | boolean } | { problem: FieldProblem };

/** A query parameter: `many` may be sent several times, and its variable is a list. */
export interface QueryParameter {
  read: QueryReader;
  many: boolean;
  required: boolean;
}

/** All routes in one table. */
export function routeTable(): RouteTable<CompiledRoute> {
  const table = new RouteTable<CompiledRoute>();
  for (const route of routes) table.add(route, compile(route));
  return table;
}

function compile(route: Route): CompiledRoute {
  const operation = operationNamed(route.operation);
  const entry = outputs[operation.type]?.items;
  const isList = entry !== undefined && Object.hasOwn(outputs[operation.type] ?? {}, 'next');
  return {
    route,
    operation,
    checkBody: route.body === null ? null : checkOf(operation.variables[route.body] ?? ''),
    query: new Map(route.query.map((name) => [name, queryParameter(operation.variables[name] ?? '')])),
    fieldsType: isList ? entry : operation.type,
    isList,
    parameterOf: new Map(Object.entries(operation.arguments)),
  };
}

/** The operation of a name; throws when `operations/` has none, which a test of the routes keeps from happening. */
export function operationNamed(name: string): OperationData {
  const operation = operations[name];
  if (operation === undefined) throw new Error(`openapi/operations has no ${name}.graphql.`);
  return operation;
}

function queryParameter(type: string): QueryParameter {
  return {
    read: readerOf(type.replaceAll(/[[\]!]/g, '')),
    many: type.startsWith('['),
    required: type.endsWith('!'),
  };
}

function readerOf(type: string): QueryReader {
  const values = enums[type];
  if (values !== undefined) return (text, name) => readEnum(text, name, values);
  if (type === 'Boolean') return readBoolean;
  return type === 'Int' ? readInt : (text) => ({ value: text });
}

function readEnum(text: string, name: string, values: readonly string[]): ReturnType<QueryReader> {
  if (values.includes(text)) return { value: text };
  const fix = `Send one of ${values.join(', ')}.${didYouMean(text, values)}`;
  return { problem: { field: name, received: shown(text), fix } };
}

const readBoolean: QueryReader = (text, name) =>
  text === 'true' || text === 'false'
    ? { value: text === 'true' }
    : { problem: { field: name, received: shown(text), fix: 'Send true or false.' } };

/** Reads a whole number of at most 32 bits. */
export const readInt: QueryReader = (text, name) => {
  const value = Number(text);
  if (/^-?\d{1,10}$/.test(text) && (value | 0) === value) return { value };
  return { problem: { field: name, received: shown(text), fix: 'Send a whole number.' } };
};

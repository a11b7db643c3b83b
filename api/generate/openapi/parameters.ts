import {
  isRequiredArgument,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  Kind,
  type GraphQLArgument,
} from 'graphql';
import type { Route } from '#openapi/routes.ts';
import { exampleValues } from '#openapi/examples.ts';
import type { Contract } from '../contract.ts';
import type { Operation } from '../operations.ts';
import { parameterSchema } from './json-schema.ts';

/** Parameters that mean the same at every address. */
export const sharedParameters = {
  'X-Tenant': {
    name: 'X-Tenant',
    in: 'header',
    required: false,
    description: 'Id of the tenant to act for, from your memberships. Left out, you act for yourself.',
    schema: { type: 'string', pattern: '^[0-9A-HJKMNP-TV-Z]{26}$' },
    example: '01JZ5X8Q4M7N2P9R3S6T8V0W1X',
  },
  'If-Match': {
    name: 'If-Match',
    in: 'header',
    required: false,
    description:
      'The `ETag` that you read. Only the version in it is compared; `*` takes any. Either this or `expectedVersion` is required.',
    schema: { type: 'string' },
    example: '"3-5c1e0a9b7d2f4e68"',
  },
  'If-None-Match': {
    name: 'If-None-Match',
    in: 'header',
    required: false,
    description: 'An `ETag` that you have: answers 304 without a body while it is current.',
    schema: { type: 'string' },
    example: '"3-5c1e0a9b7d2f4e68"',
  },
  expectedVersion: {
    name: 'expectedVersion',
    in: 'query',
    required: false,
    description: 'The version that you read, where neither `If-Match` nor the body says it.',
    schema: { type: 'integer', format: 'int32', minimum: 1 },
    example: 3,
  },
  fields: {
    name: 'fields',
    in: 'query',
    required: false,
    description:
      'Names to keep in the answer, joined by commas; a dot goes deeper, as in `title,facts.value`. In a list they are names of its entries. What is not named is left out, required or not.',
    schema: { type: 'string', maxLength: 2000 },
  },
} as const;

/** The parameters of a route: of its path, its query and its headers. */
export function parametersOf(route: Route, operation: Operation, contract: Contract): unknown[] {
  const byVariable = argumentsBehind(operation, contract);
  const shared = (name: keyof typeof sharedParameters) => ({ $ref: `#/components/parameters/${name}` });
  const wildcard = /\{(\w+)\+\}/.exec(route.path)?.[1];
  return [
    ...[...route.path.matchAll(/\{(\w+)\+?\}/g)].map(([, name = '']) => {
      const slashes = name === wildcard ? ' It may hold slashes, as they are or encoded.' : '';
      return parameter(name, 'path', byVariable.get(name), slashes);
    }),
    ...route.query.map((name) => parameter(name, 'query', byVariable.get(name), '')),
    ...(route.expand.length === 0 ? [] : [expandParameter(route.expand)]),
    shared('fields'),
    ...(route.precondition === null ? [] : [shared('expectedVersion'), shared('If-Match')]),
    ...(route.method === 'GET' ? [shared('If-None-Match')] : []),
    ...(route.auth === 'tenant' ? [shared('X-Tenant')] : []),
  ];
}

function parameter(
  name: string,
  place: 'path' | 'query',
  argument: GraphQLArgument | undefined,
  more: string,
): unknown {
  if (argument === undefined) throw new Error(`No argument stands behind the parameter ${name}.`);
  const example = exampleValues[name];
  const required = place === 'path' || isRequiredArgument(argument);
  return {
    name,
    in: place,
    required,
    description: `${argument.description ?? ''}${more}`,
    schema: parameterSchema(argument),
    ...(required && example !== undefined ? { example } : {}),
  };
}

function expandParameter(names: readonly string[]): unknown {
  return {
    name: 'expand',
    in: 'query',
    required: false,
    description: 'Lists to put into the answer, first page each, joined by commas.',
    style: 'form',
    explode: false,
    schema: { type: 'array', items: { type: 'string', enum: names } },
  };
}

/** The argument of the contract behind each variable of an operation. */
function argumentsBehind({ document }: Operation, { schema }: Contract): Map<string, GraphQLArgument> {
  const found = new Map<string, GraphQLArgument>();
  const typeInfo = new TypeInfo(schema);
  visit(
    parse(document),
    visitWithTypeInfo(typeInfo, {
      Argument: ({ value }) => {
        const argument = typeInfo.getArgument();
        if (value.kind === Kind.VARIABLE && argument) found.set(value.name.value, argument);
      },
    }),
  );
  return found;
}

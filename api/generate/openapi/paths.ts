import { isInputObjectType, isObjectType, type GraphQLObjectType } from 'graphql';
import { DOCUMENT_PATH, routes, type Route } from '#openapi/routes.ts';
import type { Contract } from '../contract.ts';
import { hasNext } from '../fragments.ts';
import type { Operation } from '../operations.ts';
import { exampleOf } from './examples.ts';
import { parametersOf } from './parameters.ts';
import { errorsOf, problemResponses } from './problems.ts';

const WHO: Readonly<Record<Route['auth'], string>> = {
  anonymous: 'No credential is needed.',
  person: 'For the person whose credential it is.',
  signedIn: 'For a person who is signed in: a personal access token is not taken.',
  tenant: 'For members of the tenant acted for.',
  operator: 'For operators who are signed in: a personal access token is not taken.',
};

/** The paths of the document, in the order of the routes. */
export function paths(
  operations: readonly Operation[],
  contract: Contract,
): Record<string, Record<string, unknown>> {
  const byName = new Map(operations.map((operation) => [operation.name, operation]));
  const result: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const operation = byName.get(route.operation);
    if (operation === undefined) throw new Error(`openapi/operations has no ${route.operation}.graphql.`);
    const path = route.path.replace('+}', '}');
    (result[path] ??= {})[route.method.toLowerCase()] = pathOperation(route, operation, contract);
  }
  result[DOCUMENT_PATH] = { get: documentOperation };
  return result;
}

function pathOperation(route: Route, operation: Operation, contract: Contract): Record<string, unknown> {
  const inputType = operation.variables.input?.replace('!', '');
  const input = inputType === undefined ? undefined : contract.schema.getType(inputType);
  const fields = isInputObjectType(input) ? Object.keys(input.getFields()) : [];
  const scope = route.scope === null ? '' : ` A personal access token needs the scope \`${route.scope}\`.`;
  return {
    operationId: route.operation,
    tags: [route.tag],
    summary: summary(operation, contract).replace(/\.$/, ''),
    description: `${summary(operation, contract)} ${WHO[route.auth]}${scope} In GraphQL: \`${operation.kind} ${route.operation}\`.`,
    security: route.auth === 'anonymous' ? [] : [{ bearer: route.scope === null ? [] : [route.scope] }],
    parameters: parametersOf(route, operation, contract),
    ...requestBody(route, inputType, input === undefined ? undefined : exampleOf(input as never)),
    responses: {
      [route.status]: success(route, operation, contract),
      ...(route.movable ? { 301: { $ref: '#/components/responses/Moved' } } : {}),
      ...(route.method === 'GET' ? { 304: { $ref: '#/components/responses/NotModified' } } : {}),
      ...problemResponses(errorsOf(route, fields)),
    },
  };
}

/** The contract's own words for the field that is answered. */
function summary({ kind, path }: Operation, { schema }: Contract): string {
  let type: unknown = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  let description = '';
  for (const name of path) {
    const field = (type as GraphQLObjectType).getFields()[name];
    description = field?.description ?? '';
    type = schema.getType(String(field?.type).replace(/[[\]!]/g, ''));
  }
  return description;
}

function requestBody(route: Route, type: string | undefined, example: unknown): Record<string, unknown> {
  if (type === undefined)
    return route.precondition === null ? {} : { requestBody: { $ref: '#/components/requestBodies/Version' } };
  const content = { schema: { $ref: `#/components/schemas/${type}` }, example };
  return {
    requestBody: {
      required: true,
      description:
        route.method === 'PATCH'
          ? 'What to change: a member left out stays, null clears it.'
          : 'What it holds.',
      content: {
        'application/json': content,
        ...(route.method === 'PATCH' ? { 'application/merge-patch+json': content } : {}),
      },
    },
  };
}

function success(route: Route, operation: Operation, { schema }: Contract): Record<string, unknown> {
  const type = schema.getType(operation.type);
  if (!isObjectType(type))
    throw new Error(`${operation.name} answers ${operation.type}, which is no object.`);
  const tagged = route.method === 'GET' || type.getFields().version !== undefined;
  const header = (name: string) => ({ [name]: { $ref: `#/components/headers/${name}` } });
  return {
    description: type.description ?? 'The answer.',
    headers: {
      ...(tagged ? header('ETag') : {}),
      ...(hasNext(type) ? header('Link') : {}),
      ...(route.location === null ? {} : header('Location')),
      ...header('Cache-Control'),
      ...header('X-Request-Id'),
    },
    content: {
      'application/json': {
        schema: { $ref: `#/components/schemas/${operation.type}` },
        example: exampleOf(type),
      },
    },
  };
}

const documentOperation = {
  operationId: 'openapi',
  tags: ['Public'],
  summary: 'This document',
  description: 'This document. No credential is needed.',
  security: [],
  parameters: [{ $ref: '#/components/parameters/If-None-Match' }],
  responses: {
    200: {
      description: 'The OpenAPI document.',
      headers: {
        ETag: { $ref: '#/components/headers/ETag' },
        'X-Request-Id': { $ref: '#/components/headers/X-Request-Id' },
      },
      content: {
        'application/json': { schema: { type: 'object', description: 'An OpenAPI 3.1 document.' } },
      },
    },
    304: { $ref: '#/components/responses/NotModified' },
    ...problemResponses(['Throttled', 'Internal', 'Unavailable']),
  },
};

/** One GraphQL operation: prepared, executed, its errors in AppSync's shape. */
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { GraphQLError, execute } from 'graphql';
import type { JsonObject } from '../types.ts';
import type { ErrorEntry } from './errors.ts';
import { executionErrorEntry } from './errors.ts';
import { readProperty, readPropertyChecked } from './fields.ts';
import type { Log } from './options.ts';
import type { Caller, RequestContext } from './request-context.ts';
import type { DocumentCache, PreparedDocument } from './validation/documents.ts';
import { ExpansionError } from './validation/expansion.ts';
import { variableErrorEntry } from './validation/variables.ts';

/** The body of a GraphQL request, checked for its form. */
export interface GraphQLRequest {
  query: string;
  operationName: string | null;
  variables: JsonObject;
}

export interface GraphQLReply {
  data: JsonObject | null;
  errors?: ErrorEntry[];
}

/** A request that is refused as a whole, with the status and the type that AppSync gives it. */
export class RequestError extends Error {
  override name = 'RequestError';
  readonly status: number;
  readonly errorType: string;

  constructor(status: number, errorType: string, message: string) {
    super(message);
    this.status = status;
    this.errorType = errorType;
  }
}

export interface OperationEnvironment {
  schema: GraphQLSchema;
  documents: DocumentCache;
  depthLimit: number;
  log: Log;
}

/** An operation picked from its document. */
export interface ChosenOperation {
  prepared: PreparedDocument;
  operation: OperationDefinitionNode;
}

/** What executing an operation left behind. */
export interface OperationOutcome {
  reply: GraphQLReply;
  request: RequestContext;
}

/**
 * Parses and validates the text and picks the operation.
 *
 * @returns the reply that ends the request where the document is not valid.
 * @throws RequestError when the text is not GraphQL or no operation can be picked.
 */
export function chooseOperation(
  request: GraphQLRequest,
  { documents }: OperationEnvironment,
): ChosenOperation | GraphQLReply {
  const prepared = prepare(request.query, documents);
  if (prepared.errors.length > 0) return { data: null, errors: prepared.errors };
  return { prepared, operation: pickOperation(prepared.operations, request.operationName) };
}

/** A text nested deeper than the stack reaches ends in a RangeError: to the client, it cannot be parsed either. */
function prepare(query: string, documents: DocumentCache): PreparedDocument {
  try {
    return documents.prepare(query);
  } catch (error) {
    if (error instanceof ExpansionError) throw new RequestError(400, 'BadRequestException', error.message);
    if (!(error instanceof GraphQLError || error instanceof RangeError)) throw error;
    throw new RequestError(400, 'MalformedHttpRequestException', 'Unable to parse GraphQL query.');
  }
}

function pickOperation(
  operations: readonly OperationDefinitionNode[],
  name: string | null,
): OperationDefinitionNode {
  const [only, second] = operations;
  if (name === null) {
    if (only && !second) return only;
    throw new RequestError(
      400,
      'BadRequestException',
      'Must provide operation name if query contains multiple operations.',
    );
  }
  const named = operations.find((operation) => operation.name?.value === name);
  if (named) return named;
  throw new RequestError(400, 'BadRequestException', `Unknown operation named '${name}'.`);
}

/** Executes a query or a mutation; for a subscription, the resolvers of its root field. */
export async function executeOperation(
  { prepared, operation }: ChosenOperation,
  { variables, operationName }: GraphQLRequest,
  call: { caller: Caller; headers: Record<string, string>; signal: AbortSignal },
  environment: OperationEnvironment,
): Promise<OperationOutcome> {
  const { schema, log } = environment;
  const tooDeep = environment.depthLimit > 0 && prepared.depth > environment.depthLimit;
  const request: RequestContext = {
    ...call,
    log,
    variables,
    resolverCount: 0,
    depthLimit: tooDeep ? environment.depthLimit : 0,
    appended: [],
    responseHeaders: {},
    extensions: [],
  };
  const result = await execute({
    schema,
    document: prepared.document,
    operationName: operation.name?.value ?? operationName,
    variableValues: variables,
    contextValue: request,
    fieldResolver: tooDeep || call.caller.deniedFields ? readPropertyChecked : readProperty,
  });
  if (result.data === undefined)
    return { reply: { data: null, errors: (result.errors ?? []).map(variableErrorEntry) }, request };

  const reply: GraphQLReply = { data: result.data as JsonObject | null };
  const errors = [...request.appended, ...(result.errors ?? [])];
  if (errors.length > 0)
    reply.errors = errors.map((error) =>
      executionErrorEntry(error, schema, (cause) =>
        log({ level: 'error', message: `${error.path?.join('.')}: ${error.message}`, cause }),
      ),
    );
  return { reply, request };
}

/** Starts a subscription: authorization, its resolver, and the filters that the resolver set. */
import type { GraphQLSchema } from 'graphql';
import { GraphQLError, getArgumentValues, getVariableValues } from 'graphql';
import type { ExtensionCall, Json, JsonObject } from '../../types.ts';
import { parseBody } from '../http/body.ts';
import type { HttpCall } from '../http/message.ts';
import type { Authenticator } from '../auth/authenticator.ts';
import type { ChosenOperation, GraphQLReply, GraphQLRequest, OperationEnvironment } from '../operation.ts';
import { RequestError, chooseOperation, executeOperation } from '../operation.ts';
import type { RequestContext } from '../request-context.ts';
import type { Filter } from './filters.ts';
import { InvalidFilterError, argumentFilter, compileFilter } from './filters.ts';
import type { Projection } from './projection.ts';

/** A subscription that has started. */
export interface Subscription {
  /** The field of Subscription. */
  field: string;
  /** Subscriptions with the same key are sent the same text for the same payload. */
  key: string;
  accepts: Filter;
  /** Null where the resolver set no invalidation filter. */
  endsOn: Filter | null;
  write(payload: JsonObject): Promise<GraphQLReply>;
}

export interface SubscriptionEnvironment extends OperationEnvironment {
  authenticator: Authenticator;
  projection: Projection;
}

/** Errors that refuse a subscription, in the form of `payload.errors`. */
export class SubscriptionRefused extends Error {
  override name = 'SubscriptionRefused';
  readonly errors: Array<{ errorType: string; message: string }>;

  constructor(errors: Array<{ errorType: string; message: string }>) {
    super(errors.map(({ message }) => message).join(' '));
    this.errors = errors;
  }
}

/**
 * @param call the start message as a request: the body is its `data`, the headers are its authorization.
 * @throws SubscriptionRefused or RequestError.
 */
export async function startSubscription(
  call: HttpCall,
  requestId: string,
  signal: AbortSignal,
  environment: SubscriptionEnvironment,
): Promise<Subscription> {
  const asked = parseBody(call.body);
  const caller = await environment.authenticator.authenticate(call, asked, requestId);
  const chosen = chooseSubscription(asked, environment);
  const { field, args } = rootField(chosen, asked, environment.schema);
  const { reply, request } = await executeOperation(
    chosen,
    asked,
    { caller, headers: call.headers, signal },
    environment,
  );
  refuseOnErrors(reply);
  return {
    field,
    key: JSON.stringify([asked, caller.mode, caller.groups, [...(caller.deniedFields ?? [])]]),
    accepts: filterFrom(request.extensions, 'setSubscriptionFilter') ?? argumentFilter(args),
    endsOn: filterFrom(request.extensions, 'setSubscriptionInvalidationFilter'),
    write: (payload) => environment.projection.project(field, payload, chosen, asked, fresh(request)),
  };
}

function chooseSubscription(asked: GraphQLRequest, environment: SubscriptionEnvironment): ChosenOperation {
  const chosen = chooseOperation(asked, environment);
  if (!('operation' in chosen))
    throw new SubscriptionRefused(
      (chosen.errors ?? []).map(({ message }) => ({ errorType: 'ValidationError', message })),
    );
  const kind = chosen.operation.operation;
  if (kind !== 'subscription')
    throw new RequestError(400, 'UnsupportedOperation', `${kind} not supported through the realtime channel`);
  return chosen;
}

/** The one field of a valid subscription, with its arguments as given. */
function rootField(
  { operation }: ChosenOperation,
  { variables }: GraphQLRequest,
  schema: GraphQLSchema,
): { field: string; args: JsonObject } {
  const [node] = operation.selectionSet.selections;
  const definition =
    node?.kind === 'Field' ? schema.getSubscriptionType()?.getFields()[node.name.value] : undefined;
  if (node?.kind !== 'Field' || !definition)
    throw new RequestError(
      400,
      'BadRequestException',
      'A subscription must name its one field directly, not in a fragment.',
    );
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (coerced.errors)
    throw new SubscriptionRefused(
      coerced.errors.map(({ message }) => ({ errorType: 'ValidationError', message })),
    );
  try {
    const args = getArgumentValues(definition, node, coerced.coerced) as JsonObject;
    return { field: definition.name, args };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new SubscriptionRefused([{ errorType: 'ValidationError', message: error.message }]);
  }
}

/** Errors that the resolver or authorization raised; that nothing has been written yet is none. */
function refuseOnErrors({ data, errors = [] }: GraphQLReply): void {
  const raised = errors.filter(({ errorType, path }) => errorType !== undefined && path?.length === 1);
  if (raised.length > 0)
    throw new SubscriptionRefused(
      raised.map(({ errorType, message }) => ({ errorType: errorType ?? 'null', message })),
    );
  const refused = errors.filter(({ path }) => path === null);
  if (data === null && refused.length > 0)
    throw new SubscriptionRefused(refused.map(({ message }) => ({ errorType: 'ValidationError', message })));
}

/** The last call of an extension counts; null takes the filter away. */
function filterFrom(
  calls: readonly ExtensionCall[],
  name: 'setSubscriptionFilter' | 'setSubscriptionInvalidationFilter',
): Filter | null {
  const definition: Json = calls.findLast((call) => call.name === name)?.arguments[0] ?? null;
  if (definition === null) return null;
  try {
    return compileFilter(definition);
  } catch (error) {
    if (!(error instanceof InvalidFilterError)) throw error;
    throw new SubscriptionRefused([{ errorType: 'BadRequestException', message: error.message }]);
  }
}

/** The subscriber's context for one more payload. */
function fresh(request: RequestContext): RequestContext {
  return { ...request, resolverCount: 0, appended: [], extensions: [], responseHeaders: {} };
}

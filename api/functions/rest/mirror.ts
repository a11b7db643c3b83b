/**
 * The REST mirror of the GraphQL API: one API Gateway HTTP API handler (payload format 2.0) that answers each row of
 * `openapi/routes.ts` with its named operation. It holds no data permissions: the caller's own credential goes along,
 * and on anonymous routes the API key. Errors are problem details, RFC 9457; what is conditional follows RFC 9110.
 */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { openapi } from '#openapi/document.gen.ts';
import type { OperationData } from '#openapi/operations.gen.ts';
import { DOCUMENT_PATH, type Method } from '#openapi/routes.ts';
import { note } from '../../observability/telemetry.ts';
import { personIn, tenantIn } from '../../observability/tenant.ts';
import { traceIn } from '../../observability/trace-header.ts';
import { json, moved, notModified, options, problem } from './answer.ts';
import { change } from './change.ts';
import { operationNamed, routeTable, type CompiledRoute } from './compiled-route.ts';
import { credentialHeaders } from './credential.ts';
import { entityTag, noneMatch } from './entity-tag.ts';
import { prune, type Selection } from './field-selection.ts';
import { location, nextLink, pathFor } from './links.ts';
import { allowed, methodNotAllowed } from './methods.ts';
import { precondition } from './precondition.ts';
import { fieldName, requestBody } from './request-body.ts';
import { requestIdFrom } from './request-id.ts';
import { readParameters } from './request-parameters.ts';
import { internal, RestError, shown } from './rest-error.ts';
import { Upstream, type Fetch } from './upstream.ts';

/** What the mirror is made of. */
export interface RestMirrorOptions {
  fetch: Fetch;
  /** Address of the GraphQL endpoint. */
  graphqlUrl: string;
  /** The API key that anonymous routes ask with. */
  apiKey: string;
  /** Origin that callers use, for `Link` and `Location`, for example `https://artissist.example`. */
  origin: string;
  /** Told of what was not the caller's fault. */
  log: { error(message: string, detail: unknown): void };
  /** What problem types begin with, for example `https://artissist.example/problems`. */
  problemBase: string;
}

/** The handler of the mirror. It answers every request and never rejects. */
export type RestHandler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

/** One request on its way through. */
interface Call {
  event: APIGatewayProxyEventV2;
  compiled: CompiledRoute;
  parameters: Record<string, string>;
  headers: Record<string, string>;
}

/** Makes the handler; everything that depends on the routes alone is worked out here. */
export function createRestMirror(options_: RestMirrorOptions): RestHandler {
  const { apiKey, origin, log } = options_;
  const problemBase = options_.problemBase.replace(/\/$/, '');
  const table = routeTable();
  const upstream = new Upstream(options_.fetch, options_.graphqlUrl);
  const documentTag = entityTag(openapi, undefined);

  return async (event) => {
    const requestId = requestIdFrom(
      event.headers['x-request-id'],
      traceIn(event.headers),
      event.requestContext.requestId,
    );
    const result = await answer(event, requestId).catch((error: unknown) => {
      const known = error instanceof RestError ? error : internal(error);
      if (known.kind === 'Internal' || known.kind === 'Unavailable') {
        log.error(
          `rest: ${event.requestContext.http.method} ${event.rawPath} (${requestId})`,
          known.cause ?? known,
        );
      }
      return problem(known, requestId, problemBase);
    });
    const headers = { ...result.headers, 'x-request-id': requestId };
    return event.requestContext.http.method === 'HEAD'
      ? { ...result, headers, body: '' }
      : { ...result, headers };
  };

  async function answer(
    event: APIGatewayProxyEventV2,
    requestId: string,
  ): Promise<APIGatewayProxyStructuredResultV2> {
    const asked = event.requestContext.http.method;
    const method = (asked === 'HEAD' ? 'GET' : asked) as Method;
    if (event.rawPath === DOCUMENT_PATH) return document(event, method);
    const match = matched(event.rawPath);
    if (asked === 'OPTIONS') return options(allowed(match.routes.keys()));
    note({ route: match.routes.values().next().value?.route.path ?? DOCUMENT_PATH });
    const compiled = match.routes.get(method);
    if (compiled === undefined) throw methodNotAllowed(asked, match.routes.keys());
    const headers = {
      ...credentialHeaders(compiled, event.headers, apiKey),
      'x-artissist-via': 'rest',
      'x-request-id': requestId,
    };
    return run({ event, compiled, parameters: match.parameters, headers });
  }

  function matched(rawPath: string): NonNullable<ReturnType<typeof table.match>> {
    let match: ReturnType<typeof table.match>;
    try {
      match = table.match(rawPath);
    } catch (cause) {
      throw new RestError('BadInput', `The path is not well encoded. Received: ${shown(rawPath)}.`, {
        cause,
      });
    }
    if (match !== undefined) return match;
    const shorter = rawPath.endsWith('/') ? ` Leave out the slash at its end.` : '';
    throw new RestError(
      'NotFound',
      `There is no address ${shown(rawPath)}.${shorter} ${DOCUMENT_PATH} lists them all.`,
    );
  }

  function document(event: APIGatewayProxyEventV2, method: string): APIGatewayProxyStructuredResultV2 {
    if (method === 'OPTIONS') return options(allowed(['GET']));
    if (method !== 'GET') throw methodNotAllowed(method, ['GET']);
    const ifNoneMatch = event.headers['if-none-match'];
    if (ifNoneMatch !== undefined && noneMatch(ifNoneMatch, documentTag)) {
      return notModified('public', { etag: documentTag });
    }
    return json(200, openapi, 'public', { etag: documentTag });
  }

  async function run(call: Call): Promise<APIGatewayProxyStructuredResultV2> {
    const { event, compiled, parameters, headers } = call;
    const { fields, expectedVersion, variables: queried } = readParameters(event.rawQueryString, compiled);
    const body = requestBody(event, compiled);
    const variables = {
      ...queried,
      ...parameters,
      ...(body.input === undefined ? {} : { input: body.input }),
    };
    const ask = (operation: OperationData, values: Record<string, unknown>) =>
      upstream.ask(operation, values, headers, (argument) => fieldName(compiled, argument));
    const { precondition: conditional } = compiled.route;
    const value =
      conditional === null
        ? await ask(compiled.operation, variables)
        : await change(precondition(event.headers['if-match'], body.expectedVersion, expectedVersion), {
            apply: (version) => ask(compiled.operation, { ...variables, expectedVersion: version }),
            currentVersion: async () =>
              versionOf(await ask(operationNamed(conditional.read), parameters)) ?? 0,
          });
    countFor(compiled, event.headers);
    return respond(call, value, fields);
  }

  function respond(
    { event, compiled: { route, isList }, parameters }: Call,
    value: unknown,
    fields: Selection | undefined,
  ): APIGatewayProxyStructuredResultV2 {
    const names = value as Record<string, unknown>;
    if (route.movable && Object.entries(parameters).some(([name, asked]) => names[name] !== asked)) {
      const query = event.rawQueryString === '' ? '' : `?${event.rawQueryString}`;
      return moved(`${origin}${pathFor(route.path, names)}${query}`, route.cache);
    }
    const body = JSON.stringify(fields === undefined ? value : pruned(value, fields, isList));
    const version = versionOf(value);
    const tagged = route.method === 'GET' || version !== undefined;
    const next = isList ? (value as { next?: unknown }).next : undefined;
    const headers = {
      ...(tagged ? { etag: entityTag(body, version) } : {}),
      ...(typeof next === 'string'
        ? { link: nextLink(origin, event.rawPath, event.rawQueryString, next) }
        : {}),
      ...(route.location === null
        ? {}
        : { location: location(origin, event.rawPath, route.location, value) }),
    };
    const ifNoneMatch = event.headers['if-none-match'];
    if (route.method === 'GET' && ifNoneMatch !== undefined && noneMatch(ifNoneMatch, headers.etag ?? '')) {
      return notModified(route.cache, headers);
    }
    return json(route.status, body, route.cache, headers);
  }
}

/** Says in the line of an answered call whose it was: only as far as the answer needed the credential and the tenant. */
function countFor({ route: { auth } }: CompiledRoute, headers: APIGatewayProxyEventV2['headers']): void {
  if (auth === 'anonymous') return;
  const tenantId = auth === 'tenant' ? tenantIn(headers) : personIn(headers);
  if (tenantId !== undefined) note({ tenantId });
}

function versionOf(value: unknown): number | undefined {
  const version = (value as { version?: unknown } | null)?.version;
  return typeof version === 'number' ? version : undefined;
}

function pruned(value: unknown, fields: Selection, isList: boolean): unknown {
  if (!isList) return prune(value, fields);
  return { ...(value as object), items: prune((value as { items: unknown }).items, fields) };
}

import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Route } from '#openapi/routes.ts';
import { PROBLEM_TYPE, problemDetails } from './problem-details.ts';
import type { RestError } from './rest-error.ts';

type Headers = Readonly<Record<string, string>>;

/** Sent with everything. Pages of all origins may call the API: it takes no cookies, so that a page has no more rights than the credential that it holds (Fetch standard, CORS protocol). */
const ALWAYS: Headers = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Link, Location, Retry-After, X-Request-Id, WWW-Authenticate, Allow',
  'x-content-type-options': 'nosniff',
};

const CACHING: Readonly<Record<Route['cache'], Headers>> = {
  public: { 'cache-control': 'public, max-age=60' },
  private: { 'cache-control': 'private, no-cache', vary: 'Authorization, X-Tenant' },
  none: { 'cache-control': 'no-store' },
};

/** How long a browser may keep the answer of a preflight. */
const PREFLIGHT_SECONDS = '86400';

/** An answer in JSON. */
export function json(
  status: number,
  body: string,
  cache: Route['cache'],
  headers: Headers,
): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: status,
    headers: { ...ALWAYS, ...CACHING[cache], 'content-type': 'application/json', ...headers },
    body,
  };
}

/** 304: what the caller has is what there is. */
export function notModified(cache: Route['cache'], headers: Headers): APIGatewayProxyStructuredResultV2 {
  return { statusCode: 304, headers: { ...ALWAYS, ...CACHING[cache], ...headers } };
}

/** 301: it has another name now. The body says the same to those who do not read headers. */
export function moved(address: string, cache: Route['cache']): APIGatewayProxyStructuredResultV2 {
  return json(301, JSON.stringify({ location: address }), cache, { location: address });
}

/** What an address allows, which is also what a browser's preflight asks. */
export function options(allow: string): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: 204,
    headers: {
      ...ALWAYS,
      allow,
      'access-control-allow-methods': allow,
      'access-control-allow-headers':
        'Authorization, Content-Type, If-Match, If-None-Match, X-Request-Id, X-Tenant',
      'access-control-max-age': PREFLIGHT_SECONDS,
    },
  };
}

/** An error as problem details, RFC 9457. `problemBase` ends before the slash. */
export function problem(
  error: RestError,
  requestId: string,
  problemBase: string,
): APIGatewayProxyStructuredResultV2 {
  const body = problemDetails(error, requestId, problemBase);
  return {
    statusCode: body.status,
    headers: { ...ALWAYS, ...CACHING.none, 'content-type': PROBLEM_TYPE, ...error.headers },
    body: JSON.stringify(body),
  };
}

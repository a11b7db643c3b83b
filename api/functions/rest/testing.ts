import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { expect } from 'vitest';
import { createRestMirror, type RestMirrorOptions } from './mirror.ts';

/** What one call asks of GraphQL. */
export interface Asked {
  operation: string;
  variables: Record<string, unknown>;
  headers: Record<string, string>;
}

/** What GraphQL answers: a body, or a status with a body. */
export type Reply = { data?: unknown; errors?: unknown } | { status: number; body: unknown };

/** A request in short. */
export interface Request {
  body?: unknown;
  text?: string;
  headers?: Record<string, string>;
}

/** A mirror in front of a GraphQL double, which answers from a table by operation and remembers what it was asked. */
export function restMirror(
  replies: Record<string, Reply | ((asked: Asked) => Reply)>,
  options: Partial<RestMirrorOptions> = {},
) {
  const asked: Asked[] = [];
  const logged: unknown[] = [];
  const handler = createRestMirror({
    fetch: (_url, init) => {
      const { query, variables } = JSON.parse(String(init.body)) as {
        query: string;
        variables: Asked['variables'];
      };
      const operation = /^(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '';
      const call = { operation, variables, headers: init.headers as Record<string, string> };
      asked.push(call);
      const reply = replies[operation] ?? { errors: [{ message: `no reply for ${operation}` }] };
      const made = typeof reply === 'function' ? reply(call) : reply;
      return Promise.resolve(
        'status' in made ? Response.json(made.body, { status: made.status }) : Response.json(made),
      );
    },
    graphqlUrl: 'http://localhost/graphql',
    apiKey: 'da2-key',
    origin: 'http://localhost:4321',
    problemBase: 'https://artissist.example/problems',
    log: { error: (message, detail) => logged.push([message, detail]) },
    ...options,
  });
  const send = async (line: string, request: Request = {}) => parsed(await handler(eventOf(line, request)));
  return { send, handler, asked, logged };
}

/** A request line such as `GET /v1/projects?limit=2` as an event; a tenant's token comes along unless headers say else. */
export function eventOf(line: string, { body, text, headers }: Request = {}): APIGatewayProxyEventV2 {
  const [method = 'GET', target = '/'] = line.split(' ');
  const [rawPath = '/', rawQueryString = ''] = target.split('?');
  const sent = text ?? (body === undefined ? undefined : JSON.stringify(body));
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    headers: {
      ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
      ...(headers ?? { authorization: 'Bearer art_secret' }),
    },
    isBase64Encoded: false,
    ...(sent === undefined ? {} : { body: sent }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'test',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: 'request-0001',
      routeKey: '$default',
      stage: '$default',
      time: '2026-05-17T09:30:00Z',
      timeEpoch: 0,
    },
  };
}

function parsed({ statusCode, headers, body }: APIGatewayProxyStructuredResultV2) {
  const json: unknown = body === undefined || body === '' ? undefined : JSON.parse(body);
  return {
    status: statusCode,
    headers: (headers ?? {}) as Record<string, string>,
    body: json as Record<string, unknown>,
  };
}

/** A request line that the mirror refuses by itself, as a problem (RFC 9457) with these errors, and without a word in the log. */
export async function expectRefused(
  line: string,
  request: Request,
  status: number,
  errors: unknown,
): Promise<void> {
  const { send, asked, logged } = restMirror({});

  const answer = await send(line, request);

  expect(answer.body.errors).toEqual(errors);
  expect(answer).toMatchObject({
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  });
  expect(answer.body).toMatchObject({ status, instance: 'request-0001' });
  expect(asked).toEqual([]);
  expect(logged).toEqual([]);
}

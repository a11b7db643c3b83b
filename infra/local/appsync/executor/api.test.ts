import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAppSync } from '../appsync.ts';
import { apiOptions } from './testing/options.ts';
import type { TestServer } from './testing/server.ts';
import { API_KEY, serve } from './testing/server.ts';
import { todoResolvers, todoSchema } from './testing/todo-api.ts';

let server: TestServer;

beforeAll(async () => {
  server = await serve(createAppSync(apiOptions({ schema: todoSchema, resolvers: todoResolvers })));
});
afterAll(() => server.close());

describe('HTTP', () => {
  test.each([
    ['', 400, 'MalformedHttpRequestException', 'Request body is empty.'],
    ['{', 400, 'MalformedHttpRequestException', 'Unable to parse GraphQL query.'],
    ['{"query":"{"}', 400, 'MalformedHttpRequestException', 'Unable to parse GraphQL query.'],
    [
      '{"query":"query A {early} query B {early}"}',
      400,
      'BadRequestException',
      'Must provide operation name if query contains multiple operations.',
    ],
    [
      '{"query":"query A {early}","operationName":"C"}',
      400,
      'BadRequestException',
      "Unknown operation named 'C'.",
    ],
    [
      JSON.stringify({ query: ' '.repeat(1_100_000) }),
      413,
      'RequestEntityTooLargeException',
      'The request body is larger than 1048576 bytes. Send less.',
    ],
  ])('the body %j is answered with %i', async (body, status, errorType, message) => {
    const answer = await server.post(body);

    expect(answer.status).toBe(status);
    expect(answer.errors).toEqual([{ errorType, message }]);
    expect(answer.headers.get('x-amzn-errortype')).toBe(errorType);
  });

  test.each([[{}], [{ 'x-api-key': 'wrong' }]])('headers %j are not authorized', async (headers) => {
    const answer = await server.query('{ early }', {}, headers);

    expect(answer.status).toBe(401);
    expect(answer.headers.get('x-amzn-errortype')).toBe('UnauthorizedException');
    expect(answer.errors).toEqual([
      {
        errorType: 'UnauthorizedException',
        message: 'You are not authorized to make this call.',
      },
    ]);
  });

  test('a browser of any origin may call', async () => {
    const response = await fetch(server.url, { method: 'OPTIONS' });

    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });
});

describe('any request', () => {
  const deep = `{ ${'deep { next '.repeat(40_000)}`;

  test('a text nested beyond reason cannot be parsed', async () => {
    const { status, errors } = await server.query(deep);

    expect(status).toBe(400);
    expect(errors?.[0]?.message).toBe('Unable to parse GraphQL query.');
  });

  test('is answered below 500', async () => {
    const words = [
      '{',
      '}',
      '(',
      ')',
      '"',
      ':',
      '$a',
      '...',
      'on',
      'todo',
      'todos',
      'input',
      'id',
      '[1]',
      '__schema',
    ];
    const query = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((parts) => parts.join(' '));
    const request = fc.record(
      { query: fc.oneof(query, fc.jsonValue()), variables: fc.jsonValue(), operationName: fc.jsonValue() },
      { requiredKeys: [] },
    );
    const body = fc.oneof(
      fc.string(),
      fc.json(),
      request.map((value) => JSON.stringify(value)),
    );

    await fc.assert(
      fc.asyncProperty(body, async (text) => {
        const { status, errors } = await server.post(text);
        expect(status).toBeLessThan(500);
        expect(JSON.stringify(errors ?? [])).not.toContain('InternalFailure');
      }),
      { numRuns: 300 },
    );
  });
});

describe('in process', () => {
  test('fetch answers what handle answers', async () => {
    const api = createAppSync(apiOptions({ schema: todoSchema, resolvers: todoResolvers }));
    const body = JSON.stringify({ query: '{ todo(id: 7) { id } }' });
    const headers = { 'x-api-key': API_KEY };

    const response = await api.fetch(new Request('http://local/graphql', { method: 'POST', body, headers }));

    expect(await response.json()).toEqual({ data: { todo: { id: '7' } } });
  });
});

describe('limits', () => {
  test('fields below the depth limit are null, the others answer', async () => {
    const api = createAppSync(
      apiOptions({ schema: todoSchema, resolvers: todoResolvers, limits: { queryDepthLimit: 3 } }),
    );
    const limited = await serve(api);

    const { data, errors } = await limited.query('{ deep { name next { name next { name } } } }');

    expect(data).toEqual({ deep: { name: 'a', next: { name: 'b', next: { name: null } } } });
    expect(errors).toEqual([
      expect.objectContaining({
        path: ['deep', 'next', 'next', 'name'],
        errorType: 'QueryDepthLimitReached',
      }),
    ]);
    await limited.close();
  });

  test('the items of a list are no level of their own', async () => {
    const api = createAppSync(
      apiOptions({ schema: todoSchema, resolvers: todoResolvers, limits: { queryDepthLimit: 2 } }),
    );
    const limited = await serve(api);

    const { data } = await limited.query('{ todos { id } deep { next { name } } }');

    expect(data).toEqual({ todos: [{ id: '1' }, { id: '2' }], deep: { next: { name: null } } });
    await limited.close();
  });

  test('resolvers beyond the count limit do not run', async () => {
    const api = createAppSync(
      apiOptions({ schema: todoSchema, resolvers: todoResolvers, limits: { resolverCountLimit: 1 } }),
    );
    const limited = await serve(api);

    const { data, errors } = await limited.query('{ a: early b: early }');

    expect(data).toEqual({ a: 'returned early', b: null });
    expect(errors?.[0]?.errorType).toBe('ResolverExecutionLimitReached');
    await limited.close();
  });

  test('introspection can be turned off', async () => {
    const api = createAppSync(
      apiOptions({ schema: todoSchema, resolvers: todoResolvers, introspection: false }),
    );
    const limited = await serve(api);

    const { errors } = await limited.query('{ __typename __schema { types { name } } }');

    expect(errors?.[0]?.message).toBe(
      "Validation error of type FieldUndefined: Field '__schema' in type 'Query' is undefined @ '__schema'",
    );
    await limited.close();
  });

  test('a request that takes too long ends with ExecutionTimeout', async () => {
    const never = { type: 'NONE' as const, invoke: () => new Promise<never>(() => undefined) };
    const api = createAppSync(
      apiOptions({
        schema: todoSchema,
        resolvers: todoResolvers,
        dataSources: { none: never },
        limits: { requestMs: 20 },
      }),
    );
    const limited = await serve(api);

    const { errors } = await limited.query('{ appending }');

    expect(errors?.[0]?.errorType).toBe('ExecutionTimeout');
    await limited.close();
  });
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterEach, expect, it } from 'vitest';
import { createRestHandler, type HttpApiHandler } from './serve.ts';

let server: Server | undefined;

afterEach(() => new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined))));

async function listen(handler: HttpApiHandler): Promise<string> {
  const handle = createRestHandler(handler);
  server = createServer((req, res) => void handle(req, res));
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('hands a request over in payload format 2.0', async () => {
  const events: APIGatewayProxyEventV2[] = [];
  const origin = await listen((event) => {
    events.push(event);
    return Promise.resolve({ statusCode: 201, headers: { etag: '"1-0"' }, body: '{"é":1}' });
  });

  const answer = await fetch(`${origin}/v1/a%2Fb?limit=1&cursor=%20`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'X-Tenant': 'T' },
    body: '{"title":"é"}',
  });

  expect(answer.status).toBe(201);
  expect(answer.headers.get('etag')).toBe('"1-0"');
  expect(await answer.text()).toBe('{"é":1}');
  expect(events[0]).toMatchObject({
    version: '2.0',
    rawPath: '/v1/a%2Fb',
    rawQueryString: 'limit=1&cursor=%20',
    headers: { 'content-type': 'application/json', 'x-tenant': 'T' },
    body: '{"title":"é"}',
    isBase64Encoded: false,
    requestContext: { http: { method: 'POST', path: '/v1/a%2Fb' } },
  });
});

it('sends bytes that are no text in base64', async () => {
  const events: APIGatewayProxyEventV2[] = [];
  const origin = await listen((event) => {
    events.push(event);
    return Promise.resolve({ statusCode: 204 });
  });

  await fetch(`${origin}/v1/x`, { method: 'POST', body: new Uint8Array([0xff, 0x00]) });

  expect(events[0]).toMatchObject({ body: '/wA=', isBase64Encoded: true });
});

it('answers HEAD and 304 without a body', async () => {
  const origin = await listen((event) =>
    Promise.resolve({ statusCode: event.requestContext.http.method === 'HEAD' ? 200 : 304, body: '' }),
  );

  const head = await fetch(`${origin}/v1/x`, { method: 'HEAD' });
  const unchanged = await fetch(`${origin}/v1/x`, { headers: { 'if-none-match': '"a"' } });

  expect([head.status, unchanged.status]).toEqual([200, 304]);
  expect(unchanged.headers.get('content-length')).toBeNull();
});

it('hands over enough of a body that is too large for the function to refuse it', async () => {
  const sizes: number[] = [];
  const origin = await listen((event) => {
    sizes.push(event.body?.length ?? 0);
    return Promise.resolve({ statusCode: 413, body: '{}' });
  });

  const answer = await fetch(`${origin}/v1/x`, { method: 'POST', body: 'x'.repeat(11 * 1_048_576) });

  expect(answer.status).toBe(413);
  expect(sizes[0]).toBeGreaterThan(1_048_576);
  expect(sizes[0]).toBeLessThanOrEqual(10 * 1_048_576);
});

/** What anybody may ask of a platform: nothing is written, so that it can be asked of the one that people use. */
import { expect, test } from 'vitest';
import { type ClientConfig, smokeOrigin } from './origin.ts';

const origin = smokeOrigin(process.env);
const get = (path: string, init?: RequestInit): Promise<Response> =>
  fetch(`${origin}${path}`, { redirect: 'manual', ...init });

test('the home page comes whole, with the headers that keep it safe', async () => {
  const home = await get('/');

  expect(home.status).toBe(200);
  expect(await home.text()).toMatch(/<\/html>\s*$/);
  expect(home.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(home.headers.get('x-content-type-options')).toBe('nosniff');
});

test.each(['/search/', '/docs/', '/docs/problems/internal/', '/v1/openapi.json', '/config.json'])(
  '%s is there',
  async (path) => {
    expect((await get(path)).status).toBe(200);
  },
);

test('a page that there is not is not found', async () => {
  expect((await get('/@nobody-has-this-handle/')).status).toBe(404);
});

test('the API of the configuration answers whoever has its key', async () => {
  const config = (await (await get('/config.json')).json()) as ClientConfig;

  const answer = await fetch(config.graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': config.apiKey },
    body: JSON.stringify({ query: '{ portfolios(limit: 1) { items { handle } } }' }),
  });

  expect(await answer.json()).toEqual({ data: { portfolios: { items: expect.any(Array) as unknown } } });
});

test('REST lists portfolios, and every page that it names is there', async () => {
  const answer = await get('/v1/portfolios?limit=3');
  expect(answer.status).toBe(200);
  const { items } = (await answer.json()) as { items: Array<{ handle: string }> };

  const pages = await Promise.all(items.map(({ handle }) => get(`/@${handle}/`)));

  expect(pages.map(({ status }) => status)).toEqual(items.map(() => 200));
});

test.each([
  ['GET', '/v1/projects', undefined, 401],
  ['POST', '/v1/projects', { title: 'By nobody' }, 401],
])('%s %s takes nobody without a credential', async (method, path, body, status) => {
  const answer = await get(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });

  expect(answer.status).toBe(status);
});

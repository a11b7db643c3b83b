import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from './isolation-tenant.testing.ts';
import { DEMO, publicProfile, startTestPlatform, type TestPlatform } from './platform.testing.ts';
import { assetNow, uploaded } from './uploads-file.testing.ts';

let platform: TestPlatform;
let token: string;
let projectId: string;

beforeAll(async () => {
  platform = await startTestPlatform();
  token = await platform.signIn(DEMO);
  await publicProfile(platform, token, 'amsel');
  const { made } = await must(
    platform,
    token,
    'mutation{made:createProject(input:{title:"Work"}){id version}}',
  );
  projectId = made!.id;
});
afterAll(() => platform.remove());

test.each<[string, string, number, string]>([
  ['/media/p/nothing', 'GET', 404, 'not-found'],
  ['/media/u/01BX5ZZKBKACTAV9WEVGEMMVRZ/01BX5ZZKBKACTAV9WEVGEMMVRZ', 'GET', 403, 'forbidden'],
  ['/media/u/01BX5ZZKBKACTAV9WEVGEMMVRZ/01BX5ZZKBKACTAV9WEVGEMMVRZ', 'PUT', 403, 'forbidden'],
  ['/media/u/01BX5ZZKBKACTAV9WEVGEMMVRZ/01BX5ZZKBKACTAV9WEVGEMMVRZ', 'POST', 405, 'method-not-allowed'],
])('%s by %s is a problem whose type is a page that explains it', async (path, method, status, name) => {
  const response = await fetch(`${platform.url}${path}`, { method });
  const problem = (await response.json()) as { type: string; status: number; instance: string };

  expect([response.status, problem.status, problem.type]).toEqual([
    status,
    status,
    `${platform.url}/docs/problems/${name}`,
  ]);
  expect(problem.instance).toBe(response.headers.get('x-request-id'));
});

test.each(['/@amsel/', '/', '/health', '/config.json'])('%s is only read', async (path) => {
  const response = await fetch(`${platform.url}${path}`, { method: 'POST', body: 'x' });

  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  expect(await response.text()).toContain('Received: POST');
});

test.each<[string, Record<string, string>, string]>([
  ['compressed', { 'content-encoding': 'gzip' }, 'Content-Encoding'],
  ['in UTF-16', { 'content-type': 'application/json; charset=utf-16' }, 'Content-Type'],
])('a body %s is 415', async (_, headers, field) => {
  const response = await platform.rest(token, 'POST', '/v1/projects', { body: { title: 'x' }, headers });

  expect(response.status).toBe(415);
  expect(await response.json()).toMatchObject({ errors: [{ field }] });
});

test('more than fits into one entry is told in one sentence, with what came and the limit', async () => {
  const facts = Array.from({ length: 12 }, (_, n) => ({
    key: `k${n}`,
    label: 'x',
    value: 'x'.repeat(40_000),
  }));

  const response = await platform.rest(token, 'POST', '/v1/projects', { body: { title: 'x', facts } });

  const problem = (await response.json()) as { detail: string };
  expect(response.status).toBe(413);
  expect(problem.detail).toMatch(
    /^body is more than fits .* 409600 bytes .* Received: about 48\d{4} bytes\.$/,
  );
  expect(problem).toMatchObject({ errors: [{ field: 'body', fix: expect.stringContaining('Shorten') }] });
});

test.each(['abc', 'x'.repeat(300)])('a refused cursor says the same in GraphQL and REST', async (cursor) => {
  for (const [field, path] of [
    ['projects', '/v1/projects'],
    ['portfolios', '/v1/portfolios'],
  ]) {
    const graphql = await platform.graphql(token, `query($c:String){${field}(cursor:$c){next}}`, {
      c: cursor,
    });
    const rest = await platform.rest(token, 'GET', `${path}?cursor=${cursor}`);

    const received = cursor.length > 80 ? `"${'x'.repeat(80)}"… (300 characters)` : '"abc"';
    const { fix } = graphql.errors![0]!.errorInfo!;
    expect(graphql.errors![0]).toMatchObject({
      errorType: 'BadInput',
      errorInfo: { field: 'cursor', received },
    });
    expect(await rest.json()).toMatchObject({ errors: [{ field: 'cursor', received, fix }] });
  }
});

test('publishing a profile that is not there names the header', async () => {
  const nobody = await platform.signIn('member@artissist.example');

  const response = await platform.rest(nobody, 'POST', '/v1/me/profile/publish', {
    body: { expectedVersion: 1 },
  });

  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ errors: [{ field: 'X-Tenant' }] });
});

test('a small SVG keeps its size, and a broken one is refused in our words', async () => {
  const svg = (text: string) =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">${text}`);
  const options = { contentType: 'image/svg+xml' };
  const small = await uploaded(
    platform,
    token,
    projectId,
    svg('<rect width="9" height="9"/></svg>'),
    options,
  );
  const broken = await uploaded(platform, token, projectId, svg('<g></svg>'), options);
  await platform.settled();

  const ready = await assetNow(platform, token, projectId, small);
  const failed = await assetNow(platform, token, projectId, broken);

  expect(ready).toMatchObject({ status: 'READY', width: 40 });
  expect(failed.problem).toMatch(/^The SVG is not well-formed XML: .* line 1, column \d+\./);
  expect(failed.problem).not.toMatch(/vips|svgload|glib|header/i);
});

test('a work and a portfolio that were renamed are found by their old addresses', async () => {
  const change = (field: string, variables = {}) => must(platform, token, field, variables);
  await change('mutation($p:ID!){publishProject(id:$p,expectedVersion:1){id}}', { p: projectId });
  await change('mutation($p:ID!){updateProject(id:$p,expectedVersion:1,input:{slug:"opus"}){id}}', {
    p: projectId,
  });
  await change('mutation($p:ID!){publishProject(id:$p,expectedVersion:2){id}}', { p: projectId });

  const asked = `${platform.url}/v1/portfolios/amsel/projects/work?fields=title`;
  const moved = await fetch(asked, { redirect: 'manual' });
  const followed = await fetch(asked);
  const graphql = await platform.graphql(null, '{publicProject(handle:"amsel",slug:"work"){slug}}');

  const location = `${platform.url}/v1/portfolios/amsel/projects/opus?fields=title`;
  expect([moved.status, moved.headers.get('location'), await moved.json()]).toEqual([
    301,
    location,
    { location },
  ]);
  expect([followed.status, await followed.json()]).toEqual([200, { title: 'Work' }]);
  expect(graphql.data).toEqual({ publicProject: { slug: 'opus' } });
});

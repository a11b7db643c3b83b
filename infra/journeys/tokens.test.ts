import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyOf, storedItems, tableClient } from './isolation-table.testing.ts';
import { must } from './isolation-tenant.testing.ts';
import { DEMO, publicProfile, startTestPlatform, type TestPlatform } from './platform.testing.ts';

let platform: TestPlatform;
let client: DynamoDBClient;
let token: string;

beforeAll(async () => {
  platform = await startTestPlatform();
  client = tableClient(platform);
  token = await platform.signIn(DEMO);
  await publicProfile(platform, token, 'amsel');
});
afterAll(async () => {
  client.destroy();
  await platform.remove();
});

interface Made {
  createToken: { secret: string; token: { id: string; scopes: string[]; expiresAt: string | null } };
}

const make = async (input: string) =>
  (
    await must<Made>(
      platform,
      token,
      `mutation{createToken(input:{name:"x",${input}}){secret token{id scopes expiresAt}}}`,
    )
  ).createToken;

describe('a personal access token', () => {
  test('is shown once and kept as a hash only', async () => {
    const { secret, token: made } = await make('scopes:[READ]');

    expect(secret).toMatch(/^art_[A-Za-z0-9_-]{43}$/);
    const stored = JSON.stringify(await storedItems(client));
    expect(stored).toContain(made.id);
    expect(stored).not.toContain(secret);
    const { tokens } = await must<{ tokens: { items: object[] } }>(
      platform,
      token,
      '{tokens{items{id name scopes}}}',
    );
    expect(JSON.stringify(tokens)).not.toContain('art_');
    expect(platform.logged.join('')).not.toContain(secret);
  });

  test.each<[string, string, Array<number | string>]>([
    ['READ', 'scopes:[READ]', [200, 403, 'data', 'Forbidden']],
    ['WRITE', 'scopes:[WRITE]', [403, 201, 'Forbidden', 'data']],
    ['READ and WRITE', 'scopes:[READ,WRITE]', [200, 201, 'data', 'data']],
  ])('with the scope %s does that and no more, on both sides', async (_, input, expected) => {
    const { secret } = await make(input);

    const read = await platform.rest(secret, 'GET', '/v1/projects');
    const written = await platform.rest(secret, 'POST', '/v1/projects', { body: { title: 'x' } });
    const asked = await platform.graphql(secret, '{projects{items{id}}}');
    const changed = await platform.graphql(secret, 'mutation{createProject(input:{title:"x"}){slug}}');

    const types = [asked, changed].map(({ errors }) => errors?.[0]?.errorType ?? 'data');
    expect([read.status, written.status, ...types]).toEqual(expected);
  });

  test('tells who it is of and what it may do', async () => {
    const { secret } = await make('scopes:[READ]');

    const me = await (await platform.rest(secret, 'GET', '/v1/me')).json();

    expect(me).toMatchObject({ uid: platform.issuer.users.byEmail(DEMO)?.uid, scopes: ['READ'], groups: [] });
  });

  test('goes with both of its items when it is revoked', async () => {
    const { token: made } = await make('scopes:[READ],expiresAt:"2099-01-01T00:00:00Z"');
    expect(made.expiresAt).toMatch(/^2099-01-01T00:00:00/);

    const gone = await platform.rest(token, 'DELETE', `/v1/tokens/${made.id}`);
    const again = await platform.rest(token, 'DELETE', `/v1/tokens/${made.id}`);

    expect([gone.status, again.status]).toEqual([200, 404]);
    const left = (await storedItems(client)).filter((item) => JSON.stringify(item).includes(made.id));
    expect(left.map(keyOf)).toEqual([]);
  });
});

test('deleting a project frees every name that it had, and ends its redirects', async () => {
  const { made } = await must(
    platform,
    token,
    'mutation{made:createProject(input:{slug:"first"}){id version}}',
  );
  const { id } = made!;
  const act = (field: string, version: number, more = '') =>
    must(platform, token, `mutation($id:ID!){${field}(id:$id,expectedVersion:${version}${more}){id}}`, {
      id,
    });
  await act('publishProject', 1);
  await act('updateProject', 1, ',input:{slug:"second"}');
  await act('publishProject', 2);
  await act('updateProject', 2, ',input:{slug:"third"}');
  await act('updateProject', 3, ',input:{slug:"fourth"}');
  await platform.settled();
  expect((await platform.rest(null, 'GET', '/v1/portfolios/amsel/projects/first')).status).toBe(200);

  await act('deleteProject', 4);
  await platform.settled();

  const left = (await storedItems(client)).filter((item) => JSON.stringify(item).includes(id));
  expect(left.map(keyOf)).toEqual([]);
  for (const slug of ['first', 'second']) expect((await platform.page(`/@amsel/${slug}/`)).status).toBe(404);
});

test('deleting a page frees every path that it had, and ends its redirects', async () => {
  const { made } = await must(
    platform,
    token,
    'mutation{made:createPage(input:{path:"first",title:"x",body:"x"}){id version}}',
  );
  const { id } = made!;
  const act = (field: string, version: number, more = '') =>
    must(platform, token, `mutation($id:ID!){${field}(id:$id,expectedVersion:${version}${more}){id}}`, {
      id,
    });
  await act('publishPage', 1);
  await act('updatePage', 1, ',input:{path:"second"}');
  await act('publishPage', 2);
  await act('updatePage', 2, ',input:{path:"third"}');
  await act('updatePage', 3, ',input:{path:"fourth"}');

  await act('deletePage', 4);
  await platform.settled();

  const left = (await storedItems(client)).filter((item) => JSON.stringify(item).includes(id));
  expect(left.map(keyOf)).toEqual([]);
  expect((await platform.page('/@amsel/pages/first/')).status).toBe(404);
});

/** Ids within inputs: what they name must be there, among one's own. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from './isolation-tenant.testing.ts';
import { inputValue } from './isolation-values.testing.ts';
import { DEMO, startTestPlatform, type TestPlatform } from './platform.testing.ts';

let platform: TestPlatform;
let token: string;
let projectId: string;
let otherId: string;
let assetId: string;
let inspirationId: string;

const NOBODYS = '01BX5ZZKBKACTAV9WEVGEMMVRZ';

beforeAll(async () => {
  platform = await startTestPlatform();
  token = await platform.signIn(DEMO);
  const made = await must<Record<string, { id: string }>>(
    platform,
    token,
    `mutation{
      one:createProject(input:{title:"One"}){id}
      two:createProject(input:{title:"Two"}){id}
      createInspiration(input:{title:"Wave"}){id}
    }`,
  );
  [projectId, otherId, inspirationId] = [made.one!.id, made.two!.id, made.createInspiration!.id];
  const { createAsset } = await must<{ createAsset: { asset: { id: string } } }>(
    platform,
    token,
    'mutation($p:ID!,$i:CreateAssetInput!){createAsset(projectId:$p,input:$i){asset{id}}}',
    { p: projectId, i: inputValue('CreateAssetInput', 'wort') },
  );
  assetId = createAsset.asset.id;
});
afterAll(() => platform.remove());

async function send(method: string, path: string, body: object) {
  const response = await platform.rest(
    token,
    method,
    path.replace('{p}', projectId).replace('{q}', otherId),
    {
      body: JSON.parse(
        JSON.stringify(body).replaceAll('{a}', assetId).replaceAll('{i}', inspirationId),
      ) as object,
    },
  );
  const answer = (await response.json()) as {
    id: string;
    version: number;
    detail: string;
    errors?: Array<{ field: string; received: string; fix: string }>;
  };
  return { status: response.status, answer };
}

test.each<[string, string, string, object, string, string]>([
  ['an unknown cover', 'PATCH', '/v1/projects/{p}', { coverAssetId: NOBODYS }, '/coverAssetId', NOBODYS],
  ['no id for a cover', 'PATCH', '/v1/projects/{p}', { coverAssetId: 'cover' }, '/coverAssetId', 'cover'],
  [
    'what a machine made of an asset',
    'PATCH',
    '/v1/projects/{p}',
    { coverAssetId: '{a}#DERIVED' },
    '/coverAssetId',
    '#DERIVED',
  ],
  ["another project's asset", 'PATCH', '/v1/projects/{q}', { coverAssetId: '{a}' }, '/coverAssetId', ''],
  ['a cover before there is any', 'POST', '/v1/projects', { coverAssetId: '{a}' }, '/coverAssetId', ''],
  [
    'an unknown inspiration after a known one',
    'POST',
    '/v1/projects',
    { inspirationIds: ['{i}', NOBODYS] },
    '/inspirationIds/1',
    NOBODYS,
  ],
  [
    'an unknown inspiration in a change',
    'PATCH',
    '/v1/projects/{p}',
    { inspirationIds: [NOBODYS, NOBODYS] },
    '/inspirationIds/0',
    NOBODYS,
  ],
  [
    'an unknown asset beside the words',
    'POST',
    '/v1/projects/{p}/logs',
    { body: 'x', assetIds: ['{a}', NOBODYS] },
    '/assetIds/1',
    NOBODYS,
  ],
  [
    "another project's asset beside the words",
    'POST',
    '/v1/projects/{q}/logs',
    { body: 'x', assetIds: ['{a}'] },
    '/assetIds/0',
    '',
  ],
])('%s is refused by its place', async (_, method, path, body, field, received) => {
  const version = method === 'PATCH' ? { expectedVersion: 1 } : {};

  const { status, answer } = await send(method, path, { ...body, ...version });

  expect(status).toBe(400);
  expect(answer.errors?.[0]).toMatchObject({ field, fix: expect.stringMatching(/./) as string });
  expect(answer.errors?.[0]?.received).toContain(received);
  expect(answer.detail.split(answer.errors?.[0]?.fix ?? '')).toHaveLength(2);
});

test('one’s own are taken, twice named as well, and what is deleted is no longer', async () => {
  const cover = await send('PATCH', '/v1/projects/{p}', {
    coverAssetId: '{a}',
    inspirationIds: ['{i}', '{i}'],
    expectedVersion: 1,
  });
  const log = await send('POST', '/v1/projects/{p}/logs', { body: 'x', assetIds: ['{a}'] });
  const change = await send('PATCH', `/v1/projects/{p}/logs/${log.answer.id}`, {
    assetIds: ['{a}'],
    expectedVersion: 1,
  });
  expect([cover.status, log.status, change.status]).toEqual([200, 201, 200]);

  await must(platform, token, 'mutation($id:ID!){deleteInspiration(id:$id,expectedVersion:1){id}}', {
    id: inspirationId,
  });
  const gone = await send('PATCH', '/v1/projects/{p}', { inspirationIds: ['{i}'], expectedVersion: 2 });
  expect([gone.status, gone.answer.errors?.[0]?.field]).toEqual([400, '/inspirationIds/0']);
});

test('a project that is not there is what is said of it, whatever it refers to', async () => {
  const { status, answer } = await send('PATCH', `/v1/projects/${NOBODYS}`, {
    coverAssetId: NOBODYS,
    expectedVersion: 1,
  });

  expect([status, answer.errors?.[0]?.field]).toEqual([404, 'projectId']);
});

test('a scope that is named twice is kept once', async () => {
  const response = await platform.rest(token, 'POST', '/v1/tokens', {
    body: { name: 'x', scopes: ['READ', 'READ'] },
  });

  expect(response.status).toBe(201);
  expect(await response.json()).toMatchObject({ token: { scopes: ['READ'] } });
});

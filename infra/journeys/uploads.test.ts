import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyOf, storedItems, tableClient } from './isolation-table.testing.ts';
import { must, picture } from './isolation-tenant.testing.ts';
import { DEMO, publicProfile, startTestPlatform, type TestPlatform } from './platform.testing.ts';
import { assetNow, complete, declare, put, uploaded } from './uploads-file.testing.ts';

let platform: TestPlatform;
let client: DynamoDBClient;
let token: string;
let tenantId: string;

beforeAll(async () => {
  platform = await startTestPlatform();
  client = tableClient(platform);
  token = await platform.signIn(DEMO);
  tenantId = await publicProfile(platform, token, 'amsel');
});
afterAll(async () => {
  client.destroy();
  await platform.remove();
});

const project = async (title: string): Promise<string> =>
  (
    await must(platform, token, 'mutation($t:String){made:createProject(input:{title:$t}){id version}}', {
      t: title,
    })
  ).made!.id;

const act = (field: string, id: string, version = 1) =>
  must(platform, token, `mutation($id:ID!,$v:Int!){made:${field}(id:$id,expectedVersion:$v){id}}`, {
    id,
    v: version,
  });

const publicImages = async (
  slug: string,
): Promise<Array<{ assetId: string; variants: Array<{ url: string }> }>> => {
  const work = await (await platform.rest(null, 'GET', `/v1/portfolios/amsel/projects/${slug}`)).json();
  return (work as { images: Array<{ assetId: string; variants: Array<{ url: string }> }> }).images;
};

const statusOf = async (url: string): Promise<number> => (await fetch(new URL(url, platform.url))).status;

describe('an upload', () => {
  test('takes the bytes that were declared and nothing else', async () => {
    const projectId = await project('Declared');
    const bytes = await picture('#334455');
    const other = await picture('#554433');
    const declared = await declare(platform, token, projectId, bytes);

    const early = await complete(platform, token, projectId, declared.asset.id);
    const refused = [
      await put(declared, other),
      await put(declared, bytes.subarray(0, -1)),
      await put(declared, Buffer.concat([bytes, Buffer.from('x')])),
      await put(declared, bytes, { 'content-type': 'text/html' }),
      await put(
        {
          ...declared,
          upload: {
            ...declared.upload,
            url: declared.upload.url.replace(tenantId, '01BX5ZZKBKACTAV9WEVGEMMVRZ'),
          },
        },
        bytes,
      ),
      await put(
        { ...declared, upload: { ...declared.upload, url: declared.upload.url.split('?')[0]! } },
        bytes,
      ),
    ];
    const still = await complete(platform, token, projectId, declared.asset.id);
    const accepted = await put(declared, bytes);
    const done = [
      await complete(platform, token, projectId, declared.asset.id),
      await complete(platform, token, projectId, declared.asset.id),
    ];
    await platform.settled();

    expect([early, still].map(({ errors }) => errors?.[0]?.errorType)).toEqual(['NotReady', 'NotReady']);
    expect(refused.map(({ status }) => status).filter((status) => status < 400 || status > 499)).toEqual([]);
    expect(accepted.status).toBe(200);
    expect(done.map(({ errors }) => errors)).toEqual([undefined, undefined]);
    expect(await assetNow(platform, token, projectId, declared.asset.id)).toMatchObject({
      status: 'READY',
      problem: null,
      width: 48,
    });
  });

  test.each<[string, () => Promise<Buffer>, RegExp]>([
    [
      'a JPEG',
      () =>
        sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
          .jpeg()
          .toBuffer(),
      /image\/jpeg/,
    ],
    ['a text', () => Promise.resolve(Buffer.from('<script>alert(1)</script>')), /./],
    ['half a picture', async () => (await picture('#123456')).subarray(0, 60), /./],
  ])('that says it is a PNG and is %s fails with a reason', async (_, make, reason) => {
    const projectId = await project('Mistyped');
    const bytes = await make();

    const id = await uploaded(platform, token, projectId, bytes);
    await platform.settled();

    const asset = await assetNow(platform, token, projectId, id);
    expect(asset).toMatchObject({ status: 'FAILED', variants: [], width: null });
    expect(asset.problem).toMatch(reason);
  });

  test('of a draft is read by signed addresses only', async () => {
    const projectId = await project('Signed');
    const id = await uploaded(platform, token, projectId, await picture('#abcdef'));
    await platform.settled();

    const { variants } = await assetNow(platform, token, projectId, id);

    expect(variants.length).toBeGreaterThan(0);
    for (const { url } of variants) {
      expect([await statusOf(url), await statusOf(url.split('?')[0]!)]).toEqual([200, 403]);
      expect(await statusOf(url.replace('/media/d/', '/media/p/').split('?')[0]!)).toBe(404);
    }
  });
});

describe('a picture of a published work', () => {
  test('that is processed after publishing appears without publishing again', async () => {
    const projectId = await project('Early bird');
    const id = await uploaded(platform, token, projectId, await picture('#aa0011'));
    await act('publishProject', projectId);
    await platform.settled();

    const [image] = await publicImages('early-bird');
    expect(image?.assetId).toBe(id);
    for (const { url } of image!.variants) expect(await statusOf(url)).toBe(200);
    const { html } = await platform.page('/@amsel/early-bird/');
    expect(html).toContain(`/media/p/${tenantId}/${id}/`);
    expect((await platform.rest(token, 'GET', `/v1/projects/${projectId}`)).status).toBe(200);
  });

  test.each<[string, (projectId: string, id: string) => Promise<unknown>]>([
    ['when the work is taken down', (projectId) => act('unpublishProject', projectId)],
    ['when the work is deleted', (projectId) => act('deleteProject', projectId)],
    [
      'when it is made private and the work is published again',
      async (projectId, id) => {
        await must(
          platform,
          token,
          'mutation($p:ID!,$id:ID!){updateAsset(projectId:$p,id:$id,expectedVersion:1,input:{audience:PRIVATE}){id}}',
          { p: projectId, id },
        );
        await act('publishProject', projectId);
      },
    ],
    [
      'when it is deleted and the work is published again',
      async (projectId, id) => {
        await must(
          platform,
          token,
          'mutation($p:ID!,$id:ID!){deleteAsset(projectId:$p,id:$id,expectedVersion:1){id}}',
          { p: projectId, id },
        );
        await platform.settled();
        await act('publishProject', projectId);
      },
    ],
    [
      'when the portfolio is taken down',
      async () => {
        await must(platform, token, 'mutation{unpublishProfile(expectedVersion:1){id}}');
        await platform.settled();
        await must(platform, token, 'mutation{publishProfile(expectedVersion:1){id}}');
      },
    ],
  ])('is taken back %s', async (name, retire) => {
    const title = name.replaceAll(' ', '-');
    const projectId = await project(title);
    const id = await uploaded(platform, token, projectId, await picture('#00bb22'));
    await platform.settled();
    await act('publishProject', projectId);
    await platform.settled();
    const urls = (await publicImages(title)).flatMap(({ variants }) => variants.map(({ url }) => url));
    expect(urls.length).toBeGreaterThan(0);
    for (const url of urls) expect(await statusOf(url)).toBe(200);

    await retire(projectId, id);
    await platform.settled();

    for (const url of urls) expect([url, await statusOf(url)]).toEqual([url, 404]);
  });
});

test('deleting a project leaves nothing of it: no child, claim, reference or file', async () => {
  const { made } = await must(
    platform,
    token,
    'mutation{made:createProject(input:{title:"Gone",externalRef:"gone-1"}){id version}}',
  );
  const projectId = made!.id;
  await uploaded(platform, token, projectId, await picture('#cc3300'), { externalRef: 'gone-asset' });
  await must(
    platform,
    token,
    'mutation($p:ID!){createLogEntry(projectId:$p,input:{body:"x",externalRef:"gone-log"}){id}}',
    { p: projectId },
  );
  await platform.settled();
  await act('publishProject', projectId);
  await platform.settled();

  await act('deleteProject', projectId);
  await platform.settled();

  const left = (await storedItems(client)).filter(
    (item) => JSON.stringify(item).includes(projectId) || keyOf(item).includes('gone'),
  );
  expect(left.map(keyOf)).toEqual([]);
  const again = await platform.graphql(
    token,
    'mutation{createProject(input:{title:"Gone",externalRef:"gone-1"}){slug}}',
  );
  expect(again.data).toEqual({ createProject: { slug: 'gone' } });
});

test('deleting a tenant leaves its handles and nothing else', async () => {
  await must(platform, token, 'mutation{updateProfile(expectedVersion:1,input:{handle:"drossel"}){id}}');
  await must(platform, token, 'mutation{publishProfile(expectedVersion:2){id}}');
  await must(platform, token, 'mutation{createPage(input:{path:"about",title:"x",body:"x"}){id}}');
  const { createToken } = await must<{ createToken: { secret: string } }>(
    platform,
    token,
    'mutation{createToken(input:{name:"x",scopes:[READ]}){secret}}',
  );
  await platform.settled();

  await must(platform, token, 'mutation{deleteTenant(expectedVersion:2){id}}');
  await platform.settled();

  const left = (await storedItems(client)).filter((item) => JSON.stringify(item).includes(tenantId));
  expect(left.map(keyOf)).toEqual(['HANDLE#amsel HANDLE', 'HANDLE#drossel HANDLE']);
  expect((await platform.rest(createToken.secret, 'GET', '/v1/me')).status).toBe(401);
  expect([(await platform.page('/@amsel/')).status, (await platform.page('/@drossel/')).status]).toEqual([
    404, 404,
  ]);
  const again = await platform.graphql(token, 'mutation{createProfile(input:{handle:"amsel",name:"x"}){id}}');
  expect(again.errors?.[0]?.errorType).toBe('HandleTaken');
});

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storedItems, tableClient } from './isolation-table.testing.ts';
import { must, plantTenant, type PlantedTenant } from './isolation-tenant.testing.ts';
import { argumentSets, documentFor, rootFields } from './isolation-values.testing.ts';
import { DEMO, MEMBER, startTestPlatform, type TestPlatform } from './platform.testing.ts';

const OPEN = 'zaunkoenig';
const SECRET = 'nachtigall';

let platform: TestPlatform;
let client: DynamoDBClient;
let a: PlantedTenant;

beforeAll(async () => {
  platform = await startTestPlatform();
  client = tableClient(platform);
  a = await plantTenant(platform, await platform.signIn(DEMO), { open: OPEN, secret: SECRET });
  await platform.settled();
});
afterAll(async () => {
  client.destroy();
  await platform.remove();
});

const filesBelow = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('what is private', () => {
  test('stands in no public document, list or index', async () => {
    const items = (await storedItems(client)).filter(
      ({ PK }) => PK?.S?.startsWith('PUBLIC#') || PK?.S?.startsWith('HANDLE#'),
    );

    expect(items.length).toBeGreaterThan(4);
    expect(items.filter((item) => JSON.stringify(item).includes(SECRET))).toEqual([]);
    expect(items.some((item) => JSON.stringify(item).includes(OPEN))).toBe(true);
  });

  test('is on no page and in no file of the site', () => {
    // What is served. Beside it lie the publisher's own notes, with the names of what was public once.
    const files = filesBelow(join(platform.dataDir, 'site/public'));

    const pages = files.filter((file) => readFileSync(file).includes(OPEN));
    expect(pages.length).toBeGreaterThan(2);
    expect(files.filter((file) => readFileSync(file).includes(SECRET))).toEqual([]);
  });

  test('has no picture under /media/p', async () => {
    const keys = filesBelow(join(platform.dataDir, 'media')).map((file) =>
      file.slice(platform.dataDir.length),
    );

    const copies = keys.filter((key) => key.startsWith('/media/p/') || /\/p\//.test(key));
    expect(copies.length).toBeGreaterThan(0);
    expect(copies.filter((key) => a.privateAssetIds.some((id) => key.includes(id)))).toEqual([]);
    for (const path of a.publicMedia) expect((await fetch(`${platform.url}${path}`)).status).toBe(200);
    for (const id of a.privateAssetIds) {
      for (const path of a.publicMedia) {
        const tried = path.replace(/p\/(\w+)\/\w+\//, `p/$1/${id}/`);
        expect((await fetch(`${platform.url}${tried}`)).status).toBe(404);
        expect((await fetch(`${platform.url}${tried.replace('/p/', '/d/')}`)).status).toBe(403);
      }
    }
  });

  test('is not in what the API answers to everybody, by every public field', async () => {
    const open = rootFields.filter(({ field }) =>
      (field.astNode?.directives ?? []).some(({ name }) => name.value === 'aws_api_key'),
    );

    const found: string[] = [];
    for (const field of open) {
      for (const variables of argumentSets(field, { ...a.targets, cursors: [] }, 'wort')) {
        const answer = await platform.graphql(null, documentFor(field), variables);
        const text = JSON.stringify(answer);
        if (text.includes(SECRET) && !JSON.stringify(variables).includes(SECRET)) found.push(field.name);
        const [type] = (answer.errors ?? []).map(({ errorType }) => errorType);
        // A picture of one's own to look for others like: nobody has one of their own without a credential.
        const own = variables.pictureOf !== undefined;
        if (own || type !== undefined) expect(type).toBe(own ? 'Unauthenticated' : 'NotFound');
      }
    }

    expect(open.length).toBe(7);
    expect(found).toEqual([]);
  });
});

test("another tenant's ids are refused in references, as unknown ones are", async () => {
  const token = await platform.signIn(MEMBER);
  const { Asset = [], Inspiration = [] } = a.targets.entities;
  const [assetId, inspirationId] = [String(Asset[0]?.id), String(Inspiration[0]?.id)];
  const unknown = '01BX5ZZKBKACTAV9WEVGEMMVRZ';
  const made = await must<{ createProject: { id: string } }>(
    platform,
    token,
    'mutation{createProject(input:{title:"Borrowed"}){id}}',
  );
  const { id } = made.createProject;
  const refusal = async (query: string, input: object) => {
    const { errors } = await platform.graphql(token, query, { id, input });
    const { errorType, errorInfo, message } = errors?.[0] ?? {};
    return JSON.stringify({ errorType, errorInfo, message });
  };
  const update =
    'mutation($id:ID!,$input:UpdateProjectInput!){updateProject(id:$id,expectedVersion:1,input:$input){id}}';
  const log = 'mutation($id:ID!,$input:CreateLogEntryInput!){createLogEntry(projectId:$id,input:$input){id}}';

  for (const [query, foreign, made] of [
    [update, assetId, (at: string) => ({ coverAssetId: at })],
    [update, inspirationId, (at: string) => ({ inspirationIds: [at] })],
    [log, assetId, (at: string) => ({ body: 'borrowed pictures', assetIds: [at] })],
  ] as const) {
    const told = await refusal(query, made(foreign));

    expect(told).toContain('"errorType":"BadInput"');
    expect(told).toContain(foreign);
    expect(told.replaceAll(foreign, unknown)).toBe(await refusal(query, made(unknown)));
  }
});

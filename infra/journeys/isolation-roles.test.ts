import { UpdateItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventory } from '#infra/inventory.ts';
import { partitionDump, storedItems, tableClient } from './isolation-table.testing.ts';
import { must, plantTenant, type PlantedTenant } from './isolation-tenant.testing.ts';
import type { RootField } from './isolation-attempt.testing.ts';
import { argumentSets, documentFor, rootFields } from './isolation-values.testing.ts';
import { DEMO, MEMBER, startTestPlatform, type TestPlatform } from './platform.testing.ts';

/** What a person may do whatever their role in a tenant: it is about themselves. */
const OF_THE_PERSON = new Set(['me', 'tokens', 'token', 'createProfile', 'createToken', 'deleteToken']);

let platform: TestPlatform;
let client: DynamoDBClient;
let a: PlantedTenant;
let owner: string;
let member: string;
let memberUid: string;

const queries = rootFields.filter(({ kind }) => kind === 'query');
const mutations = rootFields.filter(({ kind }) => kind === 'mutation');
const isPublic = ({ field }: RootField): boolean =>
  (field.astNode?.directives ?? []).some(({ name }) => name.value === 'aws_api_key');

beforeAll(async () => {
  platform = await startTestPlatform();
  client = tableClient(platform);
  owner = await platform.signIn(DEMO);
  member = await platform.signIn(MEMBER);
  memberUid = platform.issuer.users.byEmail(MEMBER)?.uid ?? '';
  a = await plantTenant(platform, owner, { open: 'zaunkoenig', secret: 'nachtigall' });
});
afterAll(async () => {
  client.destroy();
  await platform.remove();
});

/** Every answer to a set of fields, as `field: errorType` where there is an error and `field: data` where there is none. */
async function answers(
  fields: readonly RootField[],
  credential: string,
  headers: Record<string, string> = {},
): Promise<string[]> {
  const found = new Set<string>();
  for (const field of fields) {
    for (const variables of argumentSets(field, { ...a.targets, cursors: [] }, 'eindringling')) {
      const { errors = [] } = await platform.graphql(credential, documentFor(field), variables, headers);
      found.add(`${field.name}: ${errors[0]?.errorType ?? 'data'}`);
    }
  }
  return [...found];
}

const token = async (input: string) =>
  (
    await must<{ createToken: { secret: string; token: { id: string } } }>(
      platform,
      owner,
      `mutation{createToken(input:{name:"x",${input}}){secret token{id}}}`,
    )
  ).createToken;

const setMember = (role: string) =>
  must(platform, owner, `mutation{addMember(input:{uid:"${memberUid}",role:${role}}){uid}}`);
const removeMember = () =>
  must(platform, owner, `mutation{removeMember(uid:"${memberUid}",expectedVersion:1){id}}`);

test('a token with the scope READ changes nothing, whatever it calls', async () => {
  const { secret } = await token('scopes:[READ]');
  const before = await partitionDump(client, a.tenantId);

  const found = await answers(mutations, secret);

  expect(found.filter((answer) => !/: (Forbidden|Unauthorized)$/.test(answer))).toEqual([]);
  expect(await partitionDump(client, a.tenantId)).toEqual(before);
});

test('a token with the scope WRITE alone reads nothing', async () => {
  const { secret } = await token('scopes:[WRITE]');

  const found = await answers(
    queries.filter((field) => !isPublic(field)),
    secret,
  );

  expect(found.filter((answer) => !answer.endsWith(': Forbidden'))).toEqual([]);
});

test('no token makes tokens, nor takes them away', async () => {
  const { secret } = await token('scopes:[READ,WRITE]');

  const found = await answers(
    mutations.filter(({ name }) => /Token|createProfile/.test(name)),
    secret,
  );

  expect(found).toEqual(['createProfile: Forbidden', 'createToken: Forbidden', 'deleteToken: Forbidden']);
});

test('a VIEWER reads drafts and changes nothing', async () => {
  await setMember('VIEWER');
  const acting = { 'x-tenant': a.tenantId };
  const before = await partitionDump(client, a.tenantId);

  const read = await platform.graphql<{ projects: { items: { title: string }[] } }>(
    member,
    '{projects{items{title}}}',
    {},
    acting,
  );
  const found = await answers(
    mutations.filter(({ name }) => !OF_THE_PERSON.has(name)),
    member,
    acting,
  );

  expect(JSON.stringify(read.data)).toContain('nachtigall');
  expect(found.filter((answer) => !/: (Forbidden|Unauthorized)$/.test(answer))).toEqual([]);
  expect(await partitionDump(client, a.tenantId)).toEqual(before);
  await removeMember();
});

test('an EDITOR does not manage members, nor delete the tenant', async () => {
  await setMember('EDITOR');
  const acting = { 'x-tenant': a.tenantId };

  const found = await answers(
    mutations.filter(({ name }) => /Member$|^deleteTenant$/.test(name)),
    member,
    acting,
  );
  const created = await platform.graphql(
    member,
    'mutation{createProject(input:{title:"x"}){id}}',
    {},
    acting,
  );

  expect(found).toEqual([
    'deleteTenant: Forbidden',
    'addMember: Forbidden',
    'updateMember: Forbidden',
    'removeMember: Forbidden',
  ]);
  expect(created.errors).toBeUndefined();
  await removeMember();
});

test('a removed member is out with the next request, tokens included', async () => {
  await setMember('OWNER');
  const acting = { 'x-tenant': a.tenantId };
  const { createToken } = await must<{ createToken: { secret: string } }>(
    platform,
    member,
    'mutation{createToken(input:{name:"y",scopes:[READ,WRITE]}){secret}}',
  );
  const inside = await answers(
    [queries.find(({ name }) => name === 'projects')!],
    createToken.secret,
    acting,
  );
  await removeMember();
  const before = await partitionDump(client, a.tenantId);

  for (const credential of [member, createToken.secret]) {
    const found = await answers(
      [...queries, ...mutations].filter((field) => !OF_THE_PERSON.has(field.name) && !isPublic(field)),
      credential,
      acting,
    );
    expect(found.filter((answer) => !/: (Forbidden|Unauthorized)$/.test(answer))).toEqual([]);
  }

  expect(inside).toEqual(['projects: data']);
  expect(await partitionDump(client, a.tenantId)).toEqual(before);
});

test('a token that was revoked or has run out is no credential at all', async () => {
  const revoked = await token('scopes:[READ,WRITE]');
  const expired = await token('scopes:[READ,WRITE],expiresAt:"2099-01-01T00:00:00Z"');
  const asked = { query: '{me{uid}}' };
  const ask = async (secret: string) =>
    (await platform.graphql(secret, asked.query)).errors?.[0]?.errorType ?? 'data';
  const worked = [await ask(revoked.secret), await ask(expired.secret)];

  await must(platform, owner, 'mutation($id:ID!){deleteToken(id:$id){id}}', { id: revoked.token.id });
  const stored = (await storedItems(client)).find((item) => item.tokenId?.S === expired.token.id);
  await client.send(
    new UpdateItemCommand({
      TableName: inventory.table.name,
      Key: { PK: stored!.PK!, SK: stored!.SK! },
      UpdateExpression: 'SET expiresAtSeconds = :past',
      ExpressionAttributeValues: { ':past': { N: '1000000000' } },
    }),
  );

  expect(worked).toEqual(['data', 'data']);
  expect([await ask(revoked.secret), await ask(expired.secret)]).toEqual([
    'UnauthorizedException',
    'UnauthorizedException',
  ]);
  const rest = await platform.rest(revoked.secret, 'GET', '/v1/projects');
  expect([rest.status, rest.headers.get('www-authenticate')]).toEqual([
    401,
    'Bearer realm="artissist", error="invalid_token"',
  ]);
});

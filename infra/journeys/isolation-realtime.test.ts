import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from './isolation-tenant.testing.ts';
import { documentFor, rootFields } from './isolation-values.testing.ts';
import { listen, type Message } from './listening.testing.ts';
import { DEMO, MEMBER, OPERATOR, startTestPlatform, type TestPlatform } from './platform.testing.ts';

let platform: TestPlatform;
let owner: string;
let tenantId: string;

beforeAll(async () => {
  platform = await startTestPlatform();
  owner = await platform.signIn(DEMO);
  tenantId = platform.issuer.users.byEmail(DEMO)?.uid ?? '';
  await must(platform, owner, 'mutation{createProfile(input:{handle:"amsel",name:"Amsel"}){id}}');
});
afterAll(() => platform.remove());

const subscriptions = rootFields.filter(({ kind }) => kind === 'subscription');

test('only members with the scope READ may listen, and others hear nothing', async () => {
  const stranger = await platform.signIn(MEMBER);
  const pat = async (who: string, scopes: string) =>
    (
      await must<{ createToken: { secret: string } }>(
        platform,
        who,
        `mutation{createToken(input:{name:"x",scopes:[${scopes}]}){secret}}`,
      )
    ).createToken.secret;
  const attempts: Array<[string, Record<string, string>, string]> = [
    ['the owner', { Authorization: owner }, 'start_ack'],
    ["the owner's token that reads", { Authorization: await pat(owner, 'READ') }, 'start_ack'],
    ["the owner's token that writes", { Authorization: await pat(owner, 'WRITE') }, 'error'],
    ['a stranger', { Authorization: stranger }, 'error'],
    ["a stranger's token", { Authorization: await pat(stranger, 'READ,WRITE') }, 'error'],
    ['an operator', { Authorization: await platform.signIn(OPERATOR) }, 'error'],
    ['an API key', { 'x-api-key': platform.secrets.apiKey }, 'error'],
  ];
  const open: Array<{ field: string; who: string; expected: string; heard: Message[]; end: () => void }> = [];
  for (const field of subscriptions) {
    for (const [who, authorization, expected] of attempts) {
      const variables = { tenantId, projectId: null };
      const started = await listen(platform, authorization, documentFor(field), variables);
      expect([field.name, who, started.first.type]).toEqual([field.name, who, expected]);
      open.push({ field: field.name, who, expected, ...started });
    }
  }

  await must(platform, owner, 'mutation{createProject(input:{title:"nachtigall"}){id}}');
  await must(platform, owner, 'mutation{createInspiration(input:{title:"nachtigall"}){id}}');
  await platform.settled();

  await expect
    .poll(() => open.filter(({ heard }) => heard.length > 0).map(({ field, who }) => `${field}: ${who}`))
    .toEqual(
      open.filter(({ expected }) => expected === 'start_ack').map(({ field, who }) => `${field}: ${who}`),
    );
  for (const { end } of open) end();
});

test('a member who is removed hears nothing more', async () => {
  const { uid } = platform.issuer.users.byEmail(MEMBER)!;
  const member = await platform.signIn(MEMBER);
  await must(platform, owner, `mutation{addMember(input:{uid:"${uid}",role:VIEWER}){uid}}`);
  const open = [];
  for (const field of subscriptions) {
    for (const who of [member, owner]) {
      open.push(
        await listen(platform, { Authorization: who }, documentFor(field), { tenantId, projectId: null }),
      );
    }
  }
  expect(open.map(({ first }) => first.type)).toEqual(Array.from({ length: 4 }, () => 'start_ack'));

  await must(platform, owner, `mutation{removeMember(uid:"${uid}",expectedVersion:1){id}}`);
  await must(platform, owner, 'mutation{createProject(input:{title:"nachtigall"}){id}}');
  await must(platform, owner, 'mutation{createInspiration(input:{title:"nachtigall"}){id}}');
  await platform.settled();

  const [, byOwner, , alsoByOwner] = open;
  const spoken = ({ heard }: { heard: Message[] }) => JSON.stringify(heard).includes('CREATED');
  await expect.poll(() => [byOwner!, alsoByOwner!].map(spoken)).toEqual([true, true]);
  const [byMember, , alsoByMember] = open;
  expect(
    [byMember!, alsoByMember!].map((one) =>
      JSON.stringify(one.heard).match(/"entity":"(project|inspiration)"/g),
    ),
  ).toEqual([null, null]);
  for (const { end } of open) end();
});

test('nobody but our own functions announces', async () => {
  const project = {
    query:
      'mutation{announceProject(input:{eventId:"1",type:UPDATED,tenantId:"1",entity:"project",entityId:"1",version:1,changed:[],at:"2024-01-01T00:00:00Z"}){eventId}}',
  };

  for (const credential of [owner, null]) {
    const { errors } = await platform.graphql(credential, project.query);
    expect(errors?.[0]?.errorType).toBe('Unauthorized');
  }
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from './isolation-tenant.testing.ts';
import { documentFor, rootFields } from './isolation-values.testing.ts';
import { listen } from './listening.testing.ts';
import { DEMO, MEMBER, startTestPlatform, type TestPlatform } from './platform.testing.ts';

const subscriptions = rootFields.filter(({ kind }) => kind === 'subscription');

let platform: TestPlatform;
let owner: string;
let member: string;
let tenantId: string;

beforeAll(async () => {
  platform = await startTestPlatform();
  owner = await platform.signIn(DEMO);
  member = await platform.signIn(MEMBER);
  tenantId = platform.issuer.users.byEmail(DEMO)!.uid;
  await must(platform, owner, 'mutation{createProfile(input:{handle:"amsel",name:"Amsel"}){id}}');
  const { uid } = platform.issuer.users.byEmail(MEMBER)!;
  await must(platform, owner, `mutation{addMember(input:{uid:"${uid}",role:VIEWER}){uid}}`);
});
afterAll(() => platform.remove());

async function makeToken(who: string) {
  const { createToken } = await must<{ createToken: { secret: string; token: { id: string } } }>(
    platform,
    who,
    'mutation{createToken(input:{name:"x",scopes:[READ]}){secret token{id}}}',
  );
  return { secret: createToken.secret, id: createToken.token.id };
}

const listenWith = (credential: string, field: (typeof subscriptions)[number]) =>
  listen(platform, { Authorization: credential }, documentFor(field), { tenantId, projectId: null });

test.each([
  ["the owner's", () => owner],
  ["a member's", () => member],
])('what listens with %s revoked token is closed at once; others listen on', async (_, who) => {
  const revoked = await makeToken(who());
  const kept = await makeToken(who());
  const ending = await Promise.all(subscriptions.map((field) => listenWith(revoked.secret, field)));
  const staying = await Promise.all(
    subscriptions.flatMap((field) => [listenWith(kept.secret, field), listenWith(who(), field)]),
  );
  expect([...ending, ...staying].map(({ first }) => first.type)).toEqual(
    Array.from({ length: 6 }, () => 'start_ack'),
  );

  await must(platform, who(), `mutation{deleteToken(id:"${revoked.id}"){id}}`);
  await Promise.all(ending.map(({ closed }) => closed));
  await must(platform, owner, 'mutation{createProject(input:{title:"nachtigall"}){id}}');
  await must(platform, owner, 'mutation{createInspiration(input:{title:"nachtigall"}){id}}');
  await platform.settled();

  await expect
    .poll(() => staying.map(({ heard }) => JSON.stringify(heard).includes('CREATED')))
    .toEqual(staying.map(() => true));
  expect(ending.map(({ heard }) => heard)).toEqual(ending.map(() => []));
  expect((await listenWith(revoked.secret, subscriptions[0]!)).first.type).toBe('connection_error');
  for (const { end } of staying) end();
});

test("nobody ends what listens with another person's token", async () => {
  const { secret, id } = await makeToken(owner);
  const open = await listenWith(secret, subscriptions[0]!);

  const { errors } = await platform.graphql(member, `mutation{deleteToken(id:"${id}"){id}}`);
  await must(platform, owner, 'mutation{createProject(input:{title:"nachtigall"}){id}}');
  await platform.settled();

  expect(errors?.[0]?.errorType).toBe('NotFound');
  await expect.poll(() => open.heard.length).toBeGreaterThan(0);
  open.end();
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must } from './isolation-tenant.testing.ts';
import { DEMO, MEMBER, OPERATOR, startTestPlatform, type TestPlatform } from './platform.testing.ts';

let platform: TestPlatform;
let operator: string;
let tenantId: string;
let acting: Record<string, string>;
const people: Record<string, { uid: string; token: string }> = {};

beforeAll(async () => {
  platform = await startTestPlatform();
  for (const email of [DEMO, MEMBER, OPERATOR]) {
    people[email] = { uid: platform.issuer.users.byEmail(email)!.uid, token: await platform.signIn(email) };
  }
  operator = people[OPERATOR]!.token;
  const { createTenant } = await must(
    platform,
    operator,
    'mutation{createTenant(input:{handle:"museum",name:"Museum",kind:ORGANISATION}){id version}}',
  );
  tenantId = createTenant!.id;
  acting = { 'x-tenant': tenantId };
});
afterAll(() => platform.remove());

/** A mutation for the museum; answers `data`, or the error's type. */
async function ask(who: string, mutation: string): Promise<string> {
  const { errors } = await platform.graphql(who, `mutation{${mutation}}`, {}, acting);
  return errors?.[0]?.errorType ?? 'data';
}

const add = (uid: string, role: string): string => `addMember(input:{uid:"${uid}",role:${role}}){uid}`;
const change = (uid: string, role: string, version: number): string =>
  `updateMember(uid:"${uid}",expectedVersion:${version},input:{role:${role}}){role}`;
const remove = (uid: string, version: number): string =>
  `removeMember(uid:"${uid}",expectedVersion:${version}){id}`;

describe('a tenant keeps an owner', () => {
  test('the last one neither goes nor steps down', async () => {
    const { uid } = people[OPERATOR]!;

    expect(await ask(operator, remove(uid, 1))).toBe('LastOwner');
    expect(await ask(operator, change(uid, 'EDITOR', 1))).toBe('LastOwner');
    expect(await ask(operator, add(people[DEMO]!.uid, 'EDITOR'))).toBe('data');
    expect(await ask(operator, remove(uid, 1))).toBe('LastOwner');
    expect(await ask(operator, 'updateProfile(expectedVersion:1,input:{summary:"still here"}){id}')).toBe(
      'data',
    );
  });

  test('a second owner may take over, and the first one is out', async () => {
    const [{ uid: first }, { uid: second, token }] = [people[OPERATOR]!, people[DEMO]!];

    expect(await ask(operator, change(second, 'OWNER', 1))).toBe('data');
    expect(await ask(token, remove(first, 1))).toBe('data');
    expect(await ask(operator, add(first, 'OWNER'))).toBe('Forbidden');
    expect(await ask(token, remove(second, 2))).toBe('LastOwner');
    expect(await ask(token, add(first, 'OWNER'))).toBe('data');
  });

  test('of two owners who leave at once, one stays', async () => {
    const [one, other] = [people[OPERATOR]!, people[DEMO]!];

    const outcomes = await Promise.all([
      ask(one.token, remove(one.uid, 1)),
      ask(other.token, remove(other.uid, 2)),
    ]);

    expect(outcomes.filter((outcome) => outcome === 'data')).toHaveLength(1);
    const stays = outcomes[0] === 'data' ? other : one;
    const { members } = await must<{ members: { items: { uid: string; role: string }[] } }>(
      platform,
      stays.token,
      '{members{items{uid role}}}',
      {},
      acting,
    );
    expect(members.items.filter(({ role }) => role === 'OWNER').map(({ uid }) => uid)).toEqual([stays.uid]);
    if (stays === other) await must(platform, other.token, `mutation{${add(one.uid, 'OWNER')}}`, {}, acting);
  });
});

test('a member is added once, changed at the version that was read, and told of at `me`', async () => {
  const { uid, token } = people[MEMBER]!;

  expect(await ask(operator, add(uid, 'VIEWER'))).toBe('data');
  expect(await ask(operator, add(uid, 'EDITOR'))).toBe('MemberExists');
  expect(await ask(operator, change(uid, 'EDITOR', 9))).toBe('VersionConflict');
  expect(await ask(operator, change(uid, 'EDITOR', 1))).toBe('data');
  const { me } = await must<{ me: { memberships: { items: unknown[] } } }>(
    platform,
    token,
    '{me{memberships{items{tenantId role}}}}',
  );
  expect(me.memberships.items).toEqual([{ tenantId, role: 'EDITOR' }]);
  expect(await ask(operator, remove(uid, 2))).toBe('data');
  const after = await must<{ me: { memberships: { items: unknown[] } } }>(
    platform,
    token,
    '{me{memberships{items{tenantId}}}}',
  );
  expect(after.me.memberships.items).toEqual([]);
});

describe('an external reference', () => {
  test.each([
    [
      'createProject',
      'createProject(input:{title:"x",externalRef:"r"})',
      'deleteProject(id:"ID",expectedVersion:1){id}',
    ],
    [
      'createInspiration',
      'createInspiration(input:{title:"x",externalRef:"r"})',
      'deleteInspiration(id:"ID",expectedVersion:1){id}',
    ],
    [
      'createPage',
      'createPage(input:{path:"p",title:"x",body:"x",externalRef:"r"})',
      'deletePage(id:"ID",expectedVersion:1){id}',
    ],
  ])('of %s is taken once, names its holder, and is free after deletion', async (field, create, drop) => {
    const { token } = people[MEMBER]!;
    const made = await must(platform, token, `mutation{${create}{id version}}`);
    const { id } = made[field]!;

    const again = await platform.graphql(token, `mutation{${create.replace('"p"', '"q"')}{id}}`);
    expect(again.errors?.[0]).toMatchObject({
      errorType: 'ExternalRefTaken',
      errorInfo: { id, received: 'r' },
    });
    await must(platform, token, `mutation{${drop.replace('ID', id)}}`);
    await platform.settled();

    expect((await must(platform, token, `mutation{${create}{id}}`))[field]?.id).not.toBe(id);
  });
});

test('only operators make tenants and list them all', async () => {
  const { token } = people[MEMBER]!;

  const made = await platform.graphql(token, 'mutation{createTenant(input:{handle:"other",name:"x"}){id}}');
  const listed = await platform.graphql(token, '{tenants{items{id}}}');
  const { tenants } = await must<{ tenants: { items: { handle: string }[] } }>(
    platform,
    operator,
    '{tenants{items{handle}}}',
  );

  expect([made, listed].map(({ errors }) => errors?.[0]?.errorType)).toEqual(['Forbidden', 'Forbidden']);
  expect(tenants.items.map(({ handle }) => handle)).toContain('museum');
});

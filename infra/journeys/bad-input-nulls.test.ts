/** An explicit null in every field of every input that GraphQL lets be null: taken, or refused by name. */
import { getNamedType, isInputObjectType, isNonNullType, type GraphQLInputField } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operations } from '#openapi/operations.gen.ts';
import { routes } from '#openapi/routes.ts';
import { inventory } from '../inventory.ts';
import { tableClient } from './isolation-table.testing.ts';
import { must } from './isolation-tenant.testing.ts';
import type { Values } from './isolation-attempt.testing.ts';
import { contract, documentFor, inputValue, rootFields } from './isolation-values.testing.ts';
import { DEMO, OPERATOR, startTestPlatform, type TestPlatform } from './platform.testing.ts';
import { plantProposal } from './proposals.testing.ts';

let platform: TestPlatform;
let client: ReturnType<typeof tableClient>;
let tenantId: string;
let owner: string;
let operator: string;
let projectId: string;
let assetId: string;
/** Things to change by the mutation that changes them; versions are read before each change. */
let targets: Record<string, Values>;

const OTHER = '01BX5ZZKBKACTAV9WEVGEMMVRZ';
/** Fields that name things, or pages of a list: a made-up one is refused, so they are left out. */
const REFERENCES = {
  coverAssetId: undefined,
  inspirationIds: undefined,
  assetIds: undefined,
  cursor: undefined,
};

beforeAll(async () => {
  platform = await startTestPlatform();
  client = tableClient(platform);
  owner = await platform.signIn(DEMO);
  operator = await platform.signIn(OPERATOR);
  const made = await must<Record<string, { id: string }>>(
    platform,
    owner,
    `mutation{
      createProfile(input:{handle:"amsel",name:"Amsel"}){id}
      createProject(input:{title:"Work",externalRef:null}){id}
      createPage(input:{path:"about",title:"About",body:"x"}){id}
      createInspiration(input:{title:"Wave"}){id}
      addMember(input:{uid:"${OTHER}",role:VIEWER}){id:uid}
    }`,
  );
  tenantId = made.createProfile!.id;
  projectId = made.createProject!.id;
  const children = await must<{ createLogEntry: { id: string }; createAsset: { asset: { id: string } } }>(
    platform,
    owner,
    'mutation($p:ID!,$i:CreateAssetInput!){createLogEntry(projectId:$p,input:{body:"x"}){id} createAsset(projectId:$p,input:$i){asset{id}}}',
    { p: projectId, i: inputValue('CreateAssetInput', 'wort') },
  );
  assetId = children.createAsset.asset.id;
  targets = {
    updateProfile: {},
    updateMember: { uid: OTHER },
    updateProject: { id: projectId },
    updateLogEntry: { projectId, id: children.createLogEntry.id },
    updateAsset: { projectId, id: assetId },
    updateInspiration: { id: made.createInspiration!.id },
    updatePage: { id: made.createPage!.id },
    updateEnrichmentSettings: {},
  };
});
afterAll(async () => {
  client.destroy();
  await platform.remove();
});

/** What must stay readable whatever was taken: each thing and each list. */
const READ = `query($p:ID!){
  profile{kind visibility handle name} members{items{uid role}}
  projects{items{id slug title visibility state}} project(id:$p){slug title visibility logs{items{id audience occurredAt}} assets{items{id position audience}}}
  pages{items{id path title visibility}} inspirations{items{id title audience}}
}`;

async function expectReadable(): Promise<void> {
  const { errors } = await platform.graphql(owner, READ, { p: projectId });
  expect(errors ?? []).toEqual([]);
}

const changing = rootFields.filter(
  ({ kind, name, field }) =>
    kind === 'mutation' &&
    !name.startsWith('announce') &&
    field.args.some(({ type }) => isInputObjectType(getNamedType(type))),
);

const fieldsOf = (typeName: string): GraphQLInputField[] => {
  const type = contract.getType(typeName);
  if (!isInputObjectType(type)) throw new Error(`${typeName} is no input.`);
  return Object.values(type.getFields());
};

const inputOf = (name: string): string => {
  const { field } = changing.find((candidate) => candidate.name === name)!;
  return getNamedType(field.args.find((arg) => arg.name === 'input')!.type).name;
};

const nullable = changing.flatMap(({ name }) =>
  fieldsOf(inputOf(name))
    .filter(({ type }) => !isNonNullType(type))
    .map((field) => [name, field.name] as const),
);

let count = 0;

/** A valid input in which nothing is taken already and one field is null. */
function inputWith(name: string, nulled: string): Values {
  count += 1;
  const typeName = inputOf(name);
  const unique = Object.fromEntries(
    fieldsOf(typeName)
      .filter((field) => ['slug', 'path', 'handle', 'externalRef'].includes(field.name))
      .map((field) => [field.name, `wort-${count}`]),
  );
  if (name.startsWith('update')) return { [nulled]: null };
  const uid = name === 'addMember' ? { uid: `01BX5ZZKBKACTAV9WEVGEMM${String(count).padStart(3, '0')}` } : {};
  return inputValue(typeName, 'wort', { ...REFERENCES, ...unique, ...uid, [nulled]: null });
}

async function versionOf(name: string): Promise<number> {
  const args = targets[name]!;
  const query = name.replace('update', '').replace(/^./, (first) => first.toLowerCase());
  const declared = Object.keys(args).map((arg) => `$${arg}:ID!`);
  const passed = Object.keys(args).map((arg) => `${arg}:$${arg}`);
  const both = declared.length > 0 ? [`(${declared.join()})`, `(${passed.join()})`] : ['', ''];
  const answer = await must<Record<string, { version: number }>>(
    platform,
    owner,
    `query${both[0]}{${query}${both[1]}{version}}`,
    args,
  );
  return answer[query]!.version;
}

/** A project, or an inspiration, of its own with a proposal: it stands at version 1, and nobody has decided yet. */
async function proposed(name: string): Promise<Values> {
  const ofInspiration = name === 'acceptInspirationProposal';
  const made = await must<{ made: { id: string } }>(
    platform,
    owner,
    `mutation{made:${ofInspiration ? 'createInspiration' : 'createProject'}(input:{title:"Untold"}){id}}`,
  );
  const { id } = made.made;
  const of = ofInspiration
    ? { inspirationId: id, entity: 'INSPIRATION' as const, field: 'CREATOR' as const }
    : { projectId: id, entity: 'PROJECT' as const, field: 'SUMMARY' as const };
  const proposal = await plantProposal(
    client,
    { id: `${of.field}-0000000000000001`, tenantId, entityId: id, values: ['Proposed'], ...of },
    'seer@1',
  );
  return { [ofInspiration ? 'inspirationId' : 'projectId']: id, id: proposal.id };
}

async function argumentsFor(name: string): Promise<Values> {
  if (name.startsWith('accept')) return proposed(name);
  if (!name.startsWith('update'))
    return name === 'createLogEntry' || name === 'createAsset' ? { projectId } : {};
  return { ...targets[name], expectedVersion: await versionOf(name) };
}

const credentialFor = (name: string): string => (name === 'createTenant' ? operator : owner);

/** How null is refused: by a change of what is never lacking, and where the version that was read is needed. */
function refusalOf(name: string, nulled: string): string {
  if (name.startsWith('update')) return 'can be changed, not cleared';
  if (name.startsWith('accept') && nulled === 'expectedVersion') return 'must be the version of';
  throw new Error(`${name} must take null as ${nulled} left out.`);
}

describe('null in a field that GraphQL lets be null is taken, or refused by the name of the field', () => {
  test.each(nullable)('%s: %s', async (name, nulled) => {
    const root = changing.find((candidate) => candidate.name === name)!;
    const input = inputWith(name, nulled);

    const { errors } = await platform.graphql(credentialFor(name), documentFor(root), {
      ...(await argumentsFor(name)),
      input,
    });

    const [error] = errors ?? [];
    if (error?.errorType === 'BadInput') {
      expect(error.errorInfo).toMatchObject({ field: `input.${nulled}`, received: 'null' });
      expect(error.message).toContain(refusalOf(name, nulled));
    } else {
      // A person has one profile: what its creation answers is the same for every valid input.
      const refused = error && (error.errorType ?? error.message);
      expect(refused).toBe(name === 'createProfile' ? 'ProfileExists' : undefined);
    }
    await expectReadable();
  });

  test('a create gives a field that is null its default', async () => {
    const { createProject, createInspiration } = await must<Record<string, Values>>(
      platform,
      owner,
      `mutation{
        createProject(input:{title:null,slug:null,visibility:null}){title visibility}
        createInspiration(input:{title:"x",audience:null}){audience}
      }`,
    );

    expect(createProject).toEqual({ title: 'Untitled', visibility: 'LISTED' });
    expect(createInspiration).toEqual({ audience: 'PRIVATE' });
  });
});

describe('REST says the same', () => {
  const bodies = routes.flatMap((route) => {
    const name = operations[route.operation]?.path.at(-1) ?? '';
    return nullable
      .filter(([mutation]) => mutation === name && name !== 'createProfile')
      .map(([, nulled]) => [`${route.method} ${route.path}`, nulled, name, route] as const);
  });

  test.each(bodies)('%s: %s', async (_, nulled, name, route) => {
    const args = await argumentsFor(name);
    const path = route.path.replaceAll(/\{(\w+)\+?\}/g, (__, variable: string) => {
      const argument =
        Object.entries(operations[route.operation]!.arguments).find(([, of]) => of === variable)?.[0] ??
        variable;
      return String(args[argument]);
    });
    const version = args.expectedVersion === undefined ? {} : { expectedVersion: args.expectedVersion };

    const response = await platform.rest(credentialFor(name), route.method, path, {
      body: { ...inputWith(name, nulled), ...version },
    });

    const answer = (await response.json()) as { errors?: Values[] };
    if (response.status === 400) {
      expect(answer.errors?.[0]).toMatchObject({ field: `/${nulled}`, received: 'null' });
    } else {
      expect([200, 201]).toContain(response.status);
    }
    await expectReadable();
  });
});

test('no event of any of this is put aside', async () => {
  await platform.settled();

  const { bus } = platform.events;
  expect(inventory.consumers.flatMap(({ name }) => bus.deadLetters(name))).toEqual([]);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { partitionDump, tableClient } from './isolation-table.testing.ts';
import { must, plantTenant, type PlantedTenant } from './isolation-tenant.testing.ts';
import type { RootField, Values } from './isolation-attempt.testing.ts';
import { argumentSets, documentFor, rootFields } from './isolation-values.testing.ts';
import {
  DEMO,
  MEMBER,
  publicProfile,
  startTestPlatform,
  type Answer,
  type TestPlatform,
} from './platform.testing.ts';

const OPEN = 'zaunkoenig';
const SECRET = 'nachtigall';

/** What the contract says of things that are not one's own. */
const REFUSALS = new Set([
  'Forbidden',
  'NotFound',
  'Unauthenticated',
  'BadInput',
  'Unauthorized',
  'UnauthorizedException',
]);
/** These belong to the person who asks: another tenant's name in `X-Tenant` changes nothing. */
const OF_THE_PERSON = new Set(['me', 'tokens', 'createProfile', 'createToken']);

let platform: TestPlatform;
let client: DynamoDBClient;
let a: PlantedTenant;
/** B's tenant, a public profile at version 1, which is not the version that the attempts expect. */
let b: string;
let before: string[];
const credentials: Record<string, string | null> = { 'an API key': null };

beforeAll(async () => {
  platform = await startTestPlatform();
  client = tableClient(platform);
  const [ofA, ofB] = [await platform.signIn(DEMO), await platform.signIn(MEMBER)];
  a = await plantTenant(platform, ofA, { open: OPEN, secret: SECRET });
  b = await publicProfile(platform, ofB, 'amsel');
  const { createToken } = await must<{ createToken: { secret: string } }>(
    platform,
    ofB,
    'mutation{createToken(input:{name:"B",scopes:[READ,WRITE]}){secret}}',
  );
  credentials["B's access token"] = ofB;
  credentials["B's personal access token"] = createToken.secret;
  await platform.settled();
  before = await partitionDump(client, a.tenantId);
});
afterAll(async () => {
  client.destroy();
  await platform.remove();
});

/** Canaries in an answer that were not in the question. */
const leaked = (question: unknown, answer: string): boolean =>
  answer.includes(SECRET) && !JSON.stringify(question).includes(SECRET);

const isPublic = ({ field }: RootField): boolean =>
  (field.astNode?.directives ?? []).some(({ name }) => name.value === 'aws_api_key');

const tenants = (): Array<[string, Record<string, string>]> => [
  ['X-Tenant: A', { 'x-tenant': a.tenantId }],
  ['X-Tenant: B', { 'x-tenant': b }],
  ['no X-Tenant', {}],
];

const FORGED = [
  Buffer.from(JSON.stringify({ PK: { S: 'TENANT#x' }, SK: { S: 'PROFILE' } })).toString('base64url'),
  'not-a-cursor',
];

/** A subscription is asked for over HTTP here; `isolation-realtime.test.ts` asks over a socket. */
test.each(rootFields.map((field) => [`${field.kind} ${field.name}`, field] as const))(
  '%s shows and changes nothing of another tenant',
  async (_, field) => {
    const document = documentFor(field);
    const targets = { ...a.targets, cursors: [...a.targets.cursors, ...FORGED] };
    const problems: string[] = [];
    for (const variables of argumentSets(field, targets, 'eindringling')) {
      for (const [who, credential] of Object.entries(credentials)) {
        for (const [acting, headers] of tenants()) {
          const answer = await platform.graphql(credential, document, variables, headers);
          const fault = faultOf(
            field,
            variables,
            credential === null,
            'x-tenant' in headers && acting.endsWith('A'),
            answer,
          );
          if (fault)
            problems.push(
              `${fault}: ${who}, ${acting}, ${JSON.stringify(variables)} => ${JSON.stringify(answer)}`,
            );
        }
      }
    }

    expect(problems.slice(0, 5)).toEqual([]);
    expect(await partitionDump(client, a.tenantId)).toEqual(before);
  },
  60_000,
);

/** What is wrong with an answer; null when nothing is. */
function faultOf(
  field: RootField,
  variables: Values,
  anonymous: boolean,
  forA: boolean,
  answer: Answer,
): string | null {
  if (leaked(variables, JSON.stringify(answer))) return 'a canary came out';
  const types = (answer.errors ?? []).map(({ errorType }) => errorType ?? 'none');
  if (types.some((type) => type.startsWith('Internal') || type === 'none'))
    return `an error of ours: ${types.join()}`;
  if (field.kind === 'subscription') return answer.data ? 'a subscription over HTTP' : null;
  if (isPublic(field)) return null;
  const refused = types.length > 0 && types.every((type) => REFUSALS.has(type));
  if (anonymous) return refused ? null : 'the API key was let in';
  const names = ['id', 'projectId', 'uid', 'cursor'].some((name) => variables[name]);
  if (!OF_THE_PERSON.has(field.name) && forA) return refused ? null : 'somebody else acted for A';
  if (names && !refused && !isEmptyPage(field, answer)) return "what is A's was found";
  return null;
}

const isEmptyPage = ({ name }: RootField, { data }: Answer): boolean => {
  const page = data?.[name] as { items?: unknown[] } | null | undefined;
  return page?.items?.length === 0;
};

describe('the planted tenant itself', () => {
  test('is read in full by its owner: the canaries are where they were put', async () => {
    const token = await platform.signIn(DEMO);

    const seen = new Set<string>();
    for (const field of rootFields.filter((one) => one.kind === 'query' && !isPublic(one))) {
      for (const variables of argumentSets(field, { ...a.targets, cursors: [] }, OPEN)) {
        const answer = JSON.stringify(await platform.graphql(token, documentFor(field), variables));
        if (answer.includes(SECRET)) seen.add(field.name);
      }
    }

    expect([...seen].toSorted()).toEqual([
      'asset',
      'assets',
      'enrichment',
      'enrichments',
      'inspiration',
      'inspirationProposal',
      'inspirationProposals',
      'inspirations',
      'logEntries',
      'logEntry',
      'member',
      'members',
      'page',
      'pages',
      'profile',
      'project',
      'projects',
      'proposal',
      'proposals',
      'searchMine',
      'stats',
      'token',
      'tokens',
    ]);
  });
});

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operations } from '#openapi/operations.gen.ts';
import { routes, type Route } from '#openapi/routes.ts';
import { isSearch, queryOf } from './isolation-search.testing.ts';
import { partitionDump, tableClient } from './isolation-table.testing.ts';
import { must, plantTenant, type PlantedTenant } from './isolation-tenant.testing.ts';
import type { RootField, Values } from './isolation-attempt.testing.ts';
import { argumentSets, inputValue, rootFields } from './isolation-values.testing.ts';
import { DEMO, MEMBER, publicProfile, startTestPlatform, type TestPlatform } from './platform.testing.ts';

const OPEN = 'zaunkoenig';
const SECRET = 'nachtigall';
const OF_THE_PERSON = new Set(['me', 'memberships', 'tokens', 'createProfile', 'createToken']);

let platform: TestPlatform;
let client: DynamoDBClient;
let a: PlantedTenant;
/** B's tenant: a public profile at version 1. */
let b: string;
let before: string[];
const credentials: Record<string, string | null> = { nobody: null };

beforeAll(async () => {
  platform = await startTestPlatform();
  client = tableClient(platform);
  const ofB = await platform.signIn(MEMBER);
  a = await plantTenant(platform, await platform.signIn(DEMO), { open: OPEN, secret: SECRET });
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

/** The root field behind a route; `memberships` is below `me`, the lists of a portfolio below `portfolio`. */
function rootOf({ operation }: Route): RootField {
  const [name] = operations[operation]?.path ?? [];
  const found = rootFields.find((field) => field.name === name);
  if (!found) throw new Error(`No root field is behind the route of ${operation}.`);
  return found;
}

interface Request {
  path: string;
  body: Values | undefined;
}

/**
 * Requests for a route that point at somebody's things.
 * @throws Error that names the parameter for which no value is known.
 */
function requestsFor(route: Route): Request[] {
  const data = operations[route.operation];
  const args = argumentSets(rootOf(route), { ...a.targets, cursors: [] }, 'eindringling');
  return args.flatMap((values) => {
    const path = route.path.replaceAll(/\{(\w+)\+?\}/g, (_, parameter: string) => {
      const argument = Object.entries(data?.arguments ?? {}).find(
        ([, variable]) => variable === parameter,
      )?.[0];
      const value = values[argument ?? parameter];
      if (typeof value !== 'string')
        throw new Error(`No value is known for {${parameter}} of ${route.method} ${route.path}.`);
      return value.split('/').map(encodeURIComponent).join('/');
    });
    const input = route.body === null ? {} : { ...(values.input as Values) };
    const version = route.precondition === null ? {} : { expectedVersion: values.expectedVersion };
    const body = route.method === 'GET' || route.method === 'DELETE' ? undefined : { ...input, ...version };
    const cursors = route.query.includes('cursor') ? ['', ...a.targets.cursors.slice(0, 3), 'forged'] : [''];
    if (isSearch(rootOf(route)) || route.query.includes('text')) {
      return [{ path: `${path}?${queryOf(route.query, values)}`, body }];
    }
    return cursors.map((cursor) => {
      const query = new URLSearchParams({
        ...(cursor !== '' && { cursor }),
        ...(route.expand.length > 0 && { expand: route.expand.join(',') }),
        ...(route.method === 'DELETE' &&
          route.precondition && { expectedVersion: String(values.expectedVersion) }),
      });
      return { path: query.size > 0 ? `${path}?${query}` : path, body };
    });
  });
}

test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s shows and changes nothing of another tenant',
  async (_, route) => {
    const problems: string[] = [];
    const headersOf = { A: { 'x-tenant': a.tenantId }, B: { 'x-tenant': b }, none: {} };
    const seen = new Map<string, Request>(requestsFor(route).map((one) => [JSON.stringify(one), one]));
    for (const { path, body } of seen.values()) {
      for (const [who, credential] of Object.entries(credentials)) {
        for (const [acting, headers] of Object.entries(headersOf)) {
          const response = await platform.rest(credential, route.method, path, { body, headers });
          const fault = faultOf(route, path, response.status, acting, credential, await response.text());
          if (fault) problems.push(`${fault} (${response.status}): ${who}, X-Tenant: ${acting}, ${path}`);
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
  route: Route,
  path: string,
  status: number,
  acting: string,
  credential: string | null,
  text: string,
): string | null {
  if (text.includes(SECRET) && !path.includes(SECRET)) return `a canary came out: ${text.slice(0, 300)}`;
  if (status >= 500) return `an error of ours: ${text.slice(0, 300)}`;
  if (route.auth === 'anonymous') return null;
  const refused = [400, 401, 403, 404].includes(status);
  if (credential === null) return status === 401 ? null : 'nobody was let in';
  if (!OF_THE_PERSON.has(route.operation) && acting === 'A')
    return refused ? null : 'somebody else acted for A';
  const empty = text.startsWith('{"items":[],');
  const names = route.path.includes('{') || path.includes('cursor=');
  return names && !refused && !empty ? `what is A's was found: ${text.slice(0, 300)}` : null;
}

test('every input that a route takes is made by the contract', () => {
  const inputs = routes
    .filter(({ body }) => body !== null)
    .map(({ operation }) => operations[operation]?.variables.input ?? '');

  expect(
    inputs.map((type) => Object.keys(inputValue(type.replace('!', ''), 'wort')).length > 0),
  ).not.toContain(false);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorSlug, isErrorName } from '#api/errors.ts';
import { operations, type OperationData } from '#openapi/operations.gen.ts';
import { routes, type Route } from '#openapi/routes.ts';
import { queryOf, warmSearch } from './isolation-search.testing.ts';
import { plantTenant, type PlantedTenant } from './isolation-tenant.testing.ts';
import type { RootField, Values } from './isolation-attempt.testing.ts';
import { argumentSets, inputValue, rootFields } from './isolation-values.testing.ts';
import { DEMO, MEMBER, OPERATOR, startTestPlatform, type TestPlatform } from './platform.testing.ts';

let platform: TestPlatform;
/** Two tenants with the same in them: one is written through GraphQL, the other one over REST. */
let twins: [Twin, Twin];
let operator: string;

interface Twin {
  token: string;
  /** Words of the twin that a comparison takes for the other twin's. */
  words: { open: string; secret: string };
  planted: PlantedTenant;
}

beforeAll(async () => {
  platform = await startTestPlatform();
  operator = await platform.signIn(OPERATOR);
  const twin = async (email: string, open: string, secret: string): Promise<Twin> => {
    const token = await platform.signIn(email);
    return { token, words: { open, secret }, planted: await plantTenant(platform, token, { open, secret }) };
  };
  twins = [await twin(DEMO, 'zaunkoenig', 'nachtigall'), await twin(MEMBER, 'goldammer', 'rotkehlchen')];
  await warmSearch(platform);
});
afterAll(() => platform.remove());

const operationOf = ({ operation }: Route): OperationData => {
  const data = operations[operation];
  if (!data) throw new Error(`No operation is called ${operation}.`);
  return data;
};

function rootOf(route: Route): RootField {
  const [name] = operationOf(route).path;
  const found = rootFields.find((field) => field.name === name);
  if (!found) throw new Error(`No root field is behind ${route.method} ${route.path}.`);
  return found;
}

/** The variables of a route's operation, from arguments of its root field. */
function variablesOf(route: Route, args: Values, expand: boolean): Values {
  const data = operationOf(route);
  const named = Object.fromEntries(
    Object.entries(args).map(([name, value]) => [data.arguments[name] ?? name, value ?? undefined]),
  );
  const expanded = route.expand.map((name) => [`expand${name[0]?.toUpperCase()}${name.slice(1)}`, expand]);
  const known: Values = { limit: 2, ...named, ...Object.fromEntries(expanded) };
  return Object.fromEntries(Object.keys(data.variables).map((name) => [name, known[name]]));
}

async function overGraphql(credential: string | null, route: Route, variables: Values) {
  const { document, path } = operationOf(route);
  const { data, errors } = await platform.graphql(credential, document, variables);
  const type = errors?.[0]?.errorType;
  if (type) return { error: isErrorName(type) ? errorSlug(type) : type };
  const value = path.reduce<unknown>((at, name) => (at as Values | null)?.[name], data);
  return { value };
}

async function overRest(credential: string | null, route: Route, variables: Values) {
  const path = route.path.replaceAll(/\{(\w+)\+?\}/g, (_, name: string) =>
    String(variables[name]).split('/').map(encodeURIComponent).join('/'),
  );
  const query = queryOf(route.query, variables);
  const expanded = route.expand.filter(
    (name) => variables[`expand${name[0]?.toUpperCase()}${name.slice(1)}`],
  );
  if (expanded.length > 0) query.set('expand', expanded.join(','));
  const { expectedVersion } = variables;
  const body =
    route.method === 'GET' || (route.body === null && route.precondition === null)
      ? undefined
      : { ...(variables.input as Values | undefined), ...(route.precondition && { expectedVersion }) };
  const response = await platform.rest(credential, route.method, query.size > 0 ? `${path}?${query}` : path, {
    body,
  });
  const answer = (await response.json()) as Values;
  if (response.ok) {
    expect(response.status).toBe(route.status);
    return { value: answer };
  }
  return { error: String(answer.type).replace(/.*\//, '') };
}

/** Addresses of drafts are signed anew each time. */
const unsigned = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll(/(\/media\/[^"?]*)\?[^"]*/g, '$1'));

describe('a read', () => {
  test.each(routes.filter(({ method }) => method === 'GET').map((route) => [route.path, route] as const))(
    'of %s answers what GraphQL does',
    async (_, route) => {
      const { token, planted } = twins[0];
      const credential = route.auth === 'anonymous' ? null : route.auth === 'operator' ? operator : token;
      const sets = argumentSets(rootOf(route), { ...planted.targets, cursors: [] }, 'wort');
      let answered = 0;
      for (const args of sets) {
        for (const expand of route.expand.length > 0 ? [false, true] : [false]) {
          const variables = variablesOf(route, args, expand);

          const byGraphql = await overGraphql(credential, route, variables);
          const byRest = await overRest(credential, route, variables);

          expect(unsigned(byRest)).toEqual(unsigned(byGraphql));
          if (byRest.value) answered += 1;
        }
      }
      expect(answered).toBeGreaterThan(0);
    },
  );

  test('leads through the same pages by cursor', async () => {
    const route = routes.find(({ operation }) => operation === 'projects')!;
    const [{ token }] = twins;
    let cursor: string | null | undefined;
    do {
      const variables = { limit: 1, order: 'TITLE_ASC', cursor };
      const byGraphql = await overGraphql(token, route, variables);
      expect(await overRest(token, route, variables)).toEqual(byGraphql);
      cursor = (byGraphql.value as { next: string | null }).next;
    } while (cursor);
  });
});

describe('a write', () => {
  /** Later ones would find nothing after earlier ones: what is made first, what is deleted last. */
  const RANKS = [
    /^create|^add/,
    /^enrich|^reject/,
    /^cancel|^accept|^revert/,
    /^update/,
    /^complete/,
    /^publish/,
    /^unpublish(?!Profile)/,
    /^unpublish/,
    /^(delete|remove)(?!Tenant|Project)/,
    /^deleteProject/,
    /./,
  ];
  const rank = ({ operation }: Route): number => RANKS.findIndex((pattern) => pattern.test(operation));
  const writes = routes
    .filter(({ method }) => method !== 'GET')
    .toSorted((one, other) => rank(one) - rank(other));

  /** The same text for both twins. */
  const alike = (twin: Twin, value: unknown): unknown => {
    const text = JSON.stringify(unsigned(value))
      .replaceAll(/[0-9A-HJKMNP-TV-Z]{26}/g, 'ID')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
      .replaceAll(/art_[\w-]{43}/g, 'SECRET')
      .replaceAll(twin.words.open, 'OPEN')
      .replaceAll(twin.words.secret, 'SECRET');
    return JSON.parse(text);
  };

  /** The first target of the twin, at the version at which it stands. */
  const variablesFor = async (twin: Twin, credential: string, route: Route): Promise<Values> => {
    const word = `${route.method === 'PATCH' ? 'um' : 'neu'}${twin.words.open}`;
    const [args = {}] = argumentSets(rootOf(route), { ...twin.planted.targets, cursors: [] }, word);
    const variables = variablesOf(route, args, false);
    if (route.body !== null) {
      const type = operationOf(route).variables.input?.replace('!', '') ?? '';
      variables.input = inputValue(type, word, {
        coverAssetId: undefined,
        inspirationIds: undefined,
        assetIds: undefined,
        cursor: undefined,
        // A refusal before it has made it grow.
        expectedRevision: undefined,
      });
    }
    if (route.precondition) {
      const read = routes.find(
        ({ operation, method }) => method === 'GET' && operation === route.precondition?.read,
      )!;
      const { value } = await overGraphql(credential, read, variablesOf(read, args, false));
      variables.expectedVersion = (value as { version?: number } | undefined)?.version ?? 1;
    }
    return variables;
  };

  test.each(writes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s does what the mutation does',
    async (_, route) => {
      const [one, other] = twins;
      const who = (twin: Twin): string => (route.auth === 'operator' ? operator : twin.token);

      const byGraphql = await overGraphql(who(one), route, await variablesFor(one, who(one), route));
      const byRest = await overRest(who(other), route, await variablesFor(other, who(other), route));
      await platform.settled();

      expect(alike(other, byRest)).toEqual(alike(one, byGraphql));
      // A person who has a profile gets no second one; everything else goes well.
      expect(byRest.error).toBe(route.operation === 'createProfile' ? 'profile-exists' : undefined);
    },
  );
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isNonNullType } from 'graphql';
import { operations } from '#openapi/operations.gen.ts';
import { routes, type Route } from '#openapi/routes.ts';
import { nestedFields, violationsOf } from './bad-input-violations.testing.ts';
import { must } from './isolation-tenant.testing.ts';
import type { RootField, Values } from './isolation-attempt.testing.ts';
import { documentFor, inputValue, rootFields } from './isolation-values.testing.ts';
import { DEMO, OPERATOR, publicProfile, startTestPlatform, type TestPlatform } from './platform.testing.ts';

let platform: TestPlatform;
let owner: string;
let operator: string;
/** Valid values of arguments. */
let valid: Values;

const OTHER = '01BX5ZZKBKACTAV9WEVGEMMVRZ';

beforeAll(async () => {
  platform = await startTestPlatform();
  owner = await platform.signIn(DEMO);
  operator = await platform.signIn(OPERATOR);
  await publicProfile(platform, owner, 'amsel');
  await must(platform, owner, `mutation{addMember(input:{uid:"${OTHER}",role:VIEWER}){uid}}`);
  const { createProject } = await must<{ createProject: { id: string } }>(
    platform,
    owner,
    'mutation{createProject(input:{title:"x"}){id}}',
  );
  const { id } = createProject;
  valid = {
    id,
    projectId: id,
    inspirationId: OTHER,
    uid: OTHER,
    handle: 'amsel',
    slug: 'x',
    path: 'x',
    limit: 1,
    text: 'x',
    expectedVersion: 1,
    from: '2026-05-01',
    to: '2026-05-17',
  };
});
afterAll(() => platform.remove());

/** Announcements are for our own functions: nobody else gets as far as their limits. */
const limited = rootFields.filter(
  (field) =>
    field.kind !== 'subscription' &&
    !field.name.startsWith('announce') &&
    violationsOf(field.field).length > 0,
);

const argumentsFor = ({ field }: RootField): Values =>
  Object.fromEntries(
    field.args.map(({ name, type }) => [
      name,
      name === 'input' ? inputValue(String(type).replace('!', ''), 'wort') : valid[name],
    ]),
  );

const credentialFor = (name: string): string => (/^tenants$|^createTenant$/.test(name) ? operator : owner);

describe('every limit of the contract is kept by GraphQL', () => {
  test.each(limited.map((field) => [field.name, field] as const))('%s', async (_, field) => {
    const document = documentFor(field);
    for (const { argument, value, field: path, limit } of violationsOf(field.field)) {
      const { errors } = await platform.graphql(credentialFor(field.name), document, {
        ...argumentsFor(field),
        [argument]: value,
      });
      const [error] = errors ?? [];
      expect({ limit, type: error?.errorType, ...error?.errorInfo, problems: null }).toEqual({
        limit,
        type: 'BadInput',
        field: path,
        received: expect.stringMatching(/./),
        fix: expect.stringMatching(/./),
        problems: null,
      });
      expect(error?.message).toContain(path);
    }
  });

  const PARENTS: Record<string, () => string> = {
    Me: () => 'me',
    Project: () => `project(id:"${String(valid.id)}")`,
    Portfolio: () => 'portfolio(handle:"amsel")',
  };

  test.each(nestedFields.map(([type, field]) => [`${type}.${field.name}`, type, field] as const))(
    '%s',
    async (_, type, field) => {
      const parent = PARENTS[type];
      if (!parent) throw new Error(`No document is known for fields of ${type}.`);
      for (const { argument, value, field: path } of violationsOf(field)) {
        const { errors } = await platform.graphql(
          owner,
          `{${parent()}{${field.name}(${argument}:${JSON.stringify(value)}){next}}}`,
        );
        expect(errors?.[0]).toMatchObject({ errorType: 'BadInput', errorInfo: { field: path } });
      }
    },
  );
});

describe('every limit of the contract is kept by REST', () => {
  const rootOf = ({ operation }: Route): RootField | undefined =>
    limited.find(({ name }) => name === operations[operation]?.path.at(-1));
  /** The parameters that a route demands, and the broken one; of a list, each entry by itself. */
  const queryOf = (route: Route, { field }: RootField, broken: Values): URLSearchParams => {
    const demanded = field.args.filter(({ name, type }) => route.query.includes(name) && isNonNullType(type));
    const values = { ...Object.fromEntries(demanded.map(({ name }) => [name, valid[name]])), ...broken };
    return new URLSearchParams(
      Object.entries(values).flatMap(([name, value]) =>
        [value].flat().map((each): [string, string] => [name, String(each)]),
      ),
    );
  };
  const bodies = routes.filter((route) => rootOf(route) && (route.body !== null || route.query.length > 0));

  test.each(bodies.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s',
    async (_, route) => {
      const root = rootOf(route)!;
      const data = operations[route.operation]!;
      const path = route.path.replaceAll(/\{(\w+)\+?\}/g, (__, name: string) => {
        const argument =
          Object.entries(data.arguments).find(([, variable]) => variable === name)?.[0] ?? name;
        return String(valid[argument]);
      });
      for (const { argument, value, field } of violationsOf(root.field)) {
        const inBody = argument === 'input';
        if (!inBody && !route.query.includes(argument)) continue;
        const query = inBody ? '' : `?${queryOf(route, root, { [argument]: value })}`;
        const body = inBody
          ? { ...(value as Values), ...(route.precondition && { expectedVersion: 1 }) }
          : undefined;

        const response = await platform.rest(credentialFor(root.name), route.method, `${path}${query}`, {
          body,
        });

        const pointer = inBody
          ? field.slice('input'.length).replaceAll(/[.[]/g, '/').replaceAll(']', '')
          : field;
        expect([field, response.status]).toEqual([field, 400]);
        const { errors } = (await response.json()) as { errors: Values[] };
        expect(errors[0]).toEqual({
          field: pointer,
          received: expect.stringMatching(/./),
          fix: expect.stringMatching(/./),
        });
      }
    },
  );
});

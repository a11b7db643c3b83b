import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must } from './isolation-tenant.testing.ts';
import { DEMO, publicProfile, startTestPlatform, type TestPlatform } from './platform.testing.ts';

let platform: TestPlatform;
let token: string;
let projectId: string;
let logId: string;

const NOBODYS = '01BX5ZZKBKACTAV9WEVGEMMVRZ';

beforeAll(async () => {
  platform = await startTestPlatform();
  token = await platform.signIn(DEMO);
  await publicProfile(platform, token, 'amsel');
  const { createProject } = await must(
    platform,
    token,
    'mutation{createProject(input:{title:"Work"}){id version}}',
  );
  projectId = createProject!.id;
  const { createLogEntry } = await must(
    platform,
    token,
    'mutation($p:ID!){createLogEntry(projectId:$p,input:{body:"x",audience:PRIVATE}){id version}}',
    { p: projectId },
  );
  logId = createLogEntry!.id;
});
afterAll(() => platform.remove());

/** A request in which nothing is made well by a client. */
async function send(
  method: string,
  path: string,
  body: string | undefined,
  headers: Record<string, string> = {},
) {
  const response = await fetch(`${platform.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body,
  });
  const problem = (await response.json()) as {
    errors?: Array<{ field: string; received: string; fix: string }>;
    detail: string;
  };
  return { status: response.status, problem, type: response.headers.get('content-type') };
}

describe('a REST request that is not as it should be is told so', () => {
  test.each<[string, string, string, string | undefined, number, string | null]>([
    ['broken JSON', 'POST', '/v1/projects', '{"title": "x"', 400, null],
    ['an array', 'POST', '/v1/projects', '[]', 400, 'body'],
    ['null', 'POST', '/v1/projects', 'null', 400, 'body'],
    ['a text', 'POST', '/v1/projects', '"x"', 400, 'body'],
    ['no body', 'POST', '/v1/projects', undefined, 400, 'body'],
    ['a number for a text', 'POST', '/v1/projects', '{"title":5}', 400, '/title'],
    ['a text for a number', 'POST', '/v1/projects', '{"yearStart":"1705"}', 400, '/yearStart'],
    ['a fraction for an integer', 'POST', '/v1/projects', '{"yearStart":1.5}', 400, '/yearStart'],
    ['an unknown choice', 'POST', '/v1/projects', '{"visibility":"SECRET"}', 400, '/visibility'],
    ['a text for a list', 'POST', '/v1/projects', '{"tags":"ink"}', 400, '/tags'],
    ['null in a list', 'POST', '/v1/projects', '{"tags":[null]}', 400, '/tags/0'],
    ['an unknown field', 'POST', '/v1/projects', '{"titel":"x"}', 400, '/titel'],
    [
      'an unknown field inside',
      'POST',
      '/v1/projects',
      '{"links":[{"label":"x","url":"https://x.example","rel":"me"}]}',
      400,
      '/links/0/rel',
    ],
    ['a field missing inside', 'POST', '/v1/projects', '{"links":[{"label":"x"}]}', 400, '/links/0/url'],
    ['a required field missing', 'POST', '/v1/pages', '{"title":"x","body":"x"}', 400, '/path'],
    [
      'another tenant named in the body',
      'POST',
      '/v1/projects',
      `{"title":"x","tenantId":"${NOBODYS}"}`,
      400,
      '/tenantId',
    ],
    ['an id that one chooses', 'POST', '/v1/projects', `{"id":"${NOBODYS}"}`, 400, '/id'],
    [
      'a time that is none',
      'POST',
      '/v1/tokens',
      '{"name":"x","scopes":["READ"],"expiresAt":"tomorrow"}',
      400,
      '/expiresAt',
    ],
    [
      'a day that is none',
      'POST',
      '/v1/tokens',
      '{"name":"x","scopes":["READ"],"expiresAt":"2099-02-30T00:00:00Z"}',
      400,
      '/expiresAt',
    ],
    [
      'a time that is over',
      'POST',
      '/v1/tokens',
      '{"name":"x","scopes":["READ"],"expiresAt":"2001-01-01T00:00:00Z"}',
      400,
      '/expiresAt',
    ],
    ['no scope', 'POST', '/v1/tokens', '{"name":"x","scopes":[]}', 400, '/scopes'],
    [
      'an address that is none',
      'POST',
      '/v1/inspirations',
      '{"title":"x","sourceUrl":"somewhere"}',
      400,
      '/sourceUrl',
    ],
    [
      'an address behind a blank',
      'POST',
      '/v1/projects',
      '{"links":[{"label":"x","url":" https://x.example"}]}',
      400,
      '/links/0/url',
    ],
    [
      'an address behind a tab',
      'POST',
      '/v1/inspirations',
      '{"title":"x","sourceUrl":"\\thttps://x.example"}',
      400,
      '/sourceUrl',
    ],
    [
      'a cover for a project that has no assets yet',
      'POST',
      '/v1/projects',
      `{"title":"x","coverAssetId":"${NOBODYS}"}`,
      400,
      '/coverAssetId',
    ],
    ['half a surrogate pair', 'POST', '/v1/projects', '{"title":"\\ud83d"}', 400, '/title'],
    ['U+0000', 'POST', '/v1/projects', '{"title":"a\\u0000b"}', 400, '/title'],
    ['a reserved slug', 'POST', '/v1/projects', '{"slug":"pages"}', 400, '/slug'],
    [
      'a version that is none',
      'PATCH',
      '/v1/projects/{p}',
      '{"title":"x","expectedVersion":"1"}',
      400,
      '/expectedVersion',
    ],
    ['no version', 'PATCH', '/v1/projects/{p}', '{"title":"x"}', 428, null],
    [
      'an old version',
      'PATCH',
      '/v1/projects/{p}',
      '{"title":"x","expectedVersion":7}',
      409,
      'expectedVersion',
    ],
    ['an unknown parameter', 'GET', '/v1/projects?size=5', undefined, 400, 'size'],
    ['a limit that is none', 'GET', '/v1/projects?limit=many', undefined, 400, 'limit'],
    ['an order that is none', 'GET', '/v1/projects?order=RANDOM', undefined, 400, 'order'],
    ['a cursor that is none', 'GET', '/v1/projects?cursor=abc', undefined, 400, 'cursor'],
    ['an unknown id', 'GET', `/v1/projects/${NOBODYS}`, undefined, 404, 'projectId'],
    ['an id that is none', 'GET', '/v1/projects/1', undefined, 404, 'projectId'],
    ['a very long id', 'GET', `/v1/projects/${'a'.repeat(3000)}`, undefined, 400, 'projectId'],
    ['two ids in one', 'GET', '/v1/projects/{p}%23LOG%23{l}', undefined, 404, 'projectId'],
    ['a very long handle', 'GET', `/v1/portfolios/${'a'.repeat(3000)}`, undefined, 400, 'handle'],
    ['an unknown handle', 'GET', '/v1/portfolios/nobody', undefined, 404, 'handle'],
    [
      'a piece of a document',
      'GET',
      '/v1/portfolios/amsel/projects/work%2301ARZ%230001',
      undefined,
      404,
      null,
    ],
    ['an address that is not there', 'GET', '/v1/nothing', undefined, 404, null],
    ['a method that is not taken', 'PUT', '/v1/projects', '{}', 405, null],
  ])('%s', async (_, method, path, body, status, field) => {
    const address = path.replaceAll('{p}', projectId).replaceAll('{l}', logId);

    const answer = await send(method, address, body);

    expect([answer.status, answer.type]).toEqual([status, 'application/problem+json']);
    expect(answer.problem.detail).not.toBe('');
    if (field !== null) {
      expect(answer.problem.errors?.[0]?.field).toBe(field);
      expect(answer.problem.errors?.[0]?.fix).not.toBe('');
    }
  });

  test('a body of more than 1 MB, another format, and a tenant that is none', async () => {
    const large = await send('POST', '/v1/projects', JSON.stringify({ description: 'x'.repeat(2_000_000) }));
    const xml = await send('POST', '/v1/projects', '<title/>', { 'content-type': 'application/xml' });
    const tenant = await send('GET', '/v1/projects', undefined, { 'x-tenant': 'not/a/tenant' });
    const foreign = await send('GET', '/v1/projects', undefined, { 'x-tenant': NOBODYS });

    expect([large.status, xml.status, tenant.status, foreign.status]).toEqual([413, 415, 400, 403]);
    expect(tenant.problem.errors?.[0]?.field).toBe('X-Tenant');
    expect(foreign.problem.errors?.[0]?.field).toBe('X-Tenant');
  });
});

describe('GraphQL that is not as it should be is told so', () => {
  test.each<[string, string, string | undefined, string]>([
    ['two ids in one, to read', 'query($id:ID!){project(id:$id){title}}', 'NotFound', 'id'],
    [
      'two ids in one, to change',
      'mutation($id:ID!){updateProject(id:$id,expectedVersion:1,input:{title:"x"}){id}}',
      'NotFound',
      'id',
    ],
    [
      'two ids in one, to publish',
      'mutation($id:ID!){publishProject(id:$id,expectedVersion:1){id}}',
      'NotFound',
      'id',
    ],
    [
      'two ids in one, to delete',
      'mutation($id:ID!){deleteProject(id:$id,expectedVersion:1){id}}',
      'NotFound',
      'id',
    ],
  ])('%s', async (_, query, type, field) => {
    const { errors } = await platform.graphql(token, query, { id: `${projectId}#LOG#${logId}` });

    expect(errors?.[0]).toMatchObject({ errorType: type, errorInfo: { field } });
    const log = await platform.rest(token, 'GET', `/v1/projects/${projectId}/logs/${logId}`);
    expect(await log.json()).toMatchObject({ version: 1, body: 'x', title: null });
  });

  test.each<[string, string, Record<string, unknown>]>([
    ['text that is no GraphQL', '{', {}],
    ['a field that is not there', '{projects{items{secret}}}', {}],
    ['an argument that is not there', '{projects(size:1){next}}', {}],
    ['a variable of another type', 'query($id:ID!){project(id:$id){id}}', { id: { a: 1 } }],
    ['a variable missing', 'query($id:ID!){project(id:$id){id}}', {}],
    [
      'an unknown field of an input',
      'mutation($i:CreateProjectInput!){createProject(input:$i){id}}',
      { i: { titel: 'x' } },
    ],
    [
      'a day that is none',
      'mutation($i:CreateTokenInput!){createToken(input:$i){secret}}',
      { i: { name: 'x', scopes: ['READ'], expiresAt: '2099-02-30T00:00:00Z' } },
    ],
    [
      'an address that is none',
      'mutation($i:CreateInspirationInput!){createInspiration(input:$i){id}}',
      { i: { title: 'x', sourceUrl: 'x y' } },
    ],
    ['a query of very many levels', `{me${'{memberships{items'.repeat(200)}${'}}'.repeat(200)}}`, {}],
  ])('%s', async (_, query, variables) => {
    const { data, errors } = await platform.graphql(token, query, variables);

    expect(data ?? null).toBeNull();
    expect(errors?.[0]?.message).toMatch(/./);
    expect(errors?.[0]?.errorType ?? 'ValidationError').not.toMatch(/Internal/);
  });
});

describe('a credential that is not good', () => {
  const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const parts = (): [string, string, string] => token.split('.') as [string, string, string];
  const claims = () => JSON.parse(Buffer.from(parts()[1], 'base64url').toString()) as Record<string, unknown>;
  const header = () => JSON.parse(Buffer.from(parts()[0], 'base64url').toString()) as Record<string, unknown>;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const signedByOther = (body: object): string => {
    const text = `${base64(header())}.${base64(body)}`;
    return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey, 'base64url')}`;
  };

  test.each<[string, () => string | Promise<string>]>([
    ['unsigned (alg none)', () => `${base64({ alg: 'none', typ: 'JWT' })}.${base64(claims())}.`],
    [
      'unsigned with its signature kept',
      () => `${base64({ ...header(), alg: 'none' })}.${parts()[1]}.${parts()[2]}`,
    ],
    [
      'signed with the public key as a secret',
      () => {
        const text = `${base64({ ...header(), alg: 'HS256' })}.${base64(claims())}`;
        return `${text}.${createHmac('sha256', 'public').update(text).digest('base64url')}`;
      },
    ],
    ["signed with somebody's own key", () => signedByOther(claims())],
    ['of another issuer', () => signedByOther({ ...claims(), iss: 'https://elsewhere.example' })],
    ['an ID token in form', () => signedByOther({ ...claims(), token_use: 'id' })],
    [
      "with somebody else's uid put in",
      () => `${parts()[0]}.${base64({ ...claims(), uid: NOBODYS })}.${parts()[2]}`,
    ],
    [
      'with the group of operators put in',
      () => `${parts()[0]}.${base64({ ...claims(), 'cognito:groups': ['operators'] })}.${parts()[2]}`,
    ],
    ['cut', () => token.slice(0, -5)],
    ['run out', () => platform.issuer.mint(DEMO, { expiresIn: -10 })],
    ['a personal access token that was never made', () => `art_${'A'.repeat(43)}`],
    ['a personal access token in another form', () => 'art_short'],
    ['nonsense', () => 'x'],
  ])('%s', async (_, forge) => {
    const credential = await forge();

    const graphql = await platform.graphql(credential, '{me{uid}}');
    const rest = await platform.rest(credential, 'GET', '/v1/me');

    expect(graphql.errors?.[0]?.errorType).toBe('UnauthorizedException');
    expect([rest.status, rest.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="artissist", error="invalid_token"',
    ]);
  });
});

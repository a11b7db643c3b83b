import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAppSync } from '../../appsync.ts';
import type { Json, JsonObject } from '../../types.ts';
import type { LambdaAuthorizerEvent, LambdaAuthorizerReply, Resolver } from '../options.ts';
import { answering } from '../testing/code.ts';
import { apiOptions } from '../testing/options.ts';
import type { TestServer } from '../testing/server.ts';
import { API_KEY, serve } from '../testing/server.ts';

const ISSUER = 'http://localhost/pool';
const OIDC_ISSUER = 'http://localhost/oidc';

const schema = /* GraphQL */ `
  type Query {
    plain: String
    key: String @aws_api_key
    iam: String @aws_iam
    oidc: String @aws_oidc
    pools: String @aws_cognito_user_pools
    admins: String @aws_cognito_user_pools(cognito_groups: ["admins", "staff"])
    lambda: String @aws_lambda
    all: String @aws_api_key @aws_iam @aws_oidc @aws_cognito_user_pools @aws_lambda
    who: Who @aws_api_key @aws_iam @aws_oidc @aws_cognito_user_pools @aws_lambda
  }
  type Who @aws_api_key @aws_iam @aws_oidc @aws_cognito_user_pools @aws_lambda {
    identity: AWSJSON
    authType: String
    secret: String @aws_iam
  }
`;

const FIELDS = ['plain', 'key', 'iam', 'oidc', 'pools', 'admins', 'lambda', 'all'];

const resolvers: Resolver[] = [
  ...FIELDS.map((field) => ({ field, code: answering(field, () => field) })),
  {
    field: 'who',
    code: answering('who', ({ identity, authType }) => ({ identity, authType, secret: 's' })),
  },
].map((row) => ({ ...row, kind: 'UNIT', type: 'Query', dataSource: 'none' }));

/** A token that says what it claims; only its shape counts before it is verified. */
function token(claims: JsonObject): string {
  const part = (value: JsonObject) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part(claims)}.signature`;
}

const verify = async (text: string): Promise<JsonObject> => {
  const claims = JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString()) as JsonObject;
  if (claims['bad'] === 'expired') throw new Error('Token expired at 1');
  if (claims['bad'] !== undefined) throw new Error('signature');
  return claims;
};

let events: LambdaAuthorizerEvent[] = [];
let reply: LambdaAuthorizerReply;
let clock = 1_000_000;
let server: TestServer;

beforeAll(async () => {
  const api = createAppSync(
    apiOptions({
      schema,
      resolvers,
      now: () => clock,
      log: () => undefined,
      auth: {
        default: 'API_KEY',
        additional: ['AWS_IAM', 'AMAZON_COGNITO_USER_POOLS', 'OPENID_CONNECT', 'AWS_LAMBDA'],
        apiKeys: [{ value: API_KEY }, { value: 'ends', expires: 2000 }],
        userPools: { issuer: ISSUER, verify },
        oidc: { issuer: OIDC_ISSUER, verify },
        iam: {
          verify: async ({ body, headers }) => {
            if (!body.includes('query') || headers['authorization'] !== 'AWS4-HMAC-SHA256 good')
              throw new Error('The request signature we calculated does not match.');
            return { accountId: '000000000000', userArn: 'arn:aws:iam::000000000000:role/fn' };
          },
        },
        lambdaAuthorizer: {
          invoke: async (event) => {
            events.push(event);
            return reply;
          },
        },
      },
    }),
  );
  server = await serve(api);
});
afterAll(() => server.close());
beforeEach(() => {
  events = [];
  reply = { isAuthorized: true, ttlOverride: 0 };
});

const POOL_USER = { iss: ISSUER, sub: 'u1', username: 'ada', 'cognito:groups': ['staff'] };

const CALLERS: Record<string, Record<string, string>> = {
  'API key': { 'x-api-key': API_KEY },
  IAM: { authorization: 'AWS4-HMAC-SHA256 good' },
  'user pools': { authorization: token({ iss: ISSUER, sub: 'u2' }) },
  'user pools, staff': { authorization: `Bearer ${token(POOL_USER)}` },
  OIDC: { authorization: token({ iss: OIDC_ISSUER, sub: 'o1' }) },
  Lambda: { authorization: 'art_token' },
};

describe('fields by mode', () => {
  test.each([
    ['API key', ['plain', 'key', 'all']],
    ['IAM', ['iam', 'all']],
    ['user pools', ['pools', 'all']],
    ['user pools, staff', ['pools', 'admins', 'all']],
    ['OIDC', ['oidc', 'all']],
    ['Lambda', ['lambda', 'all']],
  ])('%s reads %j and nothing else', async (caller, allowed) => {
    const { status, data, errors } = await server.query(`{ ${FIELDS.join(' ')} }`, {}, CALLERS[caller]);

    const denied = FIELDS.filter((field) => !allowed.includes(field));
    expect(status).toBe(200);
    expect(data).toEqual(
      Object.fromEntries(FIELDS.map((field) => [field, allowed.includes(field) ? field : null])),
    );
    expect(errors?.map(({ message }) => message)).toEqual(
      denied.map((field) => `Not Authorized to access ${field} on type Query`),
    );
    expect(new Set(errors?.map(({ errorType }) => errorType))).toEqual(new Set(['Unauthorized']));
  });

  test("a field's own directive overrides that of its type", async () => {
    const { data, errors } = await server.query('{ who { authType secret } }');

    expect(data).toEqual({ who: { authType: 'API Key Authorization', secret: null } });
    expect(errors).toEqual([
      expect.objectContaining({
        path: ['who', 'secret'],
        message: 'Not Authorized to access secret on type Who',
      }),
    ]);
  });
});

describe('identity', () => {
  test.each<[string, string, Json]>([
    ['API key', 'API Key Authorization', null],
    ['IAM', 'IAM Authorization', { accountId: '000000000000', userArn: 'arn:aws:iam::000000000000:role/fn' }],
    [
      'user pools, staff',
      'User Pool Authorization',
      {
        sub: 'u1',
        issuer: ISSUER,
        username: 'ada',
        claims: POOL_USER,
        groups: ['staff'],
        sourceIp: ['127.0.0.1'],
        defaultAuthStrategy: 'ALLOW',
      },
    ],
    [
      'OIDC',
      'Open ID Connect Authorization',
      { sub: 'o1', issuer: OIDC_ISSUER, claims: { iss: OIDC_ISSUER, sub: 'o1' } },
    ],
    ['Lambda', 'Lambda Authorization', { resolverContext: { tenant: 't1' } }],
  ])('of %s', async (caller, authType, identity) => {
    reply = { isAuthorized: true, resolverContext: { tenant: 't1' }, ttlOverride: 0 };

    const { data } = await server.query('{ who { identity authType } }', {}, CALLERS[caller]);

    expect(data).toEqual({ who: { identity: identity && JSON.stringify(identity), authType } });
  });
});

describe('refusals', () => {
  test.each([
    ['no credentials', {}, 'You are not authorized to make this call.'],
    ['an unknown key', { 'x-api-key': 'x' }, 'You are not authorized to make this call.'],
    [
      'a bad signature',
      { authorization: 'AWS4-HMAC-SHA256 bad' },
      'The request signature we calculated does not match.',
    ],
    [
      'a token of another issuer',
      { authorization: token({ iss: 'x' }) },
      'You are not authorized to make this call.',
    ],
    [
      'a token that is not good',
      { authorization: token({ iss: ISSUER, bad: 'x' }) },
      'You are not authorized to make this call.',
    ],
    ['an ended token', { authorization: token({ iss: ISSUER, bad: 'expired' }) }, 'Token has expired.'],
    [
      'Bearer before a text that is no token',
      { authorization: 'Bearer art_x' },
      'You are not authorized to make this call.',
    ],
  ])('%s', async (_, headers, message) => {
    const { status, errors, headers: answered } = await server.query('{ all }', {}, headers);

    expect(status).toBe(401);
    expect(errors).toEqual([{ errorType: 'UnauthorizedException', message }]);
    expect(answered.get('x-amzn-errortype')).toBe('UnauthorizedException');
  });

  test('an API key ends at its time', async () => {
    const headers = { 'x-api-key': 'ends' };

    clock = 1_999_999;
    const before = await server.query('{ all }', {}, headers);
    clock = 2_000_000;
    const after = await server.query('{ all }', {}, headers);

    expect([before.status, after.status]).toEqual([200, 401]);
  });
});

describe('Lambda authorizer', () => {
  test('is sent the token and the request, and no token of another shape', async () => {
    await server.post(JSON.stringify({ query: '{ all }', variables: { a: 1 } }), CALLERS['Lambda']);
    await server.query('{ all }', {}, CALLERS['OIDC']);

    expect(events).toEqual([
      {
        authorizationToken: 'art_token',
        requestContext: {
          apiId: 'local',
          accountId: '000000000000',
          requestId: expect.any(String),
          queryString: '{ all }',
          operationName: null,
          variables: { a: 1 },
        },
        requestHeaders: expect.objectContaining({ authorization: 'art_token' }),
      },
    ]);
  });

  test('its answer is kept for ttlOverride seconds, 0 keeps nothing', async () => {
    reply = { isAuthorized: true, ttlOverride: 10 };
    const kept = { authorization: 'kept' };
    await server.query('{ all }', {}, kept);
    await server.query('{ all }', {}, kept);
    const whileKept = events.length;
    clock += 10_000;
    reply = { isAuthorized: true, ttlOverride: 0 };
    await server.query('{ all }', {}, kept);
    await server.query('{ all }', {}, kept);

    expect([whileKept, events.length]).toEqual([1, 3]);
  });

  test.each(['Query.lambda', 'arn:aws:appsync:us-east-1:000000000000:apis/local/types/Query/fields/lambda'])(
    'may deny the field %s',
    async (denied) => {
      reply = { isAuthorized: true, deniedFields: [denied], ttlOverride: 0 };

      const { data, errors } = await server.query('{ lambda all }', {}, CALLERS['Lambda']);

      expect(data).toEqual({ lambda: null, all: 'all' });
      expect(errors?.[0]?.errorType).toBe('Unauthorized');
    },
  );

  test.each<LambdaAuthorizerReply>([
    { isAuthorized: false, ttlOverride: 0 },
    { isAuthorized: true, resolverContext: { nested: { a: 1 } }, ttlOverride: 0 },
  ])('%j is 401', async (answer) => {
    reply = answer;

    expect((await server.query('{ all }', {}, CALLERS['Lambda'])).status).toBe(401);
  });
});

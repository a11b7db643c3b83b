import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { noted, within } from '../../observability/telemetry.ts';
import { keepTold } from '../../observability/telemetry.testing.ts';
import type { Table } from '../../ports/table/port.ts';
import { mintToken } from '../mint-token/mint-token.ts';
import { createAuthorizer } from './authorize.ts';

const REFUSED = { isAuthorized: false, ttlOverride: 0 };

/** An authorizer of a table with one token. */
function withToken(fields: Record<string, unknown> = {}) {
  const { secret, sha256 } = mintToken();
  const asked: unknown[] = [];
  const get: Table['get'] = async (key, options) => {
    asked.push(options);
    const there = key.PK === `TOKEN#${sha256}` && key.SK === 'TOKEN';
    return there ? { uid: 'U', scopes: ['READ', 'WRITE'], tokenId: 'T', ...fields } : null;
  };
  const authorize = createAuthorizer({ table: { get }, now: () => 1_000_000 });
  return {
    secret,
    asked,
    authorize: (authorizationToken: string, requestHeaders = {}) =>
      authorize({ authorizationToken, requestHeaders }),
  };
}

test('a token says whose it is and what it may do, and is asked for anew each time', async () => {
  const { authorize, secret, asked } = withToken();
  expect(await authorize(secret)).toEqual({
    isAuthorized: true,
    resolverContext: { uid: 'U', scopes: 'READ WRITE', tokenId: 'T' },
    ttlOverride: 0,
  });
  expect(asked).toEqual([{ consistent: true }]);
});

test('an unknown token is refused', async () => {
  expect(await withToken().authorize(mintToken().secret)).toEqual(REFUSED);
});

test.each([
  [999, REFUSED],
  [1000, REFUSED],
  [1001, { isAuthorized: true }],
])('a token that ends at second %i, at second 1000', async (expiresAtSeconds, reply) => {
  const { authorize, secret } = withToken({ expiresAtSeconds });
  expect(await authorize(secret)).toMatchObject(reply);
});

test.each([
  '',
  'Bearer x',
  'eyJhbGciOiJSUzI1NiJ9.e30.x',
  'art_short',
  `art_${'a'.repeat(44)}`,
  `art_${'a'.repeat(42)}=`,
])('%j does not reach the table', async (token) => {
  const { authorize, asked } = withToken();
  expect(await authorize(token)).toEqual(REFUSED);
  expect(asked).toEqual([]);
});

test.each([
  ['its person', {}, { tenantId: 'U' }],
  ['its person who is named', { 'x-tenant': 'U' }, { tenantId: 'U' }],
  ['nobody where another is named, whose membership is looked at later', { 'x-tenant': 'V' }, {}],
])('a token is counted for %s', async (_, headers, line) => {
  const { authorize, secret } = withToken();

  await within('authorizer', keepTold().telemetry, {}, async () => {
    await authorize(secret, headers);
    expect(noted()).toEqual(line);
  });
});

test('a minted secret looks like one, its hash is that of its text, and no two are the same', () => {
  const { secret, sha256 } = mintToken();
  expect(secret).toMatch(/^art_[A-Za-z0-9_-]{43}$/);
  expect(sha256).toBe(createHash('sha256').update(secret).digest('hex'));
  expect(mintToken().secret).not.toBe(secret);
});

import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browser, codeFlow, decode, password, startIssuer } from './testing.ts';
import type { Running } from './testing.ts';

let running: Running;
beforeAll(async () => {
  running = await startIssuer();
});
afterAll(() => running.stop());

test('discovery names the same issuer and endpoints whatever host the client used', async () => {
  const { origin, port } = running;

  const asked = await fetch(`http://127.0.0.1:${port}/auth/.well-known/openid-configuration`);
  const found = (await asked.json()) as Record<string, unknown>;

  expect(found).toMatchObject({
    issuer: `${origin}/auth`,
    authorization_endpoint: `${origin}/auth/oauth2/authorize`,
    token_endpoint: `${origin}/auth/oauth2/token`,
    revocation_endpoint: `${origin}/auth/oauth2/revoke`,
    end_session_endpoint: `${origin}/auth/session/end`,
    jwks_uri: `${origin}/auth/.well-known/jwks.json`,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
  });
});

test('the key set shows one RS256 key and nothing private', async () => {
  const { origin } = running;

  const jwks = (await (await fetch(`${origin}/auth/.well-known/jwks.json`)).json()) as { keys: object[] };

  expect(jwks.keys).toHaveLength(1);
  expect(Object.keys(jwks.keys[0] ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
});

test('a person signs in with code and PKCE and gets tokens with the claims of Cognito', async () => {
  const { issuer, origin } = running;
  const operator = issuer.users.byEmail('operator@artissist.example');

  const { tokens } = await codeFlow(origin, 'operator@artissist.example', password(issuer, 'operator'));
  const claims = await issuer.verify(tokens.access_token);

  expect(claims).toMatchObject({
    iss: `${origin}/auth`,
    sub: operator?.sub,
    username: operator?.sub,
    uid: operator?.uid,
    client_id: 'studio',
    token_use: 'access',
    scope: 'openid email profile',
    'cognito:groups': ['operators'],
  });
  expect(claims.exp - claims.iat).toBe(3600);
  expect(claims.auth_time).toBeLessThanOrEqual(claims.iat);
  expect(decode(tokens.id_token)).toMatchObject({
    sub: operator?.sub,
    aud: 'studio',
    token_use: 'id',
    email: 'operator@artissist.example',
    name: 'Demo Operator',
    uid: operator?.uid,
    nonce: 'n-0S6',
  });
});

test('a minted token has the claims of one that was signed in for', async () => {
  const { issuer, origin } = running;
  const { tokens } = await codeFlow(origin, 'demo@artissist.example', password(issuer, 'demo'));

  const minted = await issuer.verify(await issuer.mint('demo@artissist.example', { expiresIn: 60 }));

  const signedIn = await issuer.verify(tokens.access_token);
  expect(Object.keys(minted).sort()).toEqual(Object.keys(signedIn).sort());
  expect(minted.exp - minted.iat).toBe(60);
  expect(minted).not.toHaveProperty('cognito:groups');
});

test('a refresh token is exchanged once, and its use a second time ends the whole family', async () => {
  const { issuer, origin } = running;
  const { tokens, refresh } = await codeFlow(origin, 'demo@artissist.example', password(issuer, 'demo'));

  const second = await refresh(tokens.refresh_token);
  const replayed = await refresh(tokens.refresh_token);
  const third = await refresh(second.body.refresh_token ?? '');

  expect(second.status).toBe(200);
  const [before, after] = [tokens.access_token, second.body.access_token ?? ''].map(decode);
  expect(after).toMatchObject({ origin_jti: before?.['origin_jti'], auth_time: before?.['auth_time'] });
  expect(after?.['jti']).not.toBe(before?.['jti']);
  expect([replayed.status, replayed.body.error]).toEqual([400, 'invalid_grant']);
  expect([third.status, third.body.error]).toEqual([400, 'invalid_grant']);
});

test.each([
  ['no PKCE', { code_challenge: '', code_challenge_method: '' }, 'invalid_request'],
  ['plain PKCE', { code_challenge_method: 'plain' }, 'invalid_request'],
  ['the implicit flow', { response_type: 'token' }, 'unsupported_response_type'],
])('%s is refused', async (_what, params, error) => {
  const { origin } = running;

  const answer = await new Browser(origin).authorize(params);

  expect(new URL(answer.headers.get('location') ?? '').href).toContain(`error=${error}`);
});

test('a scope nobody knows is not granted', async () => {
  const { issuer, origin } = running;

  const { tokens } = await codeFlow(origin, 'demo@artissist.example', password(issuer, 'demo'), {
    params: { scope: 'openid admin' },
  });

  expect((await issuer.verify(tokens.access_token)).scope).toBe('openid');
});

test('a foreign redirect address is refused on our own page', async () => {
  const { origin } = running;

  const answer = await new Browser(origin).authorize({ redirect_uri: 'https://evil.example/' });

  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('redirect_uri');
});

test('there is no password grant', async () => {
  const { issuer, origin } = running;

  const answer = await fetch(`${origin}/auth/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: 'studio',
      username: 'demo@artissist.example',
      password: password(issuer, 'demo'),
    }),
  });

  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error: 'unsupported_grant_type' });
});

test('a command line comes back to any port of the loopback address, after a sign-in of its own', async () => {
  const { issuer, origin } = running;
  const browser = new Browser(origin);
  await codeFlow(origin, 'demo@artissist.example', password(issuer, 'demo'), { browser });
  const cli = { client_id: 'demo-cli', redirect_uri: 'http://127.0.0.1:49152/callback' };

  const again = await browser.authorize(cli);
  const page = await browser.get(again.headers.get('location') ?? '');

  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("form-action 'self' http://127.0.0.1:49152;");
  const { tokens } = await codeFlow(origin, 'demo@artissist.example', password(issuer, 'demo'), {
    params: cli,
  });
  expect((await issuer.verify(tokens.access_token)).client_id).toBe('demo-cli');
});

test('a sign-in asked for at 127.0.0.1 goes on at the origin, where its cookies belong', async () => {
  const { origin, port } = running;

  const answer = await fetch(`http://127.0.0.1:${port}/auth/oauth2/authorize?client_id=studio`, {
    redirect: 'manual',
  });

  expect(answer.headers.get('location')).toBe(`${origin}/auth/oauth2/authorize?client_id=studio`);
});

test('an unknown address below /auth is a 404 page under the strict policy', async () => {
  const { origin } = running;

  const answer = await fetch(`${origin}/auth/<b>nothing`);

  expect(answer.status).toBe(404);
  expect(await answer.text()).not.toContain('<b>');
  expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('only the own origin may call the token endpoint from a script', async () => {
  const { origin } = running;
  const ask = (from: string) =>
    fetch(`${origin}/auth/oauth2/token`, {
      method: 'POST',
      headers: { origin: from },
      body: new URLSearchParams({ grant_type: 'refresh_token', client_id: 'studio', refresh_token: 'x' }),
    });

  const [own, foreign] = await Promise.all([ask(origin), ask('https://evil.example')]);

  expect(own.headers.get('access-control-allow-origin')).toBe(origin);
  expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
});

test('files with secrets are readable by their owner only, and hold no password of a user in the clear', async () => {
  const { issuer, dataDir } = running;
  const folder = join(dataDir, 'identity');

  const names = ['users.json', 'keys.json', 'demo-passwords.json', 'state.sqlite'];
  const modes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).mode & 0o777));

  expect(modes).toEqual([0o600, 0o600, 0o600, 0o600]);
  expect(await readFile(join(folder, 'users.json'), 'utf8')).not.toContain(password(issuer, 'demo'));
});

test('an origin with a path is refused with the value received', async () => {
  await expect(startIssuer({ origin: 'http://localhost:1/auth' })).rejects.toThrow(
    'Received: "http://localhost:1/auth"',
  );
});

test('nothing is written to the console, and a failure to the log only', async () => {
  const said: unknown[][] = [];
  const { info, warn, error } = console;
  const listen = (...words: unknown[]) => void said.push(words);
  Object.assign(console, { info: listen, warn: listen, error: listen });
  const own = await startIssuer();
  try {
    const { issuer, origin, logged } = own;
    const { browser, tokens, refresh } = await codeFlow(
      origin,
      'demo@artissist.example',
      password(issuer, 'demo'),
    );
    await refresh(tokens.refresh_token);
    await browser.post('/auth/oauth2/revoke', { client_id: 'studio', token: tokens.refresh_token });
    await browser.get('/auth/session/end');
    await browser.authorize({ redirect_uri: 'https://evil.example/' });
    expect(logged).toEqual([]);

    issuer.close();
    const failed = await new Browser(origin).authorize();

    expect(failed.status).toBe(500);
    expect(logged.join()).toContain('The issuer failed');
  } finally {
    Object.assign(console, { info, warn, error });
    await own.stop();
  }
  expect(said).toEqual([]);
});

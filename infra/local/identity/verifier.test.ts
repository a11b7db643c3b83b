import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { JsonWebKey, KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeFlow, decode, password, startIssuer } from './testing.ts';
import type { Running } from './testing.ts';
import { accessTokenVerifier, TokenRefused } from './verifier.ts';

let running: Running;
let good: string;
let payload: Record<string, unknown>;
let kid: string;
let ours: KeyObject;
beforeAll(async () => {
  running = await startIssuer();
  good = await running.issuer.mint('demo@artissist.example');
  payload = decode(good);
  const keys = await readFile(join(running.dataDir, 'identity', 'keys.json'), 'utf8');
  const { signing } = JSON.parse(keys) as { signing: JsonWebKey & { kid: string } };
  kid = signing.kid;
  ours = createPrivateKey({ key: signing, format: 'jwk' });
});
afterAll(() => running.stop());

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const head = (header: object, claims: object) =>
  `${base64({ alg: 'RS256', kid, ...header })}.${base64(claims)}`;
const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });

function signed(claims: object, header: object = {}, key = ours): string {
  const input = head(header, claims);
  return `${input}.${sign('RSA-SHA256', Buffer.from(input), key).toString('base64url')}`;
}

/** The classic confusion: the public key, known to all, taken for a shared secret. */
function signedWithPublicKey(): string {
  const input = head({ alg: 'HS256' }, payload);
  const secret = createPublicKey(ours).export({ type: 'spki', format: 'pem' });
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

const past = () => ({ ...payload, iat: 1_600_000_000, exp: 1_600_003_600 });

test('an access token of ours is accepted, made by the provider or by its key', async () => {
  await expect(running.issuer.verify(good)).resolves.toEqual(payload);
  await expect(running.issuer.verify(signed(payload))).resolves.toEqual(payload);
});

test.each<[string, () => string, RegExp]>([
  ['nothing', () => '', /non-empty|JWT/],
  ['what is no JWT', () => 'art_0123456789', /JWT/],
  ['a changed payload', () => `${head({}, { ...payload, uid: 'X' })}.${good.split('.')[2]}`, /signature/i],
  ['a cut signature', () => good.slice(0, -8), /signature/i],
  ['a foreign key under our kid', () => signed(payload, {}, foreign.privateKey), /signature/i],
  ['an unknown kid', () => signed(payload, { kid: 'other' }, foreign.privateKey), /other/],
  ['no kid', () => signed(payload, { kid: undefined }), /kid/i],
  ['alg none', () => `${head({ alg: 'none' }, payload)}.`, /algorithm|alg|JWT/i],
  ['alg none with our signature', () => signed(payload, { alg: 'none' }), /algorithm/i],
  ['another RSA algorithm', () => signed(payload, { alg: 'RS512' }), /algorithm/i],
  ['HS256 under the public key', signedWithPublicKey, /algorithm/i],
  ['an expired token', () => signed(past()), /expired/i],
  ['a token without expiry', () => signed({ ...payload, exp: undefined }), /exp/],
  ['a token not yet valid', () => signed({ ...payload, nbf: 4_000_000_000 }), /before/i],
  ['a foreign issuer', () => signed({ ...payload, iss: 'https://evil.example/auth' }), /issuer/i],
  ['our issuer at another host', () => signed({ ...payload, iss: 'http://127.0.0.1/auth' }), /issuer/i],
  ['a foreign client', () => signed({ ...payload, client_id: 'other' }), /client_id .*"other"/],
  ['no client', () => signed({ ...payload, client_id: undefined }), /client_id/],
  ['token_use id', () => signed({ ...payload, token_use: 'id' }), /token_use must be access. Received: "id"/],
  ['no token_use', () => signed({ ...payload, token_use: undefined }), /token_use/],
  ['no uid', () => signed({ ...payload, uid: undefined }), /uid is missing/],
])('%s is refused, and the error says why', async (_what, make, why) => {
  const refusal = await running.issuer.verify(make()).catch((error: unknown) => error);

  expect(refusal).toBeInstanceOf(TokenRefused);
  expect((refusal as Error).message).toMatch(why);
});

test('a token accepted before is refused from its expiry on', async () => {
  let clock = 0;
  const { kty, n, e } = ours.export({ format: 'jwk' });
  const verify = accessTokenVerifier({
    issuer: running.issuer.issuer,
    jwks: { keys: [{ kty: String(kty), n: String(n), e: String(e), kid, alg: 'RS256', use: 'sig' }] },
    clientIds: ['studio'],
    now: () => clock,
  });
  const claims = verify(good);

  clock = claims.exp * 1000 - 1;
  expect(verify(good)).toEqual(claims);
  clock += 1;
  expect(() => verify(good)).toThrow(/expired at \d{4}-/);
});

test('a real ID token is refused where an access token is asked for', async () => {
  const secret = password(running.issuer, 'demo');
  const { tokens } = await codeFlow(running.origin, 'demo@artissist.example', secret);

  await expect(running.issuer.verify(tokens.id_token)).rejects.toThrow('token_use must be access');
});

test('a token minted with no time left is refused as expired', async () => {
  const expired = await running.issuer.mint('demo@artissist.example', { expiresIn: -1 });

  await expect(running.issuer.verify(expired)).rejects.toThrow(/expired/i);
});

test('minting for an unknown person or client names what is known', async () => {
  await expect(running.issuer.mint('nobody@artissist.example')).rejects.toThrow(
    'Known: demo@artissist.example',
  );
  await expect(running.issuer.mint('demo@artissist.example', { clientId: 'x' })).rejects.toThrow(
    'studio or demo-cli',
  );
});

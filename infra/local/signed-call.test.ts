/** Our own functions' signed calls against the verifier that stands for AppSync's IAM authorisation. */
import { expect, test } from 'vitest';
import { createSignedCall } from '#api/functions/announce/signed-call.ts';
import { createSigV4Verifier } from './appsync/executor/auth/sigv4.ts';

const NOW = Date.UTC(2026, 0, 31, 23, 59, 59, 700);
const HOLDER = { accessKeyId: 'AKID', secretAccessKey: 'secret' };

interface Given {
  holder?: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
  sender?: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
  region?: string;
  sentAt?: number;
  answer?: Response;
  change?: (body: string) => string;
}

/** Sends a call through the verifier. Resolves to what the call answers. */
async function send({
  holder = HOLDER,
  sender = holder,
  region = 'eu-west-1',
  ...given
}: Given): Promise<unknown> {
  const verifier = createSigV4Verifier({
    region: 'eu-west-1',
    credentials: [{ ...holder, identity: { userArn: 'arn' } }],
    now: () => NOW,
  });
  const call = createSignedCall({
    url: 'https://api.example.org/graphql',
    region,
    credentials: async () => sender,
    now: () => new Date(given.sentAt ?? NOW),
    async fetch(request) {
      const body = await request.text();
      await verifier.verify({
        method: request.method,
        url: request.url,
        headers: Object.fromEntries(request.headers),
        body: given.change?.(body) ?? body,
      });
      return given.answer ?? Response.json({ data: JSON.parse(body) as unknown });
    },
  });
  return call('mutation { x }', { title: '“é” 😀' });
}

test('a signed call is taken, and answers its data', async () => {
  expect(await send({})).toEqual({ query: 'mutation { x }', variables: { title: '“é” 😀' } });
});

test('says whose it is to the firewall, and signs that', async () => {
  const asked: Headers[] = [];
  const call = createSignedCall({
    url: 'https://api.example.org/graphql',
    region: 'eu-west-1',
    credentials: () => HOLDER,
    fetch: (request) => {
      asked.push(request.headers);
      return Promise.resolve(Response.json({ data: {} }));
    },
  });

  await call('mutation { x }', {});

  expect(asked[0]?.get('x-artissist-via')).toBe('announce');
  expect(asked[0]?.get('authorization')).toMatch(/SignedHeaders=[^,]*x-artissist-via/);
});

test('so is one with credentials of a session, as a Lambda function has them', async () => {
  await expect(send({ holder: { ...HOLDER, sessionToken: 'token/+=' } })).resolves.toBeDefined();
});

test.each<[string, Given, RegExp]>([
  ['with another secret', { sender: { ...HOLDER, secretAccessKey: 'guess' } }, /signature/],
  ['of somebody unknown', { sender: { ...HOLDER, accessKeyId: 'OTHER' } }, /security token/],
  ['without the session', { holder: { ...HOLDER, sessionToken: 'a' }, sender: HOLDER }, /security token/],
  ['for another region', { region: 'us-east-1' }, /scoped to eu-west-1\/appsync/],
  ['six minutes old', { sentAt: NOW - 360_000 }, /expired/],
  ['whose body was changed', { change: (body) => body.replace('x', 'y') }, /signature/],
])('a call %s is refused', async (_, given, reason) => {
  await expect(send(given)).rejects.toThrow(reason);
});

test.each([
  ['errors', Response.json({ data: null, errors: [{ message: 'No.' }] }), 'status 200: [{"message":"No."}]'],
  ['another status', Response.json({ errors: [{ message: 'Denied' }] }, { status: 401 }), 'status 401'],
])('an answer with %s is an error', async (_, answer, reason) => {
  await expect(send({ answer })).rejects.toThrow(reason);
});

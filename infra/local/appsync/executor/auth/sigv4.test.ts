import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { readCall } from '../http/adapters.ts';
import type { SignedRequest } from '../options.ts';
import { createSigV4Verifier } from './sigv4.ts';

const identity = { accountId: '000000000000', userArn: 'arn:aws:sts::000000000000:role/x' };
const credentials = { accessKeyId: 'AKLOCAL', secretAccessKey: 'secret/+', sessionToken: 'session' };
const scope = { region: 'eu-west-1', service: 'dynamodb' };

/** A request as the AWS SDK signed it. */
let signed: SignedRequest;

beforeAll(async () => {
  const server = createServer((request, response) => {
    void readCall(request, 1e6).then((call) => {
      signed = call;
      response.end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}/a%20b/c`,
    region: scope.region,
    credentials,
  });
  await client.send(new GetItemCommand({ TableName: 't', Key: { id: { S: 'ä' } } }));
  client.destroy();
  server.close();
});

function verifier(parts: Partial<Parameters<typeof createSigV4Verifier>[0]> = {}) {
  return createSigV4Verifier({
    ...scope,
    credentials: [{ ...credentials, identity }],
    ...parts,
  });
}

describe('a request signed by the AWS SDK', () => {
  test('is taken for the holder of its credentials', async () => {
    expect(await verifier().verify(signed)).toEqual(identity);
  });

  test.each<[string, (request: SignedRequest) => SignedRequest, RegExp]>([
    ['body', (request) => ({ ...request, body: `${request.body} ` }), /does not match/],
    ['path', (request) => ({ ...request, url: '/other' }), /does not match/],
    ['method', (request) => ({ ...request, method: 'PUT' }), /does not match/],
    [
      'signed header',
      (request) => ({ ...request, headers: { ...request.headers, host: 'other' } }),
      /does not match/,
    ],
    [
      'session token',
      (request) => ({ ...request, headers: { ...request.headers, 'x-amz-security-token': 'x' } }),
      /token included in the request is invalid/,
    ],
    [
      'Authorization header',
      (request) => ({ ...request, headers: { ...request.headers, authorization: 'AWS4-HMAC-SHA256' } }),
      /not a complete/,
    ],
  ])('is refused with another %s', async (_, change, message) => {
    await expect(verifier().verify(change(signed))).rejects.toThrow(message);
  });

  test('is refused for other credentials, another scope and after five minutes', async () => {
    const unknown = verifier({ credentials: [] });
    const elsewhere = verifier({ region: 'us-east-1' });
    const later = verifier({ now: () => Date.now() + 400_000 });
    const otherSecret = verifier({
      credentials: [{ ...credentials, secretAccessKey: 'wrong', identity }],
    });

    await expect(unknown.verify(signed)).rejects.toThrow(/token included/);
    await expect(elsewhere.verify(signed)).rejects.toThrow(/scoped to us-east-1\/dynamodb/);
    await expect(later.verify(signed)).rejects.toThrow(/expired/);
    await expect(otherSecret.verify(signed)).rejects.toThrow(/does not match/);
  });
});

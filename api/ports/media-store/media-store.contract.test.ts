/**
 * The contract on S3. It runs where `S3_ENDPOINT` is set, with credentials in the environment (`S3_BUCKET` names an
 * existing bucket; else one is made and removed). Example: `moto_server -H 127.0.0.1 -p 5555`, then
 * `S3_ENDPOINT=http://127.0.0.1:5555 AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test npx vitest run <this file>`.
 * The folder's twin passes the same suite beside its server, in infra/local/media.
 */
import { CreateBucketCommand, DeleteBucketCommand } from '@aws-sdk/client-s3';
import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import { createMediaS3Client, createS3MediaStore } from './aws.ts';
import { uploadKey } from './keys.ts';
import { declare, mediaStoreContract, sample, type Twin } from './media-store.contract.ts';

async function startS3(endpoint: string): Promise<Twin> {
  const client = createMediaS3Client({ region: process.env['AWS_REGION'] ?? 'us-east-1', endpoint });
  const given = process.env['S3_BUCKET'];
  const bucket = given ?? `media-contract-${ulid().toLowerCase()}`;
  if (!given) await client.send(new CreateBucketCommand({ Bucket: bucket }));
  const store = createS3MediaStore({ client, bucket });
  const probe = await store.signUpload({ ...declare(uploadKey(ulid(), ulid()), sample(8)) });
  const forged = await fetch(`${probe.url}0`, { method: 'PUT', body: sample(8), headers: probe.headers });
  const unsigned = await fetch(probe.url.slice(0, probe.url.indexOf('?')));
  const refuses = forged.status === 403;
  const refusesUnsigned = unsigned.status === 403;
  if (!refuses)
    console.warn(`NOT RUN: refusals on S3 (${endpoint} answered ${forged.status} to a forged signature)`);
  else if (!refusesUnsigned)
    console.warn(`NOT RUN: refusal on S3 of who did not sign (${endpoint} answered ${unsigned.status})`);
  return {
    store,
    refuses,
    refusesUnsigned,
    async end() {
      for (const area of ['u/', 'd/', 'p/', 'e/']) {
        for await (const { key } of store.list(area)) if (!given) await store.remove([key]);
      }
      if (!given) await client.send(new DeleteBucketCommand({ Bucket: bucket }));
      client.destroy();
    },
  };
}

describe('an upload signed for S3', () => {
  it('fixes host, length, type and checksum, and carries no checksum of an empty body', async () => {
    const client = createMediaS3Client({
      region: 'eu-west-1',
      credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
    });
    const store = createS3MediaStore({ client, bucket: 'media' });
    const { url } = await store.signUpload(declare(uploadKey(ulid(), ulid()), sample(10)));
    const query = new URL(url).searchParams;
    expect(query.get('X-Amz-SignedHeaders')).toBe('content-length;content-type;host;x-amz-checksum-sha256');
    expect([...query.keys()].filter((name) => /checksum/i.test(name))).toEqual([]);
    expect(query.get('X-Amz-Expires')).toBe('60');
  });
});

const endpoint = process.env['S3_ENDPOINT'] ?? '';
if (!endpoint) console.warn('NOT RUN: media store on S3 (set S3_ENDPOINT)');
describe.skipIf(!endpoint)('media store on S3 (NOT RUN unless S3_ENDPOINT is set)', () =>
  mediaStoreContract(() => startS3(endpoint)),
);

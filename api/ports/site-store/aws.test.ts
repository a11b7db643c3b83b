/** What the twin on S3 asks, of an S3 that keeps checksums and answers ETags as under SSE-KMS. */
import { createHash, randomUUID } from 'node:crypto';
import { type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { createS3SiteStore } from './aws.ts';
import { PAGE_CACHE } from './paths.ts';

type Input = Record<string, unknown> & { Key: string; Body?: Uint8Array };

/** An S3 of PUT and HEAD. */
function standIn() {
  const objects = new Map<string, Input>();
  const puts: string[] = [];
  const send = (command: { constructor: { name: string }; input: Input }): Promise<object> => {
    const { input } = command;
    if (command.constructor.name === 'PutObjectCommand') {
      objects.set(input.Key, input);
      puts.push(input.Key);
      return Promise.resolve({});
    }
    const found = objects.get(input.Key);
    const $metadata = { httpStatusCode: 404 };
    if (!found)
      return Promise.reject(new S3ServiceException({ name: 'NotFound', $fault: 'client', $metadata }));
    const { Body: _, ChecksumSHA256, ...head } = found;
    const checksum = input['ChecksumMode'] === 'ENABLED' ? { ChecksumSHA256 } : {};
    return Promise.resolve({ ...head, ...checksum, ETag: `"${randomUUID()}"` });
  };
  return { puts, objects, client: { send } as unknown as S3Client };
}

const page = (text: string) => ({
  bytes: new TextEncoder().encode(text),
  contentType: 'text/html; charset=utf-8',
  cacheControl: PAGE_CACHE,
});

it('knows the same bytes by their checksum, whatever the ETag is', async () => {
  const { client, puts, objects } = standIn();
  const store = createS3SiteStore({ client, bucket: 'site' });

  const answers = [
    await store.write('@ada/', page('one')),
    await store.write('@ada/', page('one')),
    await store.write('@ada/', page('two')),
  ];

  expect(answers).toEqual([true, false, true]);
  expect(puts).toHaveLength(2);
  expect(objects.get('@ada/index.html')).toMatchObject({
    ChecksumSHA256: createHash('sha256').update('two').digest('base64'),
  });
});

import type { DeleteObjectsCommand } from '@aws-sdk/client-s3';
import { ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { createFileVersions } from './file-versions.ts';

interface Kept {
  Key: string;
  VersionId: string;
  IsLatest: boolean;
  marker?: boolean;
}

/** A bucket that answers by pages of two, as S3 does by pages of a thousand. */
function bucketOf(kept: Kept[], refuse?: string): { client: S3Client; kept: () => string[] } {
  let now = kept;
  const client = new S3Client({ region: 'us-east-1' });
  client.send = ((command: unknown) => {
    if (command instanceof ListObjectVersionsCommand) {
      const { Prefix = '', KeyMarker } = command.input;
      const all = kept.filter(({ Key }) => Key.startsWith(Prefix));
      const from = Number(KeyMarker ?? 0);
      const page = all.slice(from, from + 2).filter((one) => now.includes(one));
      const more = from + 2 < all.length;
      return Promise.resolve({
        Versions: page.filter(({ marker }) => !marker),
        DeleteMarkers: page.filter(({ marker }) => marker),
        IsTruncated: more,
        ...(more && { NextKeyMarker: String(from + 2) }),
      });
    }
    const gone = (command as DeleteObjectsCommand).input.Delete?.Objects ?? [];
    if (refuse !== undefined) return Promise.resolve({ Errors: [{ Key: gone[0]?.Key, Code: refuse }] });
    now = now.filter((one) => !gone.some(({ VersionId }) => VersionId === one.VersionId));
    return Promise.resolve({});
  }) as typeof client.send;
  return { client, kept: () => now.map(({ VersionId }) => VersionId) };
}

const KEPT: Kept[] = [
  { Key: 'd/A/1', VersionId: 'a', IsLatest: true },
  { Key: 'd/A/1', VersionId: 'b', IsLatest: false },
  { Key: 'd/A/2', VersionId: 'c', IsLatest: true, marker: true },
  { Key: 'd/A/2', VersionId: 'd', IsLatest: false },
  { Key: 'd/B/1', VersionId: 'e', IsLatest: true },
];

describe('versions of files in a bucket', () => {
  it('are counted with marks of deleted ones, and without what is present', async () => {
    const { client } = bucketOf(KEPT);
    const versions = createFileVersions({ client, bucket: 'media' });

    expect(await versions.count('d/A/')).toBe(3);
    expect(await versions.count('d/B/')).toBe(0);
  });

  it('are removed with what is present, and nobody else’s', async () => {
    const { client, kept } = bucketOf(KEPT);

    await createFileVersions({ client, bucket: 'media' }).remove('d/A/');

    expect(kept()).toEqual(['e']);
  });

  it('that S3 keeps are told of', async () => {
    const { client } = bucketOf(KEPT, 'AccessDenied');

    await expect(createFileVersions({ client, bucket: 'media' }).remove('d/A/')).rejects.toThrow(
      'S3 kept 1 versions, the first: d/A/1 (AccessDenied)',
    );
  });
});

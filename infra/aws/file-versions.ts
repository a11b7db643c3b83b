/** Versions of files in a bucket that keeps them: https://docs.aws.amazon.com/AmazonS3/latest/userguide/DeletingObjectVersions.html */
import {
  DeleteObjectsCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { FileVersions } from '../erase/erase.ts';

/** DeleteObjects takes at most this many. */
const AT_ONCE = 1000;

interface Version {
  Key: string;
  VersionId: string;
  /** Whether it is the file as it is read now. */
  present: boolean;
}

/** @param client its role may `s3:ListBucketVersions` and `s3:DeleteObjectVersion` */
export function createFileVersions({ client, bucket }: { client: S3Client; bucket: string }): FileVersions {
  async function* below(Prefix: string): AsyncGenerator<Version> {
    let from: { KeyMarker?: string; VersionIdMarker?: string } | undefined = {};
    while (from) {
      const page: ListObjectVersionsCommandOutput = await client.send(
        new ListObjectVersionsCommand({ Bucket: bucket, Prefix, ...from }),
      );
      for (const { Key = '', VersionId = '', IsLatest } of page.Versions ?? [])
        yield { Key, VersionId, present: IsLatest === true };
      for (const { Key = '', VersionId = '' } of page.DeleteMarkers ?? [])
        yield { Key, VersionId, present: false };
      const { IsTruncated, NextKeyMarker, NextVersionIdMarker } = page;
      from = IsTruncated ? { KeyMarker: NextKeyMarker, VersionIdMarker: NextVersionIdMarker } : undefined;
    }
  }
  async function removeAll(versions: Version[]): Promise<void> {
    if (versions.length === 0) return;
    const Objects = versions.map(({ Key, VersionId }) => ({ Key, VersionId }));
    const { Errors = [] } = await client.send(
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
    );
    if (Errors[0])
      throw new Error(`S3 kept ${Errors.length} versions, the first: ${Errors[0].Key} (${Errors[0].Code})`);
  }
  return {
    async count(prefix) {
      let count = 0;
      for await (const { present } of below(prefix)) count += present ? 0 : 1;
      return count;
    },
    async remove(prefix) {
      let some: Version[] = [];
      for await (const version of below(prefix)) {
        some.push(version);
        if (some.length < AT_ONCE) continue;
        await removeAll(some);
        some = [];
      }
      await removeAll(some);
    },
  };
}

/**
 * The site in an S3 bucket behind CloudFront. Pages are `index.html` below their address. A redirect is an empty
 * object with `WebsiteRedirectLocation`, which an edge function turns into a 301. Records lie below `.records/`,
 * which the edge never serves. Whether bytes are new is told by the SHA-256 that S3 keeps beside them.
 */
import { createHash, randomUUID } from 'node:crypto';
import { type CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { invalidationPaths } from './invalidation.ts';
import { assertPath, fileOf, PAGE_CACHE, pathOf } from './paths.ts';
import type { SiteStore } from './port.ts';

const RECORDS = '.records/';
/** DeleteObjects takes at most this many keys. */
const DELETE_BATCH = 1000;

/** An S3 client for the store. @param endpoint another S3 than AWS's, addressed by path */
export const createSiteS3Client = ({ region, endpoint }: { region: string; endpoint?: string }): S3Client =>
  new S3Client({ region, ...(endpoint ? { endpoint, forcePathStyle: true } : {}) });

/** What a GET or HEAD answers, or null when nothing is there. */
async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return null;
    throw error;
  }
}

/**
 * @param bucket its name. The role needs `s3:ListBucket` on it, else S3 answers 403 for what is not there; and, under
 *   SSE-KMS, `kms:Decrypt` also to be told of a checksum
 * @param edge the distribution to tell of changes; without it nothing is told
 */
export function createS3SiteStore(options: {
  client: S3Client;
  bucket: string;
  edge?: { client: CloudFrontClient; distributionId: string };
}): SiteStore {
  const { client, bucket: Bucket, edge } = options;
  const keyOf = (path: string): string => fileOf(assertPath(path));
  const head = (Key: string) =>
    orNull(client.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' })));

  async function* keys(Prefix: string): AsyncGenerator<string> {
    for await (const page of paginateListObjectsV2({ client }, { Bucket, Prefix }))
      for (const { Key } of page.Contents ?? []) if (Key !== undefined) yield Key;
  }
  async function removeKeys(all: readonly string[]): Promise<void> {
    for (let i = 0; i < all.length; i += DELETE_BATCH) {
      const Objects = all.slice(i, i + DELETE_BATCH).map((Key) => ({ Key }));
      const { Errors = [] } = await client.send(
        new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }),
      );
      if (Errors[0])
        throw new Error(`S3 kept ${Errors.length} objects, the first: ${Errors[0].Key} (${Errors[0].Code})`);
    }
  }

  async function putRecord(key: string, Body: string): Promise<void> {
    const Key = RECORDS + assertPath(key);
    await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: 'application/json' }));
  }

  return {
    async write(path, { bytes, contentType, cacheControl }) {
      const Key = keyOf(path);
      const old = await head(Key);
      // Under SSE-KMS an ETag is no hash of the bytes; a checksum that S3 was given is, and S3 refuses bytes of another.
      // https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html
      const checksum = createHash('sha256').update(bytes).digest('base64');
      const same =
        old?.ChecksumSHA256 === checksum &&
        old.ContentType === contentType &&
        old.CacheControl === cacheControl &&
        old.WebsiteRedirectLocation === undefined;
      if (same) return false;
      const put = { Bucket, Key, Body: bytes, ContentType: contentType, CacheControl: cacheControl };
      await client.send(
        new PutObjectCommand({ ...put, ChecksumAlgorithm: 'SHA256', ChecksumSHA256: checksum }),
      );
      return true;
    },
    async redirect(path, location) {
      const Key = keyOf(path);
      if ((await head(Key))?.WebsiteRedirectLocation === location) return false;
      const put = {
        Bucket,
        Key,
        Body: new Uint8Array(),
        WebsiteRedirectLocation: location,
        CacheControl: PAGE_CACHE,
      };
      await client.send(new PutObjectCommand(put));
      return true;
    },
    async read(path) {
      const answer = await orNull(client.send(new GetObjectCommand({ Bucket, Key: keyOf(path) })));
      if (!answer?.Body || answer.WebsiteRedirectLocation !== undefined) return null;
      return {
        bytes: await answer.Body.transformToByteArray(),
        contentType: answer.ContentType ?? '',
        cacheControl: answer.CacheControl ?? '',
      };
    },
    async remove(paths) {
      const there = await Promise.all(paths.map(async (path) => ((await head(keyOf(path))) ? path : null)));
      const found = there.filter((path) => path !== null);
      await removeKeys(found.map(keyOf));
      return found;
    },
    async *list(prefix) {
      for await (const key of keys(prefix)) if (!key.startsWith(RECORDS)) yield pathOf(key);
    },
    async invalidate(paths) {
      if (!edge || paths.length === 0) return;
      const Items = invalidationPaths(paths);
      await edge.client.send(
        new CreateInvalidationCommand({
          DistributionId: edge.distributionId,
          InvalidationBatch: { CallerReference: randomUUID(), Paths: { Items, Quantity: Items.length } },
        }),
      );
    },
    async record(key) {
      const Key = RECORDS + assertPath(key);
      const answer = await orNull(client.send(new GetObjectCommand({ Bucket, Key })));
      return answer?.Body ? answer.Body.transformToString() : null;
    },
    writeRecord: putRecord,
    async writeRecords(values) {
      await Promise.all([...values].map(([key, value]) => putRecord(key, value)));
    },
    async removeRecord(key) {
      await removeKeys([RECORDS + assertPath(key)]);
    },
    async *records(prefix) {
      for await (const key of keys(RECORDS + prefix)) yield key.slice(RECORDS.length);
    },
  };
}

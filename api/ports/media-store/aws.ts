/** The media store in an S3 bucket. The bucket is private; CloudFront serves its `p/` keys as `/media/p/*`. */
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  type GetObjectCommandOutput,
  HeadObjectCommand,
  type HeadObjectCommandOutput,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { assertDeclaration, assertExpiry, assertKey, assertPrefix } from './keys.ts';
import { type MediaHead, MediaNotFoundError, type MediaStore, PRIVATE_CACHE_CONTROL } from './port.ts';

/** DeleteObjects takes at most this many keys. */
const DELETE_BATCH = 1000;

/**
 * An S3 client that signs uploads rightly: with checksums only where S3 requires them, or a presigned PUT would
 * carry the CRC32 of an empty body.
 * @param credentials other than the environment's
 * @param endpoint another S3 than AWS's, addressed by path
 */
export function createMediaS3Client(options: {
  region: string;
  endpoint?: string;
  credentials?: S3ClientConfig['credentials'];
}): S3Client {
  const { region, endpoint, credentials } = options;
  return new S3Client({
    region,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    ...(credentials ? { credentials } : {}),
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
  });
}

/**
 * @param client from `createMediaS3Client`
 * @param bucket its name. The role needs `s3:ListBucket` on it, else S3 answers 403 for what is not there.
 */
export function createS3MediaStore(options: { client: S3Client; bucket: string }): MediaStore {
  const { client, bucket: Bucket } = options;

  async function head(key: string): Promise<MediaHead | null> {
    const answer = await orNull(client.send(new HeadObjectCommand({ Bucket, Key: assertKey(key) })));
    return answer && headOf(answer, answer.ContentLength);
  }

  return {
    async signUpload(declaration) {
      assertDeclaration(declaration);
      const { key, contentType, contentLength, sha256, expiresInSeconds } = declaration;
      const command = new PutObjectCommand({
        Bucket,
        Key: key,
        ContentType: contentType,
        ContentLength: contentLength,
        ChecksumSHA256: sha256,
      });
      const url = await getSignedUrl(client, command, {
        expiresIn: expiresInSeconds,
        signableHeaders: new Set(['host', 'content-length', 'content-type', 'x-amz-checksum-sha256']),
        unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
      });
      return {
        url,
        method: 'PUT',
        headers: { 'content-type': contentType, 'x-amz-checksum-sha256': sha256 },
      };
    },
    async signRead({ key, expiresInSeconds }) {
      assertKey(key, 'ud');
      assertExpiry(expiresInSeconds);
      const command = new GetObjectCommand({
        Bucket,
        Key: key,
        ResponseCacheControl: PRIVATE_CACHE_CONTROL,
      });
      return getSignedUrl(client, command, { expiresIn: expiresInSeconds });
    },
    async read(key) {
      const answer = await orNull(client.send(new GetObjectCommand({ Bucket, Key: assertKey(key) })));
      if (!answer?.Body) return null;
      const bytes = await answer.Body.transformToByteArray();
      return { ...headOf(answer, bytes.length), bytes };
    },
    head,
    async stream(key, range) {
      const Range = range && `bytes=${range.start}-${range.end}`;
      const answer = await orNull(client.send(new GetObjectCommand({ Bucket, Key: assertKey(key), Range })));
      if (!answer?.Body) return null;
      const total = answer.ContentRange?.split('/')[1];
      const size = total === undefined ? answer.ContentLength : Number(total);
      // In Node the SDK hands over the response's own stream; only browsers get another kind.
      if (!(answer.Body instanceof Readable)) throw new Error(`S3 gave no Node stream for ${key}`);
      return { ...headOf(answer, size), body: answer.Body };
    },
    async write(key, bytes, { contentType, cacheControl }) {
      await client.send(
        new PutObjectCommand({
          Bucket,
          Key: assertKey(key),
          Body: bytes,
          ContentType: contentType,
          CacheControl: cacheControl,
        }),
      );
    },
    async copy(from, to, { cacheControl }) {
      assertKey(to);
      // MetadataDirective REPLACE drops the type unless it is said again.
      const source = await head(from);
      if (!source) throw new MediaNotFoundError(from);
      const copied = await orNull(
        client.send(
          new CopyObjectCommand({
            Bucket,
            Key: to,
            CopySource: `${Bucket}/${from}`,
            MetadataDirective: 'REPLACE',
            ContentType: source.contentType,
            CacheControl: cacheControl,
          }),
        ),
      );
      if (!copied) throw new MediaNotFoundError(from);
    },
    async remove(keys) {
      for (const key of keys) assertKey(key);
      for (let at = 0; at < keys.length; at += DELETE_BATCH) {
        const Objects = keys.slice(at, at + DELETE_BATCH).map((Key) => ({ Key }));
        const { Errors = [] } = await client.send(
          new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }),
        );
        const [first] = Errors;
        if (first)
          throw new Error(`S3 did not remove ${Errors.length} objects, first ${first.Key}: ${first.Code}`);
      }
    },
    async *list(prefix) {
      const pages = paginateListObjectsV2({ client }, { Bucket, Prefix: assertPrefix(prefix) });
      for await (const { Contents = [] } of pages) {
        for (const { Key, Size, LastModified } of Contents) {
          if (Key !== undefined)
            yield { key: Key, size: Size ?? 0, lastModified: LastModified ?? new Date(0) };
        }
      }
    },
  };
}

function headOf(answer: HeadObjectCommandOutput | GetObjectCommandOutput, size = 0): MediaHead {
  return {
    contentType: answer.ContentType ?? 'application/octet-stream',
    // An upload is signed without a cache-control of its own.
    cacheControl: answer.CacheControl ?? PRIVATE_CACHE_CONTROL,
    size,
    etag: answer.ETag ?? '',
    lastModified: answer.LastModified ?? new Date(0),
  };
}

/** The answer, or null where S3 says that there is no such object. */
async function orNull<Answer>(request: Promise<Answer>): Promise<Answer | null> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) {
      if (error.name !== 'NoSuchBucket') return null;
    }
    throw error;
  }
}

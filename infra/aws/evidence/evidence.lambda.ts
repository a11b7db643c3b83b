/** Keeps events as evidence: see `evidence.ts`. */
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { environment } from '#api/functions/environment.ts';
import { lambda } from '#api/observability/function.lambda.ts';
import { createEvidence } from './evidence.ts';

const { AUDIT_BUCKET: Bucket } = environment(['AUDIT_BUCKET']);
const client = new S3Client();

export const handler = lambda(
  createEvidence({
    now: () => new Date(),
    async put(Key, Body) {
      // A locked bucket takes nothing without a checksum.
      await client.send(new PutObjectCommand({ Bucket, Key, Body, ChecksumAlgorithm: 'SHA256' }));
    },
  }),
);

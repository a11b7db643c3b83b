/** An emulator of AWS on this machine, as stacks are created in it. */
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Emulator } from './create-stack.ts';

/** What emulators answer to `sts:GetCallerIdentity` unless told otherwise. */
export const ACCOUNT = '000000000000';
export const REGION = 'us-east-1';

export interface OpenEmulator extends Emulator {
  s3: S3Client;
  /** Puts an object, in a bucket that is made where there was none. */
  upload(bucket: string, key: string, body: string | Uint8Array): Promise<void>;
}

/** @throws Error when the endpoint is not on this machine */
export function openEmulator(endpoint: string | undefined): OpenEmulator {
  if (endpoint === undefined || !['127.0.0.1', 'localhost'].includes(new URL(endpoint).hostname))
    throw new Error(
      `AWS_ENDPOINT_URL must name an emulator on this machine. Received: ${endpoint ?? 'nothing'}`,
    );
  const s3 = new S3Client({ endpoint, region: REGION, forcePathStyle: true });
  const buckets = new Set<string>();
  const upload: OpenEmulator['upload'] = async (Bucket, Key, Body) => {
    if (!buckets.has(Bucket)) await s3.send(new CreateBucketCommand({ Bucket }));
    buckets.add(Bucket);
    await s3.send(new PutObjectCommand({ Bucket, Key, Body }));
  };
  return {
    client: new CloudFormationClient({ endpoint, region: REGION }),
    s3,
    upload,
    async put(key, body) {
      await upload('templates', key, body);
      return `${endpoint}/templates/${key}`;
    },
  };
}

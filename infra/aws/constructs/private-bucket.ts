/** A bucket as all of ours are: nobody's but the account's, over TLS, and gone with the stage if that is not kept. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type LifecycleRule,
  ObjectOwnership,
  StorageClass,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

export interface PrivateBucketProps extends Pick<
  BucketProps,
  'cors' | 'objectLockEnabled' | 'objectLockDefaultRetention' | 'serverAccessLogsBucket'
> {
  bucketName: string;
  /** Key of its objects; S3's own where it is left out. */
  key?: IKey;
  keeps: boolean;
  /** Rules beside those of versions and uploads. */
  lifecycleRules?: LifecycleRule[];
}

/** Days after which an object that was replaced or deleted is gone for good. */
const OLD_VERSION_DAYS = 30;

export function privateBucket(
  scope: Construct,
  id: string,
  { bucketName, key, keeps, lifecycleRules = [], serverAccessLogsBucket, ...props }: PrivateBucketProps,
): Bucket {
  return new Bucket(scope, id, {
    ...props,
    bucketName,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    // With a key of the bucket, S3 asks KMS now and then instead of for every object.
    ...(key
      ? { encryption: BucketEncryption.KMS, encryptionKey: key, bucketKeyEnabled: true }
      : { encryption: BucketEncryption.S3_MANAGED }),
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    versioned: true,
    lifecycleRules: [
      {
        id: 'old-versions',
        noncurrentVersionExpiration: Duration.days(OLD_VERSION_DAYS),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
        expiredObjectDeleteMarker: true,
      },
      ...lifecycleRules,
    ],
    ...(serverAccessLogsBucket && { serverAccessLogsBucket, serverAccessLogsPrefix: `${id.toLowerCase()}/` }),
    ...(keeps
      ? { removalPolicy: RemovalPolicy.RETAIN }
      : { removalPolicy: RemovalPolicy.DESTROY, autoDeleteObjects: true }),
  });
}

/** What is not asked for in a month costs less; objects below 128 KB stay as they are. No tier needs a restore. */
export const INTELLIGENT_TIERING: LifecycleRule = {
  id: 'tiers',
  transitions: [{ storageClass: StorageClass.INTELLIGENT_TIERING, transitionAfter: Duration.days(0) }],
};

/**
 * The bucket of what is kept as evidence: CloudTrail's records and the log of changes. Object Lock holds every object
 * for as long as the stage says, whoever asks for its deletion.
 */
import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { AnyPrincipal, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { type Bucket, ObjectLockRetention, StorageClass } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Names } from '../names.ts';
import type { Stage } from '../stages.ts';
import { privateBucket } from './private-bucket.ts';

export interface AuditProps {
  names: Names;
  lock: NonNullable<Stage['audit']>;
  /** ARN of the trail that writes here, known from its name. */
  trailArn: string;
  logBucket: Bucket;
}

/** Evidence is kept this much longer than it is locked, and is then deleted. */
const BEYOND_THE_LOCK_DAYS = 30;

export class Audit extends Construct {
  readonly bucket: Bucket;
  readonly key: Key;

  constructor(stack: Stack, id: string, { names, lock, trailArn, logBucket }: AuditProps) {
    super(stack, id);
    const { account, region } = stack;
    this.key = new Key(this, 'Key', {
      alias: `alias/${names.prefix}/audit`,
      description: `Artissist (${names.stage.name}): audit`,
      enableKeyRotation: true,
      rotationPeriod: Duration.days(365),
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const trail = new ServicePrincipal('cloudtrail.amazonaws.com');
    const ofTheTrail = { StringEquals: { 'aws:SourceArn': trailArn } };
    // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
    this.key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'CloudTrailEncrypts',
        principals: [trail],
        actions: ['kms:GenerateDataKey', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:DescribeKey'],
        resources: ['*'],
        conditions: ofTheTrail,
      }),
    );
    this.bucket = privateBucket(this, 'Audit', {
      bucketName: names.auditBucket,
      key: this.key,
      keeps: true,
      serverAccessLogsBucket: logBucket,
      objectLockEnabled: true,
      objectLockDefaultRetention:
        lock.mode === 'COMPLIANCE'
          ? ObjectLockRetention.compliance(Duration.days(lock.days))
          : ObjectLockRetention.governance(Duration.days(lock.days)),
      lifecycleRules: [
        {
          id: 'old-evidence',
          ...(lock.days > ARCHIVE_DAYS && {
            transitions: [
              {
                storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL,
                transitionAfter: Duration.days(ARCHIVE_DAYS),
              },
            ],
          }),
          expiration: Duration.days(lock.days + BEYOND_THE_LOCK_DAYS),
        },
      ],
    });
    // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'CloudTrailLooks',
        principals: [trail],
        actions: ['s3:GetBucketAcl'],
        resources: [this.bucket.bucketArn],
        conditions: ofTheTrail,
      }),
    );
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'CloudTrailWrites',
        principals: [trail],
        actions: ['s3:PutObject'],
        resources: [this.bucket.arnForObjects(`AWSLogs/${account}/*`)],
        conditions: {
          StringEquals: { ...ofTheTrail.StringEquals, 's3:x-amz-acl': 'bucket-owner-full-control' },
        },
      }),
    );
    // The log of changes is written by a role of the account, through S3.
    this.key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'ThroughS3',
        principals: [new AnyPrincipal()],
        actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
        resources: ['*'],
        conditions: {
          StringEquals: {
            'kms:CallerAccount': account,
            'kms:ViaService': `s3.${region}.amazonaws.com`,
          },
        },
      }),
    );
  }
}

/** What is older than this is read when something happened, at once and rarely. */
const ARCHIVE_DAYS = 90;

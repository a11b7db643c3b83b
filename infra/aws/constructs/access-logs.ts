/** Where S3 says who read and wrote in our buckets. Only S3's own encryption is taken for the bucket that logs go to: https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html */
import { Duration } from 'aws-cdk-lib';
import { S3_SERVER_ACCESS_LOGS_USE_BUCKET_POLICY } from 'aws-cdk-lib/cx-api';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Names } from '../names.ts';
import { privateBucket } from './private-bucket.ts';

export class AccessLogs extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { logBucket, stage }: Names) {
    super(scope, id);
    // Lets the service in by the bucket's policy: lists of access are off in our buckets.
    this.node.setContext(S3_SERVER_ACCESS_LOGS_USE_BUCKET_POLICY, true);
    this.bucket = privateBucket(this, 'Logs', {
      bucketName: logBucket,
      keeps: stage.keeps,
      lifecycleRules: [{ id: 'old-logs', expiration: Duration.days(stage.logRetention) }],
    });
  }
}

/** The bucket of what visits leave: log lines, copies of the table, visits, and answers about them. All of it goes by itself. */
import { Duration, type Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { COPY_DAYS, LOG_DAYS, RESULT_DAYS, VISIT_DAYS } from '#infra/analytics/retention.ts';
import type { Names } from '../names.ts';
import type { Keys } from './keys.ts';
import { privateBucket } from './private-bucket.ts';

export interface AnalyticsStoreProps {
  names: Names;
  keys: Keys;
  /** Where S3 says who read and wrote. */
  logBucket: Bucket;
}

/** Prefixes of the bucket. */
export const PREFIX = {
  /** CloudFront's log. */
  logs: 'logs/',
  /** Where a delivery ends that names no prefix. Ours does: what is there is never read, and goes as soon. */
  deliveries: 'AWSLogs/',
  /** Log of the HTTP APIs. */
  api: 'api/',
  /** Log of the GraphQL API. */
  graphql: 'graphql/',
  /** What could not be made Parquet of those two. */
  unread: 'unread/',
  tables: 'tables/',
  visits: 'visits/',
  results: 'results/',
} as const;

const DAYS: Record<keyof typeof PREFIX, number> = {
  logs: LOG_DAYS,
  deliveries: LOG_DAYS,
  api: LOG_DAYS,
  graphql: LOG_DAYS,
  unread: LOG_DAYS,
  tables: COPY_DAYS,
  visits: VISIT_DAYS,
  results: RESULT_DAYS,
};

export class AnalyticsStore extends Construct {
  constructor(stack: Stack, id: string, { names, keys, logBucket }: AnalyticsStoreProps) {
    super(stack, id);
    const { account, partition } = stack;
    const bucket = privateBucket(this, 'Analytics', {
      bucketName: names.analyticsBucket,
      key: keys.objects,
      keeps: names.stage.keeps,
      serverAccessLogsBucket: logBucket,
      // An address that is gone must not stay as an old version: only deletions have one, and that for a day.
      lifecycleRules: Object.entries(PREFIX).map(([name, prefix]) => ({
        id: name,
        prefix,
        expiration: Duration.days(DAYS[name as keyof typeof PREFIX]),
        noncurrentVersionExpiration: Duration.days(1),
      })),
    });
    const delivery = new ServicePrincipal('delivery.logs.amazonaws.com');
    const conditions = {
      StringEquals: { 'aws:SourceAccount': account },
      ArnLike: { 'aws:SourceArn': `arn:${partition}:logs:us-east-1:${account}:delivery-source:*` },
    };
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html
    bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'LogsAreDelivered',
        principals: [delivery],
        actions: ['s3:PutObject'],
        resources: [PREFIX.logs, PREFIX.deliveries].map((prefix) => bucket.arnForObjects(`${prefix}*`)),
        conditions,
      }),
    );
    keys.objects.addToResourcePolicy(
      new PolicyStatement({
        sid: 'DeliveredLogsAreEncrypted',
        principals: [delivery],
        actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
        resources: ['*'],
        conditions,
      }),
    );
  }
}

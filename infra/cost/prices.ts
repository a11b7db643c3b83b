/**
 * What AWS asks for: US dollars, on demand, US East (N. Virginia). Estimates, not an offer. Each row names its page, and
 * the day on which a reading of it stated the figure; where no reading is at hand it says so, and counts a wider margin.
 */

/** The table as a whole. */
export const PRICES_AS_OF = '2026-11-22';
export const REGION = 'us-east-1';

export interface Price {
  service: string;
  unit: string;
  /** Dollars a unit; with tiers, by how much of it there is in the month. */
  dollars: number | ReadonlyArray<{ upTo: number; dollars: number }>;
  /** Units a month that cost nothing, for as long as the account lives. */
  free?: number;
  source: string;
  /** Day on which somebody who read the source stated this figure; null where it is as we know it. */
  stated: string | null;
}

/** Part by which a bill may be higher, by whether a reading stands behind the figure. */
export const MARGIN = { stated: 0.1, known: 0.25 } as const;

const M = 1e-6;
const DYNAMODB = 'https://aws.amazon.com/dynamodb/pricing/on-demand/';
const S3 = 'https://aws.amazon.com/s3/pricing/';
const CLOUDFRONT = 'https://aws.amazon.com/cloudfront/pricing/';
const LAMBDA = 'https://aws.amazon.com/lambda/pricing/';
const APPSYNC = 'https://aws.amazon.com/appsync/pricing/';
const EVENTBRIDGE = 'https://aws.amazon.com/eventbridge/pricing/';
const SQS = 'https://aws.amazon.com/sqs/pricing/';
const OPENSEARCH = 'https://aws.amazon.com/opensearch-service/pricing/';
const COGNITO = 'https://aws.amazon.com/cognito/pricing/';
const CLOUDWATCH = 'https://aws.amazon.com/cloudwatch/pricing/';
const WAF = 'https://aws.amazon.com/waf/pricing/';
const KMS = 'https://aws.amazon.com/kms/pricing/';
const known = { stated: null };

export const PRICE_LIST = {
  tableWrite: {
    ...{ service: 'DynamoDB', unit: 'write request unit', dollars: 0.625 * M },
    ...{ source: DYNAMODB, stated: '2025-07-21' },
  },
  tableRead: {
    ...{ service: 'DynamoDB', unit: 'read request unit', dollars: 0.125 * M },
    ...{ source: DYNAMODB, stated: '2025-07-21' },
  },
  tableStorage: {
    service: 'DynamoDB',
    unit: 'GB-month',
    dollars: 0.25,
    free: 25,
    source: DYNAMODB,
    ...known,
  },
  tableRecovery: {
    service: 'DynamoDB',
    unit: 'GB-month of recovery',
    dollars: 0.2,
    source: DYNAMODB,
    ...known,
  },
  streamRead: {
    ...{ service: 'DynamoDB', unit: 'stream read request', dollars: 0.2 * M, free: 2_500_000 },
    ...{ source: DYNAMODB, ...known },
  },
  tableExport: {
    service: 'Analytics',
    unit: 'GB of table exported',
    dollars: 0.1,
    source: DYNAMODB,
    ...known,
  },
  backup: {
    ...{ service: 'Backup', unit: 'GB-month of backup', dollars: 0.1 },
    ...{ source: 'https://aws.amazon.com/backup/pricing/', ...known },
  },
  restore: {
    ...{ service: 'Backup', unit: 'GB restored', dollars: 0.15 },
    ...{ source: 'https://aws.amazon.com/backup/pricing/', ...known },
  },
  objectStorage: {
    ...{ service: 'S3', unit: 'GB-month' },
    dollars: [
      { upTo: 51_200, dollars: 0.023 },
      { upTo: 512_000, dollars: 0.022 },
      { upTo: Infinity, dollars: 0.021 },
    ],
    ...{ source: S3, ...known },
  },
  auditStorage: { service: 'S3', unit: 'GB-month of evidence', dollars: 0.023, source: S3, ...known },
  objectTiering: { service: 'S3', unit: 'object monitored', dollars: 2.5 * M, source: S3, ...known },
  objectPut: { service: 'S3', unit: 'write request', dollars: 5 * M, source: S3, ...known },
  objectGet: { service: 'S3', unit: 'read request', dollars: 0.4 * M, source: S3, ...known },
  edgeOut: {
    ...{ service: 'CloudFront', unit: 'GB out', free: 1_024 },
    dollars: [
      { upTo: 10_240, dollars: 0.085 },
      { upTo: 51_200, dollars: 0.08 },
      { upTo: 153_600, dollars: 0.06 },
      { upTo: 512_000, dollars: 0.04 },
      { upTo: 1_048_576, dollars: 0.03 },
      { upTo: 5_242_880, dollars: 0.025 },
      { upTo: Infinity, dollars: 0.02 },
    ],
    ...{ source: CLOUDFRONT, ...known },
  },
  edgeRequest: {
    ...{ service: 'CloudFront', unit: 'HTTPS request', dollars: 1 * M, free: 10_000_000 },
    ...{ source: CLOUDFRONT, ...known },
  },
  edgeFunction: {
    ...{ service: 'CloudFront', unit: 'function call', dollars: 0.1 * M, free: 2_000_000 },
    ...{ source: CLOUDFRONT, ...known },
  },
  edgeLambda: { service: 'CloudFront', unit: 'Lambda@Edge call', dollars: 0.6 * M, source: LAMBDA, ...known },
  edgeLambdaTime: {
    ...{ service: 'CloudFront', unit: 'Lambda@Edge GB-second', dollars: 50.01 * M },
    ...{ source: LAMBDA, ...known },
  },
  invalidation: {
    ...{ service: 'CloudFront', unit: 'path invalidated', dollars: 0.005, free: 1_000 },
    ...{ source: CLOUDFRONT, stated: '2026-09-05' },
  },
  call: {
    ...{ service: 'Lambda', unit: 'call', dollars: 0.2 * M, free: 1_000_000 },
    ...{ source: LAMBDA, ...known },
  },
  callTime: {
    ...{ service: 'Lambda', unit: 'GB-second on arm64', dollars: 13.3334 * M, free: 400_000 },
    ...{ source: LAMBDA, ...known },
  },
  apiOperation: { service: 'AppSync', unit: 'operation', dollars: 4 * M, source: APPSYNC, ...known },
  realtimeMessage: {
    service: 'AppSync',
    unit: 'real-time message',
    dollars: 2 * M,
    source: APPSYNC,
    ...known,
  },
  connectionMinute: {
    service: 'AppSync',
    unit: 'connection minute',
    dollars: 0.08 * M,
    source: APPSYNC,
    ...known,
  },
  httpRequest: {
    ...{ service: 'API Gateway', unit: 'HTTP API request' },
    dollars: [
      { upTo: 300_000_000, dollars: 1 * M },
      { upTo: Infinity, dollars: 0.9 * M },
    ],
    ...{ source: 'https://aws.amazon.com/api-gateway/pricing/', stated: '2026-09-20' },
  },
  pipeRequest: {
    service: 'EventBridge',
    unit: 'pipe request',
    dollars: 0.4 * M,
    source: EVENTBRIDGE,
    ...known,
  },
  event: { service: 'EventBridge', unit: 'event', dollars: 1 * M, source: EVENTBRIDGE, ...known },
  eventArchive: { service: 'EventBridge', unit: 'GB archived', dollars: 0.1, source: EVENTBRIDGE, ...known },
  standardMessage: {
    ...{ service: 'SQS', unit: 'request of a standard queue', dollars: 0.4 * M, free: 1_000_000 },
    ...{ source: SQS, ...known },
  },
  fifoMessage: { service: 'SQS', unit: 'request of a FIFO queue', dollars: 0.5 * M, source: SQS, ...known },
  ocuHour: {
    ...{ service: 'OpenSearch Serverless', unit: 'OCU-hour', dollars: 0.24 },
    ...{ source: OPENSEARCH, stated: '2026-03-01' },
  },
  indexStorage: {
    ...{ service: 'OpenSearch Serverless', unit: 'GB-month', dollars: 0.024 },
    ...{ source: OPENSEARCH, stated: '2026-03-01' },
  },
  signedIn: {
    ...{ service: 'Cognito', unit: 'person a month, Essentials', dollars: 0.015, free: 10_000 },
    ...{ source: COGNITO, stated: '2026-09-20' },
  },
  signedInPlus: {
    ...{ service: 'Cognito', unit: 'person a month, Plus', dollars: 0.02 },
    ...{ source: COGNITO, stated: '2026-09-20' },
  },
  transition: {
    ...{ service: 'Step Functions', unit: 'state transition', dollars: 25 * M, free: 4_000 },
    ...{ source: 'https://aws.amazon.com/step-functions/pricing/', ...known },
  },
  wafAcl: { service: 'WAF', unit: 'web ACL', dollars: 5, source: WAF, ...known },
  wafRule: { service: 'WAF', unit: 'rule', dollars: 1, source: WAF, ...known },
  wafRequest: { service: 'WAF', unit: 'request', dollars: 0.6 * M, source: WAF, ...known },
  key: { service: 'KMS', unit: 'key', dollars: 1, source: KMS, ...known },
  keyRequest: { service: 'KMS', unit: 'request', dollars: 3 * M, free: 20_000, source: KMS, ...known },
  secret: {
    ...{ service: 'Secrets Manager', unit: 'secret', dollars: 0.4 },
    ...{ source: 'https://aws.amazon.com/secrets-manager/pricing/', ...known },
  },
  logs: {
    service: 'CloudWatch',
    unit: 'GB of logs taken in',
    dollars: 0.5,
    free: 5,
    source: CLOUDWATCH,
    ...known,
  },
  logStorage: {
    service: 'CloudWatch',
    unit: 'GB-month of logs',
    dollars: 0.03,
    source: CLOUDWATCH,
    ...known,
  },
  metric: {
    service: 'CloudWatch',
    unit: 'custom metric',
    dollars: 0.3,
    free: 10,
    source: CLOUDWATCH,
    ...known,
  },
  alarm: { service: 'CloudWatch', unit: 'alarm', dollars: 0.1, free: 10, source: CLOUDWATCH, ...known },
  compositeAlarm: {
    service: 'CloudWatch',
    unit: 'composite alarm',
    dollars: 0.5,
    source: CLOUDWATCH,
    ...known,
  },
  insightRule: {
    ...{ service: 'CloudWatch', unit: 'rule of Contributor Insights', dollars: 0.5, free: 1 },
    ...{ source: CLOUDWATCH, ...known },
  },
  dashboard: { service: 'CloudWatch', unit: 'dashboard', dollars: 3, free: 3, source: CLOUDWATCH, ...known },
  trace: {
    ...{ service: 'X-Ray', unit: 'trace recorded', dollars: 5 * M, free: 100_000 },
    ...{ source: 'https://aws.amazon.com/xray/pricing/', ...known },
  },
  dataEvent: {
    ...{ service: 'CloudTrail', unit: 'data event', dollars: 1 * M },
    ...{ source: 'https://aws.amazon.com/cloudtrail/pricing/', ...known },
  },
  scanned: {
    ...{ service: 'Analytics', unit: 'TB scanned by Athena', dollars: 5 },
    ...{ source: 'https://aws.amazon.com/athena/pricing/', ...known },
  },
  etl: {
    ...{ service: 'Analytics', unit: 'DPU-hour of Glue', dollars: 0.44 },
    ...{ source: 'https://aws.amazon.com/glue/pricing/', ...known },
  },
  // Taken in 0.029, unpacked 0.0033, converted 0.018.
  apiLog: {
    ...{ service: 'Analytics', unit: 'GB of API log through Firehose', dollars: 0.051 },
    ...{ source: 'https://aws.amazon.com/firehose/pricing/', ...known },
  },
  zone: {
    ...{ service: 'Route 53', unit: 'hosted zone', dollars: 0.5 },
    ...{ source: 'https://aws.amazon.com/route53/pricing/', ...known },
  },
  transferOut: {
    ...{ service: 'Data transfer', unit: 'GB out beside CloudFront', free: 100 },
    dollars: [
      { upTo: 10_240, dollars: 0.09 },
      { upTo: 51_200, dollars: 0.085 },
      { upTo: Infinity, dollars: 0.07 },
    ],
    ...{ source: 'https://aws.amazon.com/ec2/pricing/on-demand/', ...known },
  },
} as const satisfies Record<string, Price>;

export type PriceName = keyof typeof PRICE_LIST;

/** Dollars of a quantity: what is free is left out, the rest runs through its tiers from the first unit on. */
export function dollarsOf({ dollars, free = 0 }: Pick<Price, 'dollars' | 'free'>, quantity: number): number {
  if (typeof dollars === 'number') return Math.max(0, quantity - free) * dollars;
  let from = 0;
  let sum = 0;
  for (const tier of dollars) {
    const within = Math.max(0, Math.min(quantity, tier.upTo) - Math.max(from, free));
    sum += within * tier.dollars;
    from = tier.upTo;
  }
  return sum;
}

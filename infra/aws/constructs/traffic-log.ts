/**
 * CloudFront's standard log (v2) as Parquet into the bucket of analytics. Deliveries of CloudFront's logs are made in
 * us-east-1, wherever the bucket is.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
 */
import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { PREFIX } from './analytics-store.ts';

export interface TrafficLogProps {
  /** Of the delivery's parts. */
  name: string;
  bucketArn: string;
  distributionArn: string;
}

/**
 * What a line says, in CloudFront's words; Parquet has underscores for other signs. No cookies. What the statements of
 * `api/analytics` read, and what says how well a page was served.
 */
export const RECORD_FIELDS = [
  'date',
  'time',
  'x-edge-location',
  'sc-bytes',
  'c-ip',
  'c-country',
  'cs-method',
  'cs(Host)',
  'cs-uri-stem',
  'sc-status',
  'cs(Referer)',
  'cs(User-Agent)',
  'cs-uri-query',
  'x-edge-result-type',
  'x-edge-request-id',
  'x-host-header',
  'cs-protocol',
  'cs-bytes',
  'time-taken',
  'cs-protocol-version',
  'time-to-first-byte',
  'x-edge-detailed-result-type',
  'sc-content-type',
  'sc-content-len',
];

/** A field's column in Parquet: https://docs.aws.amazon.com/athena/latest/ug/create-cloudfront-table-partition-parquet.html */
export const columnOf = (field: string): string =>
  field
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replace(/_$/, '');

export class TrafficLog extends Construct {
  constructor(scope: Construct, id: string, { name, bucketArn, distributionArn }: TrafficLogProps) {
    super(scope, id);
    const source = new CfnDeliverySource(this, 'Source', {
      name,
      logType: 'ACCESS_LOGS',
      resourceArn: distributionArn,
    });
    const destination = new CfnDeliveryDestination(this, 'Destination', {
      name,
      // With a prefix here the service puts none of its own (`AWSLogs/<account>/CloudFront/`) before the path.
      destinationResourceArn: `${bucketArn}/${PREFIX.logs.slice(0, -1)}`,
      outputFormat: 'parquet',
    });
    const delivery = new CfnDelivery(this, 'Delivery', {
      deliverySourceName: name,
      deliveryDestinationArn: destination.attrArn,
      recordFields: RECORD_FIELDS,
      s3EnableHiveCompatiblePath: false,
      s3SuffixPath: '{yyyy}/{MM}/{dd}/{HH}',
    });
    delivery.addResourceDependency(source);
  }
}

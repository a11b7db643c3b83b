/**
 * What the APIs log of each request, as Parquet in the bucket of analytics: HTTP APIs and AppSync write to CloudWatch Logs
 * alone, whose subscription hands lines to Firehose. There they are unpacked, and converted by a table of the catalogue.
 * https://docs.aws.amazon.com/firehose/latest/dev/writing-with-cloudwatch-logs.html
 * https://docs.aws.amazon.com/firehose/latest/dev/record-format-conversion.html
 */
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnDeliveryStream } from 'aws-cdk-lib/aws-kinesisfirehose';
import { CfnSubscriptionFilter, LogGroup, LogStream } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Names } from '../names.ts';
import { inlinePolicy } from '../table-policy.ts';
import { PREFIX } from './analytics-store.ts';
import { ACCESS_LOG } from './rest.ts';

interface ApiLogRow {
  /** Table of the catalogue, whose columns are the fields in lower case. */
  table: string;
  says: string;
  prefix: string;
  /** Members of a line's JSON. */
  fields: readonly string[];
  /** Which lines of the log group are meant; all where it is empty. */
  filterPattern: string;
}

/** The two logs. Neither has addresses, queries, variables or credentials; hours are those of delivery. */
export const API_LOGS = {
  http: {
    table: 'api_access',
    says: 'Log of the HTTP APIs: REST and the search page',
    prefix: PREFIX.api,
    fields: Object.keys(ACCESS_LOG),
    filterPattern: '',
  },
  graphql: {
    table: 'graphql_access',
    says: 'Requests of the GraphQL API',
    prefix: PREFIX.graphql,
    // https://docs.aws.amazon.com/appsync/latest/devguide/cwl.html#structured-logs
    fields: ['logType', 'requestId', 'graphQLAPIId', 'statusCode', 'latency'],
    filterPattern: '{ $.logType = "RequestSummary" }',
  },
} as const satisfies Record<string, ApiLogRow>;

export interface ApiLogProps {
  names: Names;
  row: ApiLogRow;
  /** Database of the catalogue, which stands before this. */
  database: string;
  logs: readonly LogGroup[];
  /** Of the bucket's objects, and of what passes through the stream. */
  objectsKeyArn: string;
  operationsKeyArn: string;
}

/** The least that conversion takes, and the longest that lines wait for it. */
const BUFFER = { sizeInMBs: 64, intervalInSeconds: 900 };

export class ApiLog extends Construct {
  constructor(scope: Construct, id: string, props: ApiLogProps) {
    super(scope, id);
    const { names, row, logs } = props;
    const { partition, region, account } = Stack.of(this);
    const name = `${names.prefix}-${row.table.replaceAll('_', '-')}`;
    const stream = this.#stream(name, props);
    const streamArn = `arn:${partition}:firehose:${region}:${account}:deliverystream/${name}`;
    const role = new Role(this, 'HandsOver', {
      assumedBy: new ServicePrincipal('logs.amazonaws.com', {
        conditions: { StringLike: { 'aws:SourceArn': `arn:${partition}:logs:${region}:${account}:*` } },
      }),
      description: `Hands over to ${name}`,
      inlinePolicies: inlinePolicy([
        new PolicyStatement({
          actions: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
          resources: [streamArn],
        }),
      ]),
    });
    for (const log of logs) {
      const filter = new CfnSubscriptionFilter(this, `Of${log.node.id}`, {
        logGroupName: log.logGroupName,
        filterPattern: row.filterPattern,
        destinationArn: streamArn,
        roleArn: role.roleArn,
      });
      filter.addResourceDependency(stream);
      filter.node.addDependency(role);
    }
  }

  #stream(deliveryStreamName: string, props: ApiLogProps): CfnDeliveryStream {
    const { names, row, database, objectsKeyArn, operationsKeyArn } = props;
    const { partition, region, account } = Stack.of(this);
    const bucketArn = `arn:${partition}:s3:::${names.analyticsBucket}`;
    const errors = new LogGroup(this, 'Log', { removalPolicy: RemovalPolicy.DESTROY });
    const { logStreamName } = new LogStream(this, 'ErrorsOfDelivery', {
      logGroup: errors,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = this.#deliveryRole(bucketArn, errors, props);
    const processor = (type: string, parameterName: string, parameterValue: string) => ({
      type,
      parameters: [{ parameterName, parameterValue }],
    });
    const stream = new CfnDeliveryStream(this, 'Stream', {
      deliveryStreamName,
      deliveryStreamType: 'DirectPut',
      deliveryStreamEncryptionConfigurationInput: {
        keyType: 'CUSTOMER_MANAGED_CMK',
        keyArn: operationsKeyArn,
      },
      extendedS3DestinationConfiguration: {
        bucketArn,
        roleArn: role.roleArn,
        prefix: `${row.prefix}!{timestamp:yyyy/MM/dd/HH}/`,
        errorOutputPrefix: `${PREFIX.unread}${row.prefix}!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/`,
        bufferingHints: BUFFER,
        encryptionConfiguration: { kmsEncryptionConfig: { awskmsKeyArn: objectsKeyArn } },
        cloudWatchLoggingOptions: { enabled: true, logGroupName: errors.logGroupName, logStreamName },
        processingConfiguration: {
          enabled: true,
          processors: [
            processor('Decompression', 'CompressionFormat', 'GZIP'),
            processor('CloudWatchLogProcessing', 'DataMessageExtraction', 'true'),
          ],
        },
        dataFormatConversionConfiguration: {
          enabled: true,
          inputFormatConfiguration: { deserializer: { openXJsonSerDe: { caseInsensitive: true } } },
          outputFormatConfiguration: { serializer: { parquetSerDe: {} } },
          schemaConfiguration: {
            ...{ catalogId: account, databaseName: database, tableName: row.table },
            ...{ region, roleArn: role.roleArn, versionId: 'LATEST' },
          },
        },
      },
    });
    stream.node.addDependency(role);
    return stream;
  }

  /** https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-s3 */
  #deliveryRole(bucketArn: string, errors: LogGroup, { row, database, objectsKeyArn }: ApiLogProps): Role {
    const { partition, region, account } = Stack.of(this);
    const glue = `arn:${partition}:glue:${region}:${account}`;
    const allow = (actions: string[], ...resources: string[]): PolicyStatement =>
      new PolicyStatement({ actions, resources });
    return new Role(this, 'Delivers', {
      assumedBy: new ServicePrincipal('firehose.amazonaws.com', {
        conditions: { StringEquals: { 'sts:ExternalId': account } },
      }),
      description: `Writes ${row.prefix} of the bucket of analytics`,
      inlinePolicies: inlinePolicy([
        allow(
          ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'],
          `${bucketArn}/${row.prefix}*`,
          `${bucketArn}/${PREFIX.unread}${row.prefix}*`,
        ),
        allow(['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'], bucketArn),
        allow(['kms:GenerateDataKey', 'kms:Decrypt'], objectsKeyArn),
        allow(
          ['glue:GetTable', 'glue:GetTableVersion', 'glue:GetTableVersions'],
          `${glue}:catalog`,
          `${glue}:database/${database}`,
          `${glue}:table/${database}/${row.table}`,
        ),
        allow(['logs:PutLogEvents'], errors.logGroupArn),
      ]),
    });
  }
}

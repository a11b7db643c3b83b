/** What is kept: the table and the buckets of media and site. */
import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type Bucket, type CorsRule, HttpMethods } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { RESULT_DAYS } from '#api/ports/results/sweep.ts';
import type { TableRow } from '../../inventory.types.ts';
import type { Names } from '../names.ts';
import type { Keys } from './keys.ts';
import { INTELLIGENT_TIERING, privateBucket } from './private-bucket.ts';

export interface DataProps {
  table: TableRow;
  names: Names;
  keys: Keys;
  /** Where S3 says who read and wrote. */
  logBucket: Bucket;
  /** Origin whose pages upload to the media bucket, for example `https://artissist.example`. */
  origin: string;
}

/** The table with its indexes and stream, and two private buckets. All outlive their stack where the stage is kept. */
export class Data extends Construct {
  readonly streamArn: string;
  readonly tableArn: string;
  readonly mediaArn: string;
  readonly #props: DataProps;

  constructor(stack: Stack, id: string, props: DataProps) {
    super(stack, id);
    this.#props = props;
    const { table, names, origin } = props;
    const kept = this.#table(table, names);
    this.streamArn = kept.tableStreamArn ?? '';
    this.tableArn = kept.tableArn;
    const media = this.#bucket('Media', names.mediaBucket, { served: 'p/*', results: 'e/' }, [
      uploadsFrom(origin),
    ]);
    this.mediaArn = media.bucketArn;
    this.#bucket('Site', names.siteBucket, { served: '*', hidden: '.records/*' });
  }

  #table(row: TableRow, { tableName, stage: { keeps } }: Names): Table {
    const text = (name: string) => ({ name, type: AttributeType.STRING });
    const table = new Table(this, 'Table', {
      tableName,
      partitionKey: text(row.partitionKey),
      sortKey: text(row.sortKey),
      timeToLiveAttribute: row.ttl,
      stream: StreamViewType[row.stream],
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.#props.keys.table,
      deletionProtection: keeps,
      removalPolicy: keeps ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    for (const { name, partitionKey, sortKey, projects } of row.indexes) {
      table.addGlobalSecondaryIndex({
        indexName: name,
        partitionKey: text(partitionKey),
        sortKey: text(sortKey),
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: projects,
      });
    }
    return table;
  }

  /**
   * A private bucket, of which CloudFront may read the keys of `served` but for those of `hidden`, whatever way an
   * address spells them. Kept answers of models, under `results`, go after a time.
   */
  #bucket(
    id: string,
    bucketName: string,
    keys: { served: string; hidden?: string; results?: string },
    cors: CorsRule[] = [],
  ): Bucket {
    const { names, keys: customerKeys, logBucket } = this.#props;
    const bucket = privateBucket(this, id, {
      bucketName,
      cors,
      key: customerKeys.objects,
      keeps: names.stage.keeps,
      serverAccessLogsBucket: logBucket,
      lifecycleRules: [
        INTELLIGENT_TIERING,
        // What models and readers answered: asked for again where it is missing.
        ...(keys.results === undefined
          ? []
          : [{ id: 'old-results', prefix: keys.results, expiration: Duration.days(RESULT_DAYS) }]),
      ],
    });
    const { partition, account } = bucket.stack;
    // A reference to the distribution would tie this stack to the other one, which depends on it already: so the rule is
    // about the account's own distributions.
    const cloudFront = (sid: string, effect: Effect, action: string, resource: string) =>
      bucket.addToResourcePolicy(
        new PolicyStatement({
          sid,
          effect,
          principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
          actions: [action],
          resources: [resource],
          conditions: {
            ArnLike: { 'aws:SourceArn': `arn:${partition}:cloudfront::${account}:distribution/*` },
          },
        }),
      );
    cloudFront('CloudFrontReads', Effect.ALLOW, 's3:GetObject', bucket.arnForObjects(keys.served));
    // Without it S3 answers 403 for what is not there. CloudFront is never asked for a bucket's own address.
    cloudFront('CloudFrontLooks', Effect.ALLOW, 's3:ListBucket', bucket.bucketArn);
    if (keys.hidden !== undefined)
      cloudFront('CloudFrontNeverReads', Effect.DENY, 's3:GetObject', bucket.arnForObjects(keys.hidden));
    return bucket;
  }
}

/** Browsers send signed uploads to the bucket itself. */
const uploadsFrom = (origin: string): CorsRule => ({
  allowedOrigins: [origin],
  allowedMethods: [HttpMethods.PUT, HttpMethods.GET],
  allowedHeaders: ['content-type', 'x-amz-checksum-sha256'],
  maxAge: 3600,
});

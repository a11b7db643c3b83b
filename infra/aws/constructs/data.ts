/** What is kept: the table and the buckets of media and site. */
import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CorsRule,
  HttpMethods,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { RESULT_DAYS } from '#api/ports/results/sweep.ts';
import type { TableRow } from '../../inventory.types.ts';
import type { Names } from '../names.ts';

export interface DataProps {
  table: TableRow;
  names: Names;
  /** Origin whose pages upload to the media bucket, for example `https://artissist.example`. */
  origin: string;
}

/** The table with its indexes and stream, and two private buckets. All outlive their stack. */
export class Data extends Construct {
  readonly streamArn: string;

  constructor(stack: Stack, id: string, { table, names, origin }: DataProps) {
    super(stack, id);
    const kept = this.#table(table, names);
    this.streamArn = kept.tableStreamArn ?? '';
    this.#bucket('Media', names.mediaBucket, { served: 'p/*', results: 'e/' }, [uploadsFrom(origin)]);
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
  ): void {
    const bucket = new Bucket(this, id, {
      bucketName,
      cors,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      lifecycleRules: [
        {
          id: 'old-versions',
          noncurrentVersionExpiration: Duration.days(30),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
          expiredObjectDeleteMarker: true,
        },
        // What models and readers answered: asked for again where it is missing.
        ...(keys.results === undefined
          ? []
          : [{ id: 'old-results', prefix: keys.results, expiration: Duration.days(RESULT_DAYS) }]),
      ],
      removalPolicy: RemovalPolicy.RETAIN,
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
    if (keys.hidden === undefined) return;
    cloudFront('CloudFrontNeverReads', Effect.DENY, 's3:GetObject', bucket.arnForObjects(keys.hidden));
  }
}

/** Browsers send signed uploads to the bucket itself. */
const uploadsFrom = (origin: string): CorsRule => ({
  allowedOrigins: [origin],
  allowedMethods: [HttpMethods.PUT, HttpMethods.GET],
  allowedHeaders: ['content-type', 'x-amz-checksum-sha256'],
  maxAge: 3600,
});

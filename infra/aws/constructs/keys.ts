/**
 * The customer keys behind the stores: one for each kind, so that a key that is disabled stops that kind and no other.
 * Their policies let in whoever may use the store, through the store, as AWS's own keys do; so roles need no word about
 * keys, and what reads through a service has to be allowed by that service's policies as well.
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AnyPrincipal, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Names } from '../names.ts';

/** Uses of a key that stores make for their callers. */
const USES = [
  'kms:Encrypt',
  'kms:Decrypt',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:DescribeKey',
];

/** Each is made anew every year under the same id, and outlives its stack where its store does. */
export class Keys extends Construct {
  /** The table, its indexes and its backups, and what the search index holds of it. */
  readonly table: Key;
  /** Objects of media and site. */
  readonly objects: Key;
  /** What passes by: events, queues, topics, streams of logs, logs, secrets. */
  readonly operations: Key;

  constructor(stack: Stack, id: string, names: Names) {
    super(stack, id);
    const { account, partition } = stack;

    this.table = customerKey(this, 'Table', {
      names,
      name: 'table',
      services: ['dynamodb', 'backup', 'aoss'],
    });

    this.objects = customerKey(this, 'Objects', { names, name: 'objects', services: ['s3', 'backup'] });
    // The distribution belongs to another stack, see the buckets' policies.
    this.objects.addToResourcePolicy(
      new PolicyStatement({
        sid: 'CloudFrontReads',
        principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
        actions: ['kms:Decrypt'],
        resources: ['*'],
        conditions: {
          ArnLike: { 'aws:SourceArn': `arn:${partition}:cloudfront::${account}:distribution/*` },
        },
      }),
    );

    this.operations = customerKey(this, 'Operations', {
      ...{ names, name: 'operations' },
      services: ['sqs', 'sns', 'secretsmanager', 'events', 'firehose'],
    });
    letWrite(this.operations, ['events.amazonaws.com', 'sns.amazonaws.com', 'cloudwatch.amazonaws.com']);
    letLog(this.operations);
  }
}

/** The key of what stands in us-east-1 whatever the stage's region: logs of the edge, and the topic of its alarms. */
export class EdgeKey extends Construct {
  readonly key: Key;

  constructor(stack: Stack, id: string, names: Names) {
    super(stack, id);
    this.key = customerKey(this, 'Edge', { names, name: 'edge', services: ['sns'] });
    letWrite(this.key, ['sns.amazonaws.com', 'cloudwatch.amazonaws.com']);
    letLog(this.key);
  }
}

/** A key that serves whoever of the account the services serve. */
function customerKey(
  scope: Construct,
  id: string,
  { names, name, services }: { names: Names; name: string; services: string[] },
): Key {
  const { prefix, stage } = names;
  const { account, region } = Stack.of(scope);
  const key = new Key(scope, id, {
    alias: `alias/${prefix}/${name}`,
    description: `Artissist (${stage.name}): ${name}`,
    enableKeyRotation: true,
    rotationPeriod: Duration.days(365),
    pendingWindow: Duration.days(stage.keeps ? 30 : 7),
    removalPolicy: stage.keeps ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  const through = {
    'kms:CallerAccount': account,
    'kms:ViaService': services.map((service) => `${service}.${region}.amazonaws.com`),
  };
  const statement = (sid: string, actions: string[], conditions: object): PolicyStatement =>
    new PolicyStatement({
      sid,
      principals: [new AnyPrincipal()],
      actions,
      resources: ['*'],
      conditions: { StringEquals: through, ...conditions },
    });
  key.addToResourcePolicy(statement('ThroughItsServices', USES, {}));
  key.addToResourcePolicy(
    statement('ForItsServices', ['kms:CreateGrant'], { Bool: { 'kms:GrantIsForAWSResource': 'true' } }),
  );
  return key;
}

/** Services that write by themselves, for nobody. */
function letWrite(key: Key, services: string[]): void {
  letUse(key, 'Events', services, { StringEquals: { 'aws:SourceAccount': Stack.of(key).account } });
}

/** Log groups say which one is meant: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html */
function letLog(key: Key): void {
  const { partition, region, account } = Stack.of(key);
  letUse(key, 'Logs', [`logs.${region}.amazonaws.com`], {
    ArnLike: {
      'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*`,
    },
  });
}

function letUse(key: Key, sid: string, services: string[], conditions: object): void {
  key.addToResourcePolicy(
    new PolicyStatement({
      sid,
      principals: services.map((service) => new ServicePrincipal(service)),
      actions: USES,
      resources: ['*'],
      conditions,
    }),
  );
}

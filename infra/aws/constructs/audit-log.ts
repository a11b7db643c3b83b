/** The log of changes: every event of the bus, by way of a queue, into the bucket of evidence. */
import { Duration } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { EVENT_SOURCE } from '#api/events.ts';
import { evidence } from '../cloud-functions.ts';
import type { Names } from '../names.ts';
import { Lambda } from './lambda.ts';

export interface AuditLogProps {
  names: Names;
  key: IKey;
  /** Folder of the bundled function. */
  bundle: string;
}

/** Events that are kept as one object: what comes in five minutes, a thousand at most. */
const AT_ONCE = 1000;
const WINDOW = Duration.minutes(5);
const ATTEMPTS = 10;

export class AuditLog extends Construct {
  constructor(scope: Construct, id: string, { names, key, bundle }: AuditLogProps) {
    super(scope, id);
    const queue = (queueId: string, props: ConstructorParameters<typeof Queue>[2] = {}): Queue =>
      new Queue(this, queueId, {
        encryption: QueueEncryption.KMS,
        encryptionMasterKey: key,
        enforceSSL: true,
        retentionPeriod: Duration.days(14),
        ...props,
      });
    const dead = queue('Dead');
    const waiting = queue('Waiting', {
      visibilityTimeout: WINDOW.plus(Duration.seconds(evidence.timeoutSeconds * 6)),
      deadLetterQueue: { queue: dead, maxReceiveCount: ATTEMPTS },
    });
    new Rule(this, 'Rule', {
      eventBus: EventBus.fromEventBusName(this, 'Bus', names.prefix),
      description: evidence.purpose,
      eventPattern: { source: [EVENT_SOURCE] },
      targets: [new SqsQueue(waiting, { deadLetterQueue: dead })],
    });
    const { function: target } = new Lambda(this, 'Evidence', {
      row: evidence,
      bundle,
      stage: names.stage,
      environment: { AUDIT_BUCKET: names.auditBucket },
      statements: [
        new PolicyStatement({
          actions: ['s3:PutObject'],
          resources: [`arn:aws:s3:::${names.auditBucket}/changes/*`],
        }),
        new PolicyStatement({
          actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
          resources: [waiting.queueArn],
        }),
      ],
    });
    new EventSourceMapping(this, 'Source', {
      target,
      eventSourceArn: waiting.queueArn,
      batchSize: AT_ONCE,
      maxBatchingWindow: WINDOW,
      reportBatchItemFailures: false,
    });
  }
}

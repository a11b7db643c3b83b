/** What reacts: the table's stream, through a pipe, onto a bus, and from there a queue for each consumer. */
import { Duration, type Stack } from 'aws-cdk-lib';
import { Archive, EventBus, type EventPattern, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Effect, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnPipe } from 'aws-cdk-lib/aws-pipes';
import { Queue, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { EVENT_SOURCE } from '#api/events.ts';
import type { ConsumerRow } from '../../inventory.types.ts';
import type { Names } from '../names.ts';
import type { Functions } from './functions.ts';

export interface EventsProps {
  consumers: readonly ConsumerRow[];
  functions: Functions;
  names: Names;
  streamArn: string;
  /** Encrypts what passes and what waits. */
  key: IKey;
}

/** The function that makes events of stream records. */
const ENRICHMENT = 'to-events';
/** PutEvents takes 10 at once, and so does a FIFO queue's receiver. */
const AT_ONCE = 10;
/** An hour less than the stream keeps a record: time to note it, and for a pipe that was stopped to catch up. */
const GIVE_UP_SECONDS = 23 * 3600;
/** How long events can be replayed. The table itself can be read again at any time (`npm run reindex`). */
const ARCHIVE_DAYS = { dev: 3, staging: 14, prod: 90 };

export class Events extends Construct {
  /** What could not be handed over at all; a person looks here. */
  readonly undelivered: Queue;
  /** What a consumer failed at for as often as it tries, by its name; a person looks here too. */
  readonly deadLetters: ReadonlyMap<string, Queue>;
  /** What waits for a consumer, by its name. */
  readonly waiting: ReadonlyMap<string, Queue>;
  readonly #key: IKey;

  constructor(stack: Stack, id: string, { consumers, functions, names, streamArn, key }: EventsProps) {
    super(stack, id);
    this.#key = key;
    this.undelivered = this.#queue('Undelivered', { retentionPeriod: Duration.days(14) });
    const bus = new EventBus(this, 'Bus', { eventBusName: names.prefix, kmsKey: key });
    // From here a consumer is given again what it lost: `ReplayArchive`, to its rule alone.
    new Archive(this, 'Archive', {
      archiveName: names.prefix,
      description: 'Events of the table, to be replayed',
      sourceEventBus: bus,
      kmsKey: key,
      eventPattern: { source: [EVENT_SOURCE] },
      retention: Duration.days(ARCHIVE_DAYS[names.stage.kind]),
    });
    this.#pipe(bus, functions, streamArn);
    const queues = consumers.map((row) => [row.name, this.#consumer(row, bus, functions)] as const);
    this.waiting = new Map(queues.map(([name, { waiting }]) => [name, waiting]));
    this.deadLetters = new Map(queues.map(([name, { deadLetters }]) => [name, deadLetters]));
  }

  /**
   * Reads from the oldest record kept, so that what was written before the pipe is not lost. A record that fails is
   * tried for nearly as long as the stream keeps it, alone after bisection, and then noted where it stands: until it is
   * passed over, those behind it in its shard wait.
   */
  #pipe(bus: EventBus, functions: Functions, source: string): void {
    const enrichment = functions.get(ENRICHMENT).function.functionArn;
    const role = new Role(this, 'PipeRole', {
      assumedBy: new ServicePrincipal('pipes.amazonaws.com'),
      inlinePolicies: {
        Access: new PolicyDocument({
          statements: [
            allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], source),
            // Streams are listed, not named: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html
            allow(['dynamodb:ListStreams'], '*'),
            allow(['lambda:InvokeFunction'], enrichment),
            allow(['events:PutEvents'], bus.eventBusArn),
            allow(['sqs:SendMessage'], this.undelivered.queueArn),
          ],
        }),
      },
    });
    new CfnPipe(this, 'Pipe', {
      description: 'Changes of the table become events',
      roleArn: role.roleArn,
      source,
      sourceParameters: {
        dynamoDbStreamParameters: {
          startingPosition: 'TRIM_HORIZON',
          batchSize: AT_ONCE,
          maximumRetryAttempts: -1,
          maximumRecordAgeInSeconds: GIVE_UP_SECONDS,
          onPartialBatchItemFailure: 'AUTOMATIC_BISECT',
          deadLetterConfig: { arn: this.undelivered.queueArn },
        },
      },
      enrichment,
      target: bus.eventBusArn,
      targetParameters: {
        eventBridgeEventBusParameters: { source: EVENT_SOURCE, detailType: '$.type' },
      },
    });
  }

  /**
   * One in flight is a FIFO queue of one group, since the receiver of a standard queue is at least two. EventBridge's
   * own id makes each message another, so that nothing is taken for a double.
   */
  #consumer(
    row: ConsumerRow,
    eventBus: EventBus,
    functions: Functions,
  ): { waiting: Queue; deadLetters: Queue } {
    const { function: fn, role } = functions.get(row.function);
    const single = row.concurrency === 1;
    const fifo = single ? { fifo: true, contentBasedDeduplication: true } : {};
    const timeout = fn.timeout ?? Duration.seconds(3);
    const deadLetters = this.#queue(`${row.name}-dead`, { ...fifo, retentionPeriod: Duration.days(14) });
    const waiting = this.#queue(row.name, {
      ...fifo,
      // A message that failed comes again after this. In one group the others wait for it.
      visibilityTimeout: single
        ? timeout.plus(Duration.seconds(30))
        : Duration.seconds(timeout.toSeconds() * 6),
      deliveryDelay: Duration.seconds(row.delaySeconds ?? 0),
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: row.attempts },
    });
    new Rule(this, `${row.name}-rule`, {
      eventBus,
      description: row.purpose,
      // The inventory's patterns are EventBridge's own, in JSON; the type here knows only the outermost keys.
      eventPattern: patternOf(row),
      targets: [
        new SqsQueue(waiting, {
          deadLetterQueue: this.undelivered,
          ...(single ? { messageGroupId: row.name } : {}),
        }),
      ],
    });
    const batchSize = single ? Math.min(row.batchSize, AT_ONCE) : row.batchSize;
    role.addToPolicy(
      allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], waiting.queueArn),
    );
    const mapping = new EventSourceMapping(this, `${row.name}-source`, {
      target: fn,
      eventSourceArn: waiting.queueArn,
      batchSize,
      reportBatchItemFailures: true,
      ...(single ? {} : { maxConcurrency: row.concurrency }),
      ...(batchSize > AT_ONCE ? { maxBatchingWindow: Duration.seconds(1) } : {}),
    });
    mapping.node.addDependency(role);
    return { waiting, deadLetters };
  }

  #queue(id: string, props: QueueProps): Queue {
    return new Queue(this, id, { encryptionMasterKey: this.#key, enforceSSL: true, ...props });
  }
}

/** `detail-type` is spelt `detailType` here. */
function patternOf({ pattern }: ConsumerRow): EventPattern {
  const { 'detail-type': detailType, ...rest } = pattern;
  return { ...rest, ...(detailType && { detailType }) } as EventPattern;
}

const allow = (actions: string[], resource: string): PolicyStatement =>
  new PolicyStatement({ effect: Effect.ALLOW, actions, resources: [resource] });

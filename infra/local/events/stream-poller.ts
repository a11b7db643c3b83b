/**
 * Reads the table's stream into the journal: every shard, parents before children, after a durable position. It stands
 * for the EventBridge pipe.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html
 */
import {
  ExpiredIteratorException,
  GetRecordsCommand,
  ResourceNotFoundException,
  TrimmedDataAccessException,
  type DynamoDBStreamsClient,
} from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';
import type { ChangeEvent } from '#api/events.ts';
import type { EventSource } from './bus.ts';
import type { Journal } from './journal.ts';
import { startSignal } from './signal.ts';
import { toLambdaRecord } from './stream-record.ts';
import { listShards, openShard, readableShards, vanishedShards, type ShardReader } from './stream-shards.ts';

export interface StreamPollerOptions {
  client: Pick<DynamoDBStreamsClient, 'send'>;
  streamArn: string;
  journal: Pick<
    Journal,
    'append' | 'shards' | 'stream' | 'resetStream' | 'reconciliationIsDue' | 'reconciled'
  >;
  toEvents: (record: DynamoDBRecord) => ChangeEvent[];
  /**
   * Makes up for records that were never read, by looking through the table. Runs while the stream is read on; when the
   * process ends before it does, it runs again at the next start.
   */
  onGap: (reason: string) => Promise<void>;
  log: (message: string) => void;
  /** Whether the table was just made, so that a journal without a position has missed nothing. */
  tableIsNew: boolean;
  /** Between two reads while records come, ms. */
  activeMs?: number;
  /** Between two reads when none came for a while, ms. */
  idleMs?: number;
}

export interface StreamPoller extends EventSource {
  /** Reads now: a write has just been made. */
  poke(): void;
}

/** Most that one read may ask for. */
const RECORDS_LIMIT = 1000;
/** Each read without records waits this much longer, up to `idleMs`. */
const SLOWDOWN = 1.25;
/** Between two looks for new shards, ms; a shard that ends is followed at once. */
const SHARDS_INTERVAL_MS = 30_000;
const RETRY_MS = 500;

export function createStreamPoller(options: StreamPollerOptions): StreamPoller {
  const { client, streamArn, journal, toEvents, log, activeMs = 20, idleMs = 100 } = options;
  const signal = startSignal();
  /** The shards being read. */
  const readers = new Map<string, ShardReader>();
  const catchingUp = new Set<{
    firstRound: number;
    since: number;
    settle: () => void;
    fail: (error: Error) => void;
  }>();
  let positions = new Map(journal.shards().map((shard) => [shard.shardId, shard]));
  let shardsListedAt = -Infinity;
  let reconciling: Promise<void> = Promise.resolve();
  let running: Promise<void> | undefined;
  let rounds = 0;
  let closed = false;

  /** Begins again with the oldest record. The journal remembers that a reconciliation is due until it has ended. */
  function startOver(reason: string | undefined): void {
    journal.resetStream(streamArn, reason !== undefined);
    positions = new Map();
    readers.clear();
    if (reason !== undefined) reconcile(reason);
  }

  function reconcile(reason: string): void {
    log(`Events: ${reason}; reconciling from the table`);
    reconciling = reconciling
      .then(() => options.onGap(reason))
      .then(
        () => (closed ? undefined : journal.reconciled()),
        (error: unknown) => log(`Events: reconciliation failed, the next start tries again: ${error}`),
      );
  }

  function begin(): void {
    const known = journal.stream();
    if (known === streamArn) {
      if (journal.reconciliationIsDue()) reconcile('an earlier reconciliation did not end');
    } else if (known !== undefined) startOver(`the table's stream is another one than before`);
    else
      startOver(options.tableIsNew ? undefined : 'this journal has not read the stream of this table before');
  }

  async function findShards(): Promise<void> {
    const shards = await listShards(client, streamArn);
    const vanished = vanishedShards(shards, positions);
    if (vanished.length > 0) startOver(`${vanished.join(', ')} vanished before it was read to its end`);
    for (const { ShardId: shardId } of readableShards(shards, positions)) {
      if (!shardId || readers.has(shardId)) continue;
      const reader = await openShard(client, streamArn, shardId, positions.get(shardId)?.sequenceNumber);
      if (reader) readers.set(shardId, reader);
    }
    shardsListedAt = Date.now();
  }

  /** Reads each shard once; returns how many records there were and when the oldest was made (ms since 1970). */
  async function round(): Promise<{ records: number; oldest: number }> {
    if (Date.now() - shardsListedAt > SHARDS_INTERVAL_MS) await findShards();
    let records = 0;
    let oldest = Infinity;
    for (const [shardId, { iterator, expects }] of [...readers]) {
      const read = await client.send(
        new GetRecordsCommand({ ShardIterator: iterator, Limit: RECORDS_LIMIT }),
      );
      const found = (read.Records ?? []).map(toLambdaRecord);
      if (expects !== undefined && found.shift()?.dynamodb?.SequenceNumber !== expects) {
        startOver(`record ${expects}, the last one read of ${shardId}, is gone`);
        shardsListedAt = -Infinity;
        return { records: 0, oldest: Infinity };
      }
      if (read.NextShardIterator) readers.set(shardId, { iterator: read.NextShardIterator });
      else {
        readers.delete(shardId);
        shardsListedAt = -Infinity;
      }
      if (found.length === 0 && read.NextShardIterator) continue;
      note(shardId, found, !read.NextShardIterator);
      records += found.length;
      oldest = Math.min(oldest, ...found.map((record) => record.dynamodb?.ApproximateCreationDateTime ?? 0));
    }
    return { records, oldest: oldest * 1000 };
  }

  function note(shardId: string, records: DynamoDBRecord[], finished: boolean): void {
    const sequenceNumber = records.at(-1)?.dynamodb?.SequenceNumber ?? positions.get(shardId)?.sequenceNumber;
    const position = { shardId, sequenceNumber, finished };
    journal.append(records.flatMap(eventsOf), position);
    positions.set(shardId, position);
  }

  /** A record that cannot be understood must not hold up all that come after it. */
  function eventsOf(record: DynamoDBRecord): ChangeEvent[] {
    try {
      return toEvents(record);
    } catch (error) {
      log(`Events: skipped stream record ${record.eventID}, it could not be turned into events: ${error}`);
      return [];
    }
  }

  function recover(error: unknown): void {
    readers.clear();
    shardsListedAt = -Infinity;
    if (error instanceof ExpiredIteratorException) return;
    if (error instanceof TrimmedDataAccessException)
      return startOver('records were dropped before they were read');
    const gone = error instanceof ResourceNotFoundException ? ' (the table or its stream is gone)' : '';
    log(`Events: the stream could not be read${gone}, trying again: ${error}`);
  }

  async function run(): Promise<void> {
    let pause = activeMs;
    while (!closed) {
      rounds += 1;
      try {
        const { records, oldest } = await round();
        pause = records > 0 ? activeMs : Math.min(idleMs, pause * SLOWDOWN);
        for (const waiter of catchingUp) {
          // Time stamps are whole seconds: only what is a second newer is newer for sure.
          const isEnd = records === 0 ? shardsListedAt > 0 : oldest > waiter.since + 1000;
          if (!isEnd || rounds < waiter.firstRound) continue;
          catchingUp.delete(waiter);
          waiter.settle();
        }
        if (records >= RECORDS_LIMIT || (records > 0 && catchingUp.size > 0)) continue;
      } catch (error) {
        recover(error);
        pause = RETRY_MS;
      }
      await signal.wait(catchingUp.size > 0 ? 1 : pause);
    }
  }

  return {
    start() {
      if (running) throw new Error('The stream is being read already');
      begin();
      running = run();
    },
    poke: () => signal.raise(),
    async catchUp() {
      await new Promise<void>((settle, fail) => {
        if (closed || !running) return fail(new Error('The stream is not being read'));
        catchingUp.add({ firstRound: rounds + 1, since: Date.now(), settle, fail });
        signal.raise();
      });
      await reconciling;
    },
    async close() {
      closed = true;
      signal.raise();
      await running;
      for (const waiter of catchingUp) waiter.fail(new Error('The stream is no longer read'));
    },
  };
}

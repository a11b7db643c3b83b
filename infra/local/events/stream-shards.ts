/** Which shards a stream has, and where to go on reading in each. */
import {
  DescribeStreamCommand,
  GetShardIteratorCommand,
  type DynamoDBStreamsClient,
  type Shard,
} from '@aws-sdk/client-dynamodb-streams';
import type { ShardPosition } from './journal.ts';

type Client = Pick<DynamoDBStreamsClient, 'send'>;

/** All shards of a stream, over all pages. */
export async function listShards(client: Client, streamArn: string): Promise<Shard[]> {
  const shards: Shard[] = [];
  let ExclusiveStartShardId: string | undefined;
  do {
    const { StreamDescription: page } = await client.send(
      new DescribeStreamCommand({ StreamArn: streamArn, ExclusiveStartShardId }),
    );
    shards.push(...(page?.Shards ?? []));
    ExclusiveStartShardId = page?.LastEvaluatedShardId;
  } while (ExclusiveStartShardId);
  return shards;
}

/**
 * Shards that may be read now: not read to their end, and their parents are (or are gone), which keeps the changes of
 * one item in order.
 */
export function readableShards(shards: Shard[], positions: Map<string, ShardPosition>): Shard[] {
  const present = new Set(shards.map((shard) => shard.ShardId));
  const isFinished = (id: string | undefined): boolean => positions.get(id!)?.finished === true;
  return shards.filter(
    ({ ShardId, ParentShardId }) =>
      !isFinished(ShardId) && (!ParentShardId || !present.has(ParentShardId) || isFinished(ParentShardId)),
  );
}

/**
 * Why records may have been missed, if so: a shard vanished before it was read to its end, or records after its
 * position did.
 */
export function findGap(shards: Shard[], positions: Map<string, ShardPosition>): string | undefined {
  const ranges = new Map(shards.map((shard) => [shard.ShardId, shard.SequenceNumberRange]));
  for (const { shardId, sequenceNumber, finished } of positions.values()) {
    if (finished) continue;
    const range = ranges.get(shardId);
    if (!range) return `shard ${shardId} is gone before it was read to its end`;
    if (sequenceNumber === undefined) continue;
    const { StartingSequenceNumber: first, EndingSequenceNumber: last } = range;
    if (first !== undefined && BigInt(first) > BigInt(sequenceNumber) + 1n)
      return `records after ${sequenceNumber} are gone, the oldest is ${first}`;
    if (last !== undefined && BigInt(last) < BigInt(sequenceNumber))
      return `the stream ends at ${last}, before ${sequenceNumber}: it is another one`;
  }
  return undefined;
}

/** An iterator that goes on after a position, or begins with the oldest record. */
export async function iteratorAfter(
  client: Client,
  streamArn: string,
  shardId: string,
  sequenceNumber: string | undefined,
): Promise<string | undefined> {
  const { ShardIterator } = await client.send(
    new GetShardIteratorCommand({
      StreamArn: streamArn,
      ShardId: shardId,
      ...(sequenceNumber === undefined
        ? { ShardIteratorType: 'TRIM_HORIZON' }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: sequenceNumber }),
    }),
  );
  return ShardIterator;
}

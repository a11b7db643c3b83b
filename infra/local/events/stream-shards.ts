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

/** Shards that vanished before they were read to their end: their records were missed. */
export function vanishedShards(shards: Shard[], positions: Map<string, ShardPosition>): string[] {
  const present = new Set(shards.map((shard) => shard.ShardId));
  return [...positions.values()]
    .filter(({ shardId, finished }) => !finished && !present.has(shardId))
    .map(({ shardId }) => shardId);
}

/** Where to read in a shard. */
export interface ShardReader {
  iterator: string;
  /** The record that the first read must begin with, being the last one read before. */
  expects?: string;
}

/**
 * Reads on in a shard, or begins with its oldest record. Reading on begins with the last record read before, not after
 * it: its presence shows that the stream is still the same one and that nothing behind it was dropped.
 */
export async function openShard(
  client: Client,
  streamArn: string,
  shardId: string,
  sequenceNumber: string | undefined,
): Promise<ShardReader | undefined> {
  const { ShardIterator } = await client.send(
    new GetShardIteratorCommand({
      StreamArn: streamArn,
      ShardId: shardId,
      ...(sequenceNumber === undefined
        ? { ShardIteratorType: 'TRIM_HORIZON' }
        : { ShardIteratorType: 'AT_SEQUENCE_NUMBER', SequenceNumber: sequenceNumber }),
    }),
  );
  return ShardIterator === undefined ? undefined : { iterator: ShardIterator, expects: sequenceNumber };
}

/** The stream: the part of the DynamoDB contract that everything which reacts relies on. */
import {
  DeleteItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient, GetRecordsCommand, type _Record } from '@aws-sdk/client-dynamodb-streams';
import { marshall } from '@aws-sdk/util-dynamodb';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listShards, openShard } from '../events/stream-shards.ts';
import { ContractTable, engines } from './contract-table.ts';

describe.each(engines)('DynamoDB on $name: its stream', ({ endpoint }) => {
  const on = new ContractTable(endpoint);
  beforeAll(() => on.open());
  afterAll(() => on.close());

  describe('the stream', () => {
    /** Records of one partition, read from the oldest until there are as many as there will be. */
    async function records(PK: string, expected: number): Promise<_Record[]> {
      const streams = new DynamoDBStreamsClient({ ...on.engine, endpoint: on.engine.streamsEndpoint });
      for (;;) {
        const found: _Record[] = [];
        for (const { ShardId } of await listShards(streams, on.ensured.streamArn)) {
          let next = (await openShard(streams, on.ensured.streamArn, ShardId!, undefined))?.iterator;
          for (let empty = 0; next && empty < 5;) {
            const page: { Records?: _Record[]; NextShardIterator?: string } = await streams.send(
              new GetRecordsCommand({ ShardIterator: next }),
            );
            found.push(...(page.Records ?? []).filter((record) => record.dynamodb?.Keys?.['PK']?.S === PK));
            empty = page.Records?.length ? 0 : empty + 1;
            next = page.NextShardIterator;
          }
        }
        if (found.length >= expected) return found;
        await sleep(100);
      }
    }

    test('tells each change of an item in order, with the item before and after', async () => {
      const Key = marshall({ PK: on.partition(), SK: 'x' });
      await on.client.send(
        new PutItemCommand({
          TableName: on.name,
          Item: { ...Key, n: { N: '1' }, bytes: { B: new Uint8Array([1]) } },
        }),
      );
      await on.client.send(
        new UpdateItemCommand({
          TableName: on.name,
          Key,
          UpdateExpression: 'SET n = :n',
          ExpressionAttributeValues: { ':n': { N: '2' } },
        }),
      );
      await on.client.send(new DeleteItemCommand({ TableName: on.name, Key }));
      await on.client.send(new DeleteItemCommand({ TableName: on.name, Key }));

      const found = await records(Key['PK']!.S!, 3);

      expect(
        found.map(({ eventName, dynamodb }) => [
          eventName,
          dynamodb?.OldImage?.['n']?.N,
          dynamodb?.NewImage?.['n']?.N,
        ]),
      ).toEqual([
        ['INSERT', undefined, '1'],
        ['MODIFY', '1', '2'],
        ['REMOVE', '2', undefined],
      ]);
      expect(found[0]?.dynamodb?.NewImage?.['bytes']?.B).toEqual(new Uint8Array([1]));
    });

    test('tells every write of a transaction', async () => {
      const PK = on.partition();
      await on.client.send(
        new TransactWriteItemsCommand({
          TransactItems: ['a', 'b'].map((SK) => ({
            Put: { TableName: on.name, Item: marshall({ PK, SK }) },
          })),
        }),
      );

      expect(await records(PK, 2)).toHaveLength(2);
    });

    test('outlives a restart of the engine, where the engine is ours', async () => {
      const PK = on.partition();
      await on.put({ PK, SK: 'before' });
      await on.restart();
      await on.put({ PK, SK: 'after' });

      const found = await records(PK, 2);

      expect(found.map(({ dynamodb }) => dynamodb?.Keys?.['SK']?.S)).toEqual(['before', 'after']);
    });
  });
});

/** Making the table: the part of the DynamoDB contract that `ensureTable` relies on. */
import { DeleteTableCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ContractTable, engines } from './contract-table.ts';
import { ensureTable } from './create-table.ts';

describe.each(engines)('DynamoDB on $name: its table', ({ endpoint }) => {
  const on = new ContractTable(endpoint);
  beforeAll(() => on.open());
  afterAll(() => on.close());

  describe('the table', () => {
    test('is made once, and found the second time', async () => {
      const again = await ensureTable(on.client, on.table);

      expect(on.ensured).toMatchObject({ created: true, addedIndexes: [] });
      expect(again).toEqual({ ...on.ensured, created: false });
    });

    test('gets indexes that it lacks, filled with what is there', async () => {
      const small = { ...on.table, name: `${on.name}-small`, indexes: on.table.indexes.slice(0, 1) };
      await ensureTable(on.client, small);
      const item = { PK: 'a', SK: 'b', collection: 'c', changedAt: '1', card: { title: 'x' } };
      await on.client.send(new PutItemCommand({ TableName: small.name, Item: marshall(item) }));

      const { addedIndexes } = await ensureTable(on.client, {
        ...small,
        indexes: on.table.indexes.slice(0, 2),
      });
      const { Items } = await on.query({
        TableName: small.name,
        IndexName: 'collectionByChange',
        KeyConditionExpression: '#collection = :c',
        ExpressionAttributeNames: { '#collection': 'collection' },
        ExpressionAttributeValues: marshall({ ':c': 'c' }),
      });

      expect(addedIndexes).toEqual(['collectionByChange']);
      expect(Items?.map((found) => unmarshall(found))).toEqual([
        { PK: 'a', SK: 'b', collection: 'c', changedAt: '1', card: { title: 'x' } },
      ]);
      await on.client.send(new DeleteTableCommand({ TableName: small.name }));
    });

    test('refuses other keys than it has', async () => {
      await expect(ensureTable(on.client, { ...on.table, sortKey: 'sort' })).rejects.toThrow(
        'has the keys PK (HASH), SK (RANGE), the inventory says PK (HASH), sort (RANGE)',
      );
    });
  });
});

/** Queries, indexes and batches: the part of the DynamoDB contract that every list relies on. */
import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  UpdateItemCommand,
  type AttributeValue,
  type QueryCommandInput,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caught, ContractTable, engines } from './contract-table.ts';

type Item = Record<string, AttributeValue>;

describe.each(engines)('DynamoDB on $name: many items', ({ endpoint }) => {
  const on = new ContractTable(endpoint);
  beforeAll(() => on.open());
  afterAll(() => on.close());

  describe('queries', () => {
    let PK: string;
    const sortKeys = [
      'LOG#1',
      'PROJECT#a',
      'PROJECT#a#ASSET#1',
      'PROJECT#a#LOG#1',
      'PROJECT#a#LOG#2',
      'PROJECT#b',
      'PROJECT#ä',
      'PROJECT#😀',
    ];
    /** All sort keys of a query, page by page. */
    async function keys(
      condition: string,
      values: Record<string, string>,
      extra: Partial<QueryCommandInput> = {},
    ) {
      const found: string[] = [];
      let pages = 0;
      let ExclusiveStartKey: Item | undefined;
      do {
        const page = await on.query({
          KeyConditionExpression: `PK = :pk AND ${condition}`,
          ExpressionAttributeValues: marshall({ ':pk': PK, ...values }),
          ExclusiveStartKey,
          ...extra,
        });
        found.push(...(page.Items ?? []).map((item) => item['SK']!.S!));
        ExclusiveStartKey = page.LastEvaluatedKey;
        pages += 1;
      } while (ExclusiveStartKey);
      return { found, pages };
    }

    beforeAll(async () => {
      PK = on.partition();
      for (const SK of [...sortKeys].reverse()) await on.put({ PK, SK });
    });

    const withA = ['PROJECT#a', 'PROJECT#a#ASSET#1', 'PROJECT#a#LOG#1', 'PROJECT#a#LOG#2'];
    test.each<[string, string, Record<string, string>, string[]]>([
      ['BETWEEN', 'SK BETWEEN :from AND :to', { ':from': 'PROJECT#a', ':to': 'PROJECT#a#LOG#~' }, withA],
      ['begins_with', 'begins_with(SK, :p)', { ':p': 'PROJECT#a#' }, withA.slice(1)],
      ['above', 'SK > :k', { ':k': 'PROJECT#b' }, ['PROJECT#ä', 'PROJECT#😀']],
      ['below or at', 'SK <= :k', { ':k': 'PROJECT#a' }, ['LOG#1', 'PROJECT#a']],
    ])(
      '%s answers in the order of UTF-8 bytes, both ways, in pages of any size',
      async (_name, condition, values, expected) => {
        const all = await keys(condition, values);
        const backwards = await keys(condition, values, { ScanIndexForward: false });
        const paged = await keys(condition, values, { Limit: 2 });
        const pagedBackwards = await keys(condition, values, { Limit: 1, ScanIndexForward: false });

        expect(all.found).toEqual(expected);
        expect(backwards.found).toEqual([...expected].reverse());
        expect(paged.found).toEqual(expected);
        expect(pagedBackwards.found).toEqual([...expected].reverse());
      },
    );

    test('filters apply after the limit', async () => {
      const page = await on.query({
        KeyConditionExpression: 'PK = :pk',
        FilterExpression: 'attribute_exists(nothing)',
        ExpressionAttributeValues: marshall({ ':pk': PK }),
        Limit: 3,
      });

      expect([page.Count, page.ScannedCount]).toEqual([0, 3]);
      expect(page.LastEvaluatedKey).toBeDefined();
    });

    test('a page ends at 1 MB', async () => {
      const big = on.partition();
      for (let n = 0; n < 6; n += 1) await on.put({ PK: big, SK: String(n), text: 'x'.repeat(300_000) });

      const first = await on.query({
        KeyConditionExpression: 'PK = :pk',
        ExpressionAttributeValues: marshall({ ':pk': big }),
      });

      expect(first.Items!.length).toBeGreaterThanOrEqual(3);
      expect(first.Items!.length).toBeLessThanOrEqual(4);
      expect(first.LastEvaluatedKey).toBeDefined();
    });
  });

  describe('indexes', () => {
    /** Indexes are eventually consistent: asks until there are as many as there will be. */
    async function collection(name: string, expected: number, extra: Partial<QueryCommandInput> = {}) {
      for (;;) {
        const { Items = [], LastEvaluatedKey } = await on.query({
          IndexName: 'collectionInOrder',
          KeyConditionExpression: '#collection = :c',
          ExpressionAttributeNames: { '#collection': 'collection' },
          ExpressionAttributeValues: marshall({ ':c': name }),
          ...extra,
        });
        if (Items.length === expected)
          return { items: Items.map((item) => unmarshall(item)), LastEvaluatedKey };
        await sleep(50);
      }
    }

    test('hold only items with both keys, and only their card', async () => {
      const PK = on.partition();
      const card = { title: 'Work' };
      await on.put({ PK, SK: 'listed', collection: PK, order: '1', card, secret: 'x' });
      await on.put({ PK, SK: 'without order', collection: PK, card });

      const { items } = await collection(PK, 1);

      expect(items).toEqual([{ PK, SK: 'listed', collection: PK, order: '1', card }]);
    });

    test('follow changes and let go what loses its key', async () => {
      const PK = on.partition();
      for (const n of [1, 2, 3])
        await on.put({ PK, SK: String(n), collection: PK, order: String(n), card: { n } });
      await collection(PK, 3);

      const change = (SK: string, UpdateExpression: string, values?: Record<string, unknown>) =>
        on.client.send(
          new UpdateItemCommand({
            TableName: on.name,
            Key: marshall({ PK, SK }),
            UpdateExpression,
            ExpressionAttributeNames: { '#order': 'order' },
            ExpressionAttributeValues: values && marshall(values),
          }),
        );
      await change('1', 'SET #order = :o', { ':o': '9' });
      await change('2', 'REMOVE #order');
      const { items } = await collection(PK, 2);

      expect(items.map(({ SK }) => SK as string)).toEqual(['3', '1']);
    });

    test('page through items of the same key', async () => {
      const PK = on.partition();
      for (const n of [1, 2, 3]) await on.put({ PK, SK: String(n), collection: PK, order: 'same', card: {} });
      await collection(PK, 3);

      const first = await collection(PK, 2, { Limit: 2 });
      const second = await collection(PK, 1, { ExclusiveStartKey: first.LastEvaluatedKey });

      const found = [...first.items, ...second.items].map(({ SK }) => SK as string);
      expect(new Set(found)).toEqual(new Set(['1', '2', '3']));
    });
  });

  describe('batches', () => {
    test('write and read many, in as many requests as it takes', async () => {
      const PK = on.partition();
      let left: WriteRequest[] = Array.from({ length: 25 }, (_, n) => ({
        PutRequest: { Item: marshall({ PK, SK: String(n), n }) },
      }));
      while (left.length > 0) {
        const { UnprocessedItems } = await on.client.send(
          new BatchWriteItemCommand({ RequestItems: { [on.name]: left } }),
        );
        left = UnprocessedItems?.[on.name] ?? [];
      }

      const found: Item[] = [];
      let Keys: Item[] | undefined = Array.from({ length: 30 }, (_, n) => marshall({ PK, SK: String(n) }));
      while (Keys?.length) {
        const page: Awaited<ReturnType<typeof batchGet>> = await batchGet(Keys);
        found.push(...(page.Responses?.[on.name] ?? []));
        Keys = page.UnprocessedKeys?.[on.name]?.Keys;
      }

      expect(found.map((item) => unmarshall(item)['n'] as number).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 25 }, (_, n) => n),
      );
    });

    const batchGet = (Keys: Item[]) =>
      on.client.send(
        new BatchGetItemCommand({ RequestItems: { [on.name]: { Keys, ConsistentRead: true } } }),
      );

    test('of more than 16 MB leave keys unprocessed', async () => {
      const PK = on.partition();
      const text = 'x'.repeat(390_000);
      await Promise.all(Array.from({ length: 45 }, (_, n) => on.put({ PK, SK: String(n), text })));

      const page = await batchGet(Array.from({ length: 45 }, (_, n) => marshall({ PK, SK: String(n) })));

      const read = page.Responses?.[on.name]?.length ?? 0;
      const unprocessed = page.UnprocessedKeys?.[on.name]?.Keys?.length ?? 0;
      expect(unprocessed).toBeGreaterThan(0);
      expect(read + unprocessed).toBe(45);
    });

    test('of more than 25 writes are refused', async () => {
      const requests = Array.from({ length: 26 }, (_, n) => ({
        PutRequest: { Item: marshall({ PK: 'x', SK: String(n) }) },
      }));

      expect(
        await caught(on.client.send(new BatchWriteItemCommand({ RequestItems: { [on.name]: requests } }))),
      ).toMatchObject({ name: 'ValidationException' });
    });
  });
});

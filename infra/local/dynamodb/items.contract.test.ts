/** Items, conditions and transactions: the part of the DynamoDB contract that every write relies on. */
import {
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caught, ContractTable, engines } from './contract-table.ts';

describe.each(engines)('DynamoDB on $name: single items and transactions', ({ endpoint }) => {
  const on = new ContractTable(endpoint);
  beforeAll(() => on.open());
  afterAll(() => on.close());

  describe('items', () => {
    test('come back as they were', async () => {
      const item = {
        PK: on.partition(),
        SK: 'x',
        empty: '',
        unicode: 'Žižka 北京 👩‍🎨 \u0000 e\u0301',
        precise: 0.1,
        large: 9007199254740991,
        negative: -1.5e-7,
        yes: true,
        nothing: null,
        words: new Set(['b', 'a', 'ä']),
        numbers: new Set([1, 2.5]),
        bytes: new Uint8Array([0, 255, 128]),
        list: [1, 'two', { three: [] }],
        map: { 'a.b': 1, empty: {} },
      };
      await on.put(item);

      expect(await on.get(item.PK, 'x')).toEqual(item);
    });

    test('keep numbers of 38 digits', async () => {
      const Item = {
        PK: { S: on.partition() },
        SK: { S: 'x' },
        n: { N: '12345678901234567890123456789012345678' },
      };
      await on.client.send(new PutItemCommand({ TableName: on.name, Item }));

      const read = await on.client.send(
        new GetItemCommand({ TableName: on.name, Key: { PK: Item.PK, SK: Item.SK }, ConsistentRead: true }),
      );

      expect(read.Item?.['n']).toEqual(Item.n);
    });

    test('are read as written at once when asked consistently', async () => {
      const PK = on.partition();
      for (let n = 0; n < 20; n += 1) {
        await on.put({ PK, SK: 'x', n });

        expect(await on.get(PK, 'x')).toMatchObject({ n });
      }
    });

    test('over 400 KB are refused', async () => {
      const PK = on.partition();
      await on.put({ PK, SK: 'fits', text: 'x'.repeat(409_000) });

      const error = await caught(on.put({ PK, SK: 'too large', text: 'x'.repeat(410_000) }));

      expect(error).toMatchObject({ name: 'ValidationException', message: expect.stringContaining('size') });
    });

    test('with an empty key are refused', async () => {
      expect(await caught(on.put({ PK: '', SK: 'x' }))).toMatchObject({ name: 'ValidationException' });
    });
  });

  describe('conditions', () => {
    test('hold a second creation off', async () => {
      const item = { PK: on.partition(), SK: 'x', by: 'first' };
      const create = (by: string) =>
        on.client.send(
          new PutItemCommand({
            TableName: on.name,
            Item: marshall({ ...item, by }),
            ConditionExpression: 'attribute_not_exists(PK)',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
      await create('first');

      const error = await caught(create('second'));

      expect(error).toBeInstanceOf(ConditionalCheckFailedException);
      expect(unmarshall((error as ConditionalCheckFailedException).Item!)).toEqual(item);
    });

    test('let one of two edits of the same version through', async () => {
      const Key = marshall({ PK: on.partition(), SK: 'x' });
      await on.client.send(new PutItemCommand({ TableName: on.name, Item: { ...Key, version: { N: '1' } } }));
      const edit = (title: string) =>
        on.client.send(
          new UpdateItemCommand({
            TableName: on.name,
            Key,
            UpdateExpression: 'SET title = :title, version = version + :one REMOVE nothing',
            ConditionExpression: 'version = :expected AND attribute_not_exists(deletedAt)',
            ExpressionAttributeValues: marshall({ ':title': title, ':one': 1, ':expected': 1 }),
            ReturnValues: 'ALL_NEW',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );

      const results = await Promise.allSettled([edit('a'), edit('b')]);

      const [won] = results.filter((result) => result.status === 'fulfilled');
      const [lost] = results.filter((result) => result.status === 'rejected');
      expect(won?.value.Attributes).toMatchObject({ version: { N: '2' } });
      expect((lost?.reason as ConditionalCheckFailedException).Item).toMatchObject({ version: { N: '2' } });
    });

    test('know sets, sizes, types and prefixes', async () => {
      const PK = on.partition();
      await on.put({ PK, SK: 'x', tags: new Set(['a', 'b']), name: 'Anna', list: [1, 2] });

      const update = (ConditionExpression: string, values: Record<string, unknown>) =>
        caught(
          on.client.send(
            new UpdateItemCommand({
              TableName: on.name,
              Key: marshall({ PK, SK: 'x' }),
              UpdateExpression: 'ADD #tags :tag SET #list = list_append(#list, :more)',
              ConditionExpression,
              ExpressionAttributeNames: { '#tags': 'tags', '#list': 'list', '#name': 'name' },
              ExpressionAttributeValues: marshall({ ':tag': new Set(['c']), ':more': [3], ...values }),
            }),
          ),
        );

      expect(
        await update('contains(#tags, :a) AND begins_with(#name, :an)', { ':a': 'a', ':an': 'An' }),
      ).toBeUndefined();
      expect(await update('size(#name) > :n', { ':n': 4 })).toBeInstanceOf(ConditionalCheckFailedException);
      expect(await update('attribute_type(#name, :s)', { ':s': 'N' })).toBeInstanceOf(
        ConditionalCheckFailedException,
      );
      expect(
        await update('#name IN (:x, :y) OR NOT #name = :x', { ':x': 'Bea', ':y': 'Cora' }),
      ).toBeUndefined();
      expect(await on.get(PK, 'x')).toMatchObject({ tags: new Set(['a', 'b', 'c']), list: [1, 2, 3, 3] });
    });
  });

  describe('transactions', () => {
    test('write all or nothing, and say which condition failed', async () => {
      const PK = on.partition();
      await on.put({ PK, SK: 'SLUG#taken', holder: 'other' });

      const error = await caught(
        on.client.send(
          new TransactWriteItemsCommand({
            TransactItems: [
              { Put: { TableName: on.name, Item: marshall({ PK, SK: 'PROJECT#1' }) } },
              {
                Put: {
                  TableName: on.name,
                  Item: marshall({ PK, SK: 'SLUG#taken', holder: 'me' }),
                  ConditionExpression: 'attribute_not_exists(PK)',
                  ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
                },
              },
              { Delete: { TableName: on.name, Key: marshall({ PK, SK: 'gone' }) } },
            ],
          }),
        ),
      );

      expect(error).toBeInstanceOf(TransactionCanceledException);
      const reasons = (error as TransactionCanceledException).CancellationReasons!;
      expect(reasons.map(({ Code }) => Code)).toEqual(['None', 'ConditionalCheckFailed', 'None']);
      expect(unmarshall(reasons[1]!.Item!)).toEqual({ PK, SK: 'SLUG#taken', holder: 'other' });
      expect(await on.get(PK, 'PROJECT#1')).toBeUndefined();
    });

    test('put, update, delete and check together', async () => {
      const PK = on.partition();
      await on.put({ PK, SK: 'changed', n: 1 });
      await on.put({ PK, SK: 'deleted' });
      await on.put({ PK, SK: 'checked', n: 7 });

      await on.client.send(
        new TransactWriteItemsCommand({
          TransactItems: [
            { Put: { TableName: on.name, Item: marshall({ PK, SK: 'new' }) } },
            {
              Update: {
                TableName: on.name,
                Key: marshall({ PK, SK: 'changed' }),
                UpdateExpression: 'SET n = n + :one',
                ExpressionAttributeValues: marshall({ ':one': 1 }),
              },
            },
            { Delete: { TableName: on.name, Key: marshall({ PK, SK: 'deleted' }) } },
            {
              ConditionCheck: {
                TableName: on.name,
                Key: marshall({ PK, SK: 'checked' }),
                ConditionExpression: 'n = :seven',
                ExpressionAttributeValues: marshall({ ':seven': 7 }),
              },
            },
          ],
        }),
      );

      expect(await on.get(PK, 'new')).toBeDefined();
      expect(await on.get(PK, 'changed')).toMatchObject({ n: 2 });
      expect(await on.get(PK, 'deleted')).toBeUndefined();
    });

    test('with the same token are made once', async () => {
      const PK = on.partition();
      await on.put({ PK, SK: 'x', n: 0 });
      const ClientRequestToken = randomUUID();
      const add = (n: number) =>
        on.client.send(
          new TransactWriteItemsCommand({
            ClientRequestToken,
            TransactItems: [
              {
                Update: {
                  TableName: on.name,
                  Key: marshall({ PK, SK: 'x' }),
                  UpdateExpression: 'ADD n :n',
                  ExpressionAttributeValues: marshall({ ':n': n }),
                },
              },
            ],
          }),
        );
      await add(1);
      await add(1);

      const other = await caught(add(2));

      expect(await on.get(PK, 'x')).toMatchObject({ n: 1 });
      expect(other).toMatchObject({ name: 'IdempotentParameterMismatchException' });
    });

    test('that touch an item twice are refused', async () => {
      const Put = { TableName: on.name, Item: marshall({ PK: on.partition(), SK: 'x' }) };

      const error = await caught(
        on.client.send(new TransactWriteItemsCommand({ TransactItems: [{ Put }, { Put }] })),
      );

      expect(error).toMatchObject({ name: 'ValidationException' });
    });
  });
});

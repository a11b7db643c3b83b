import { afterAll, beforeAll } from 'vitest';
import { dynamoDbDataSource } from '../datasources/dynamodb.ts';
import type { DataSource, DataSourceResult, JsonObject } from '../../types.ts';
import { startTable } from './dynamodb.ts';
import type { TestTable } from './dynamodb.ts';

export interface ItemsTable {
  /** Runs a request object against the table `items` (`PK`, `SK`; the index `byRank` over `rank`). */
  run(request: JsonObject): Promise<DataSourceResult>;
  put(PK: string, SK: string, attributeValues?: JsonObject): Promise<DataSourceResult>;
  /** A partition that no other test uses. */
  newPartition(): string;
  dataSource(): DataSource;
}

/** A key in AppSync's typed form. */
export const key = (PK: string, SK: string): JsonObject => ({ PK: { S: PK }, SK: { S: SK } });

/** An embedded engine with the table `items` for the tests of one file. */
export function useItemsTable(): ItemsTable {
  let table: TestTable;
  let source: DataSource;
  let partition = 0;

  beforeAll(async () => {
    table = await startTable({
      TableName: 'items',
      KeySchema: [
        { AttributeName: 'PK', KeyType: 'HASH' },
        { AttributeName: 'SK', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'PK', AttributeType: 'S' },
        { AttributeName: 'SK', AttributeType: 'S' },
        { AttributeName: 'rank', AttributeType: 'N' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'byRank',
          KeySchema: [
            { AttributeName: 'PK', KeyType: 'HASH' },
            { AttributeName: 'rank', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
      BillingMode: 'PAY_PER_REQUEST',
    });
    source = dynamoDbDataSource({ client: table.client, tableName: 'items' });
  });
  afterAll(() => table.stop());

  const context = {} as Parameters<DataSource['invoke']>[1]['context'];
  const run = (request: JsonObject) =>
    source.invoke(request, { context, signal: new AbortController().signal });
  return {
    run,
    put: (PK, SK, attributeValues = {}) => run({ operation: 'PutItem', key: key(PK, SK), attributeValues }),
    newPartition: () => `P${(partition += 1)}`,
    dataSource: () => source,
  };
}

/** Makes the table of the inventory exist on an engine. On AWS the CDK app does it. */
import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  ResourceNotFoundException,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
  type AttributeDefinition,
  type DynamoDBClient,
  type GlobalSecondaryIndex,
  type KeySchemaElement,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IndexRow, TableRow } from '#infra/inventory.types.ts';

/** What the table is now. */
export interface EnsuredTable {
  tableName: string;
  streamArn: string;
  /** Whether the table was made by this call. */
  created: boolean;
  /** Indexes that this call added to a table that was there. */
  addedIndexes: string[];
}

/**
 * Creates the table with its stream, indexes and time to live; on one that exists, adds what is missing. Waits until
 * all of it is active. Throws when a table of that name has other keys, since keys cannot be changed.
 */
export async function ensureTable(client: DynamoDBClient, row: TableRow): Promise<EnsuredTable> {
  const existing = await describe(client, row.name);
  if (existing) checkKeys(existing, row);
  else await create(client, row);

  await whenActive(client, row.name);
  if (existing && !existing.StreamSpecification?.StreamEnabled) {
    const StreamSpecification = { StreamEnabled: true, StreamViewType: row.stream };
    await client.send(new UpdateTableCommand({ TableName: row.name, StreamSpecification }));
    await whenActive(client, row.name);
  }
  const addedIndexes = existing ? await addIndexes(client, row, existing) : [];
  await ensureTimeToLive(client, row);

  const table = await whenActive(client, row.name);
  if (!table.LatestStreamArn)
    throw new Error(`Table ${row.name} has no stream. The engine must support DynamoDB Streams.`);
  return { tableName: row.name, streamArn: table.LatestStreamArn, created: !existing, addedIndexes };
}

async function describe(client: DynamoDBClient, name: string): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

async function create(client: DynamoDBClient, row: TableRow): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName: row.name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keySchema(row),
      AttributeDefinitions: attributeDefinitions([row, ...row.indexes]),
      GlobalSecondaryIndexes: row.indexes.length > 0 ? row.indexes.map(indexDefinition) : undefined,
      StreamSpecification: { StreamEnabled: true, StreamViewType: row.stream },
    }),
  );
}

/** DynamoDB adds one index at a time. */
async function addIndexes(client: DynamoDBClient, row: TableRow, table: TableDescription): Promise<string[]> {
  const present = new Set(table.GlobalSecondaryIndexes?.map((index) => index.IndexName));
  const missing = row.indexes.filter((index) => !present.has(index.name));
  for (const index of missing) {
    await client.send(
      new UpdateTableCommand({
        TableName: row.name,
        AttributeDefinitions: attributeDefinitions([row, index]),
        GlobalSecondaryIndexUpdates: [{ Create: indexDefinition(index) }],
      }),
    );
    await whenActive(client, row.name);
  }
  return missing.map((index) => index.name);
}

async function ensureTimeToLive(client: DynamoDBClient, row: TableRow): Promise<void> {
  const { TimeToLiveDescription: now } = await client.send(
    new DescribeTimeToLiveCommand({ TableName: row.name }),
  );
  if (now?.TimeToLiveStatus === 'ENABLED' || now?.TimeToLiveStatus === 'ENABLING') {
    if (now.AttributeName === row.ttl) return;
    throw new Error(
      `Table ${row.name} expires items by "${now.AttributeName}", the inventory says "${row.ttl}". ` +
        'Disable time to live on the table, wait an hour, and start again.',
    );
  }
  const TimeToLiveSpecification = { Enabled: true, AttributeName: row.ttl };
  await client.send(new UpdateTimeToLiveCommand({ TableName: row.name, TimeToLiveSpecification }));
}

async function whenActive(client: DynamoDBClient, name: string): Promise<TableDescription> {
  for (;;) {
    const table = await describe(client, name);
    const indexes = table?.GlobalSecondaryIndexes ?? [];
    if (table?.TableStatus === 'ACTIVE' && indexes.every((index) => index.IndexStatus === 'ACTIVE'))
      return table;
    await sleep(20);
  }
}

function checkKeys(table: TableDescription, row: TableRow): void {
  const complain = (what: string, has: KeySchemaElement[] | undefined, wants: KeySchemaElement[]): void => {
    const text = (keys: KeySchemaElement[] = []): string =>
      keys.map((key) => `${key.AttributeName} (${key.KeyType})`).join(', ');
    if (text(has) === text(wants)) return;
    throw new Error(
      `${what} has the keys ${text(has)}, the inventory says ${text(wants)}. Keys cannot be changed: ` +
        'move the data to a new table, or start with an empty data folder.',
    );
  };
  complain(`Table ${row.name}`, table.KeySchema, keySchema(row));
  for (const index of row.indexes) {
    const present = table.GlobalSecondaryIndexes?.find((other) => other.IndexName === index.name);
    if (present) complain(`Index ${index.name} of table ${row.name}`, present.KeySchema, keySchema(index));
  }
}

type Keys = Pick<IndexRow, 'partitionKey' | 'sortKey'>;

const keySchema = (keys: Keys): KeySchemaElement[] => [
  { AttributeName: keys.partitionKey, KeyType: 'HASH' },
  { AttributeName: keys.sortKey, KeyType: 'RANGE' },
];

const attributeDefinitions = (keys: Keys[]): AttributeDefinition[] =>
  [...new Set(keys.flatMap((key) => [key.partitionKey, key.sortKey]))].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S',
  }));

const indexDefinition = (index: IndexRow): GlobalSecondaryIndex => ({
  IndexName: index.name,
  KeySchema: keySchema(index),
  Projection:
    index.projects.length > 0
      ? { ProjectionType: 'INCLUDE', NonKeyAttributes: index.projects }
      : { ProjectionType: 'KEYS_ONLY' },
});

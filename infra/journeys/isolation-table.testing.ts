/** What the table holds, as text, read past the API. */
import { DynamoDBClient, ScanCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { inventory } from '#infra/inventory.ts';
import { connectionTo } from '../local/dynamodb/connection.ts';
import type { TestPlatform } from './platform.testing.ts';

export type StoredItem = Record<string, AttributeValue>;

/** A client for the engine that the platform started. */
export function tableClient({ logged }: Pick<TestPlatform, 'logged'>): DynamoDBClient {
  const endpoint = logged.map((line) => /DynamoDB: (?:using )?(http:[^" ]+)/.exec(line)?.[1]).find(Boolean);
  if (!endpoint) throw new Error('The platform did not say where its table is.');
  const { region, credentials } = connectionTo(endpoint);
  return new DynamoDBClient({ endpoint, region, credentials });
}

/** Every item, in the order of its keys. */
export async function storedItems(client: DynamoDBClient): Promise<StoredItem[]> {
  const items: StoredItem[] = [];
  let start: StoredItem | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: inventory.table.name, ConsistentRead: true, ExclusiveStartKey: start }),
    );
    items.push(...((page.Items ?? []) as StoredItem[]));
    start = page.LastEvaluatedKey;
  } while (start);
  return items.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

export const keyOf = (item: StoredItem): string => `${item.PK?.S ?? ''} ${item.SK?.S ?? ''}`;

/** One line for each item that is the tenant's, drafts and public documents alike; names of attributes in order. */
export async function partitionDump(client: DynamoDBClient, tenantId: string): Promise<string[]> {
  const items = await storedItems(client);
  return items
    .filter((item) => belongsTo(item, tenantId))
    .map((item) => JSON.stringify(item, Object.keys(flat(item)).toSorted()));
}

const belongsTo = (item: StoredItem, tenantId: string): boolean =>
  [`TENANT#${tenantId}`, `PUBLIC#${tenantId}`].includes(item.PK?.S ?? '') ||
  [item.tenantId?.S, item.holder?.S, item.uid?.S].includes(tenantId);

/** Every name at any depth: what JSON.stringify is to keep, in one order. */
function flat(value: unknown, names: Record<string, true> = {}): Record<string, true> {
  if (value !== null && typeof value === 'object') {
    for (const [name, inner] of Object.entries(value)) {
      names[name] = true;
      flat(inner, names);
    }
  }
  return names;
}

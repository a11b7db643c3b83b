/** What a tenant keeps: its items, drafts and public ones, the files that its assets name, and what it paid models. */
import type { Item, Table } from '#api/ports/table/port.ts';
import { tenantKey, usageSk } from '#api/resolvers/_lib/keys.ts';

export interface Stored {
  tableBytes: number;
  mediaBytes: number;
  modelMicroUsd: number;
}

/** DynamoDB adds this to every item, and as much for each index that it is in. */
const ITEM_OVERHEAD = 100;

/** @param month `2026-11`, UTC, of what models were paid */
export async function storedBy(
  table: Pick<Table, 'query' | 'get'>,
  tenantId: string,
  month: string,
): Promise<Stored> {
  let tableBytes = 0;
  let mediaBytes = 0;
  for (const PK of [`TENANT#${tenantId}`, `PUBLIC#${tenantId}`]) {
    const condition = { expression: 'PK = :pk', values: { ':pk': PK } };
    for await (const item of table.query({ condition })) {
      tableBytes += sizeOf(item);
      if (typeof item.SK === 'string' && /#ASSET#[^#]+$/.test(item.SK)) mediaBytes += numberIn(item.size);
    }
  }
  const usage = await table.get(tenantKey(tenantId, usageSk(month)));
  return { tableBytes, mediaBytes, modelMicroUsd: numberIn(usage?.microUsd) };
}

const numberIn = (value: unknown): number => (typeof value === 'number' && value > 0 ? value : 0);

/**
 * About as many bytes as DynamoDB counts: names and texts in UTF-8, numbers by their digits.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
const sizeOf = (item: Item): number => Buffer.byteLength(JSON.stringify(item)) + ITEM_OVERHEAD;

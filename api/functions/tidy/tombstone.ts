import type { Item, Table } from '../../ports/table/port.ts';
import { externalSk, tenantKey, type Key } from '../../resolvers/_lib/keys.ts';
import { releaseClaims } from './claims.ts';

/** The claim of an importer's reference, so that the record may be imported again. */
export const externalKeys = (tenantId: string, entity: string, item: Item): Key[] =>
  typeof item.externalRef === 'string' ? [tenantKey(tenantId, externalSk(entity, item.externalRef))] : [];

/** Removes an entity that is being deleted, with the claim of its reference. Anything else is left alone. */
export async function removeTombstone(
  table: Table,
  tenantId: string,
  SK: string,
  entity: string,
): Promise<void> {
  const key = tenantKey(tenantId, SK);
  const item = await table.get(key, { consistent: true });
  if (!item?.deletedAt) return;
  await releaseClaims(table, externalKeys(tenantId, entity, item), item.id as string);
  await table.remove([key]);
}

import type { Table } from '../../ports/table/port.ts';
import { tenantKey, type Key } from '../../resolvers/_lib/keys.ts';

/**
 * Removes what was proposed for something that is gone.
 * @param list where the proposals stand, such as `PROJECT#<p>`
 * @param entityId only those for this part of it
 */
export async function removeProposals(
  table: Table,
  tenantId: string,
  list: string,
  entityId?: string,
): Promise<void> {
  const { PK, SK } = tenantKey(tenantId, `${list}#PROPOSAL#`);
  const keys: Key[] = [];
  for await (const item of table.query({
    condition: {
      expression: 'PK = :pk AND begins_with(SK, :prefix)',
      values: { ':pk': PK, ':prefix': SK },
    },
    consistent: true,
  })) {
    if (entityId === undefined || item.entityId === entityId) keys.push({ PK, SK: item.SK as string });
  }
  await table.remove(keys);
}

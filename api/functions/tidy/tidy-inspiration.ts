import { inspirationSk, tenantKey } from '../../resolvers/_lib/keys.ts';
import { enrichedKeys } from './enrichment.ts';
import type { TidyPorts } from './ports.ts';
import { removeProposals } from './proposals.ts';
import { removeTombstone } from './tombstone.ts';

/** Removes a deleted inspiration with what was proposed for it. */
export async function tidyInspiration({ table }: TidyPorts, tenantId: string, id: string): Promise<void> {
  const SK = inspirationSk(id);
  const item = await table.get(tenantKey(tenantId, SK), { consistent: true });
  if (!item?.deletedAt) return;
  await removeProposals(table, tenantId, SK);
  await table.remove(enrichedKeys(tenantId, [id]));
  await removeTombstone(table, tenantId, SK, 'inspiration');
}

import { assetSk, derivedSk, projectSk, tenantKey } from '../../resolvers/_lib/keys.ts';
import { releaseClaims } from './claims.ts';
import { enrichedKeys } from './enrichment.ts';
import { removePrivateFiles, removePublicCopies } from './media.ts';
import type { TidyPorts } from './ports.ts';
import { removeProposals } from './proposals.ts';
import { externalKeys } from './tombstone.ts';

/** Removes a deleted asset. Its public copies stay as long as the public form of its project shows them. */
export async function tidyAsset(
  { table, media }: TidyPorts,
  tenantId: string,
  projectId: string,
  assetId: string,
): Promise<void> {
  const key = tenantKey(tenantId, assetSk(projectId, assetId));
  const asset = await table.get(key, { consistent: true });
  if (!asset?.deletedAt) return;
  const project = await table.get(tenantKey(tenantId, projectSk(projectId)), { consistent: true });
  const shown = (project?.publicAssetIds ?? []) as string[];
  if (!shown.includes(assetId)) await removePublicCopies(media, tenantId, assetId);
  await removePrivateFiles(media, tenantId, assetId);
  await releaseClaims(table, externalKeys(tenantId, 'asset', asset), assetId);
  await table.remove([
    tenantKey(tenantId, derivedSk(projectId, assetId)),
    ...enrichedKeys(tenantId, [assetId]),
  ]);
  await removeProposals(table, tenantId, projectSk(projectId), assetId);
  await table.remove([key]);
}

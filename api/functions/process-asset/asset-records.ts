/** The table's side of processing: what was declared, and the item `...#DERIVED` that machines write. */
import { causingRequest } from '../../observability/telemetry.ts';
import type { Item, Table } from '../../ports/table/port.ts';
import { TransactionCancelled } from '../../ports/table/port.ts';
import { assetSk, derivedSk, tenantKey } from '../../resolvers/_lib/keys.ts';
import type { AssetRecords, AssetRef, Derived } from './process-asset.ts';

export function createAssetRecords({ table, now }: { table: Table; now: () => number }): AssetRecords {
  const assetKey = ({ tenantId, projectId, assetId }: AssetRef) =>
    tenantKey(tenantId, assetSk(projectId, assetId));
  const derivedKey = ({ tenantId, projectId, assetId }: AssetRef) =>
    tenantKey(tenantId, derivedSk(projectId, assetId));

  /** Only while the asset is there. `revision` counts what machines wrote; people's versions are not touched. */
  const save = async (ref: AssetRef, values: Item): Promise<boolean> => {
    const before = await table.get(derivedKey(ref), { consistent: true });
    const revision = ((before?.revision as number | undefined) ?? 0) + 1;
    try {
      await table.transact([
        {
          check: assetKey(ref),
          if: { expression: 'attribute_exists(PK) AND attribute_not_exists(deletedAt)' },
        },
        {
          put: {
            ...derivedKey(ref),
            entity: 'derived',
            id: ref.assetId,
            tenantId: ref.tenantId,
            projectId: ref.projectId,
            revision,
            updatedAt: new Date(now()).toISOString(),
            updatedVia: 'process-asset',
            ...causingRequest(),
            ...values,
          },
        },
      ]);
      return true;
    } catch (error) {
      if (error instanceof TransactionCancelled) return false;
      throw error;
    }
  };

  return {
    async read(ref) {
      const asset = await table.get(assetKey(ref), { consistent: true });
      return asset && !asset.deletedAt ? { contentType: asset.contentType as string } : null;
    },
    saveDerived: (ref, derived) => save(ref, derivedItem(derived)),
    saveFailure: (ref, { code, detail }) => save(ref, { problem: detail, problemCode: code }),
  };
}

function derivedItem(derived: Derived): Item {
  if (derived.kind === 'FILE')
    return { kind: 'FILE', contentType: derived.contentType, original: derived.original };
  const { width, height, thumbhash, palette, variants, animation, original } = derived;
  return { kind: 'IMAGE', width, height, thumbhash, palette, variants, animation, original };
}

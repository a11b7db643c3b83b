import type { ChangeEvent } from '../../events.ts';
import type { ProcessAssetOutcome, AssetRef } from './process-asset.ts';

/** Starts the processing of the asset that an `asset.uploaded` event names. */
export const onAssetUploaded =
  (processAsset: (ref: AssetRef) => Promise<ProcessAssetOutcome>) =>
  async ({ tenantId, projectId, entityId }: ChangeEvent): Promise<void> => {
    if (projectId) await processAsset({ tenantId, projectId, assetId: entityId });
  };

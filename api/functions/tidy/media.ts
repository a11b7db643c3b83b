import type { MediaStore } from '../../ports/media-store/port.ts';
import { uploadKey } from '../../ports/media-store/keys.ts';

type Media = Pick<MediaStore, 'list' | 'remove'>;

/** Removes every object below a prefix. */
async function removeBelow(media: Media, prefix: string): Promise<void> {
  const keys: string[] = [];
  for await (const { key } of media.list(prefix)) keys.push(key);
  if (keys.length > 0) await media.remove(keys);
}

/** Takes the public copies of an asset back. */
export const removePublicCopies = (media: Media, tenantId: string, assetId: string): Promise<void> =>
  removeBelow(media, `p/${tenantId}/${assetId}/`);

/** Removes an asset's upload and everything made of it that is not public. */
export async function removePrivateFiles(media: Media, tenantId: string, assetId: string): Promise<void> {
  await removeBelow(media, `d/${tenantId}/${assetId}/`);
  await media.remove([uploadKey(tenantId, assetId)]);
}

import { PUBLIC_CACHE_CONTROL, type MediaStore } from '../../ports/media-store/port.ts';
import type { Item } from '../../ports/table/port.ts';
import { publicKey, uploadKey } from '../../ports/media-store/keys.ts';

type Media = Pick<MediaStore, 'list' | 'remove' | 'head' | 'copy'>;

/** Removes every object below a prefix. */
async function removeBelow(media: Media, prefix: string): Promise<void> {
  const keys: string[] = [];
  for await (const { key } of media.list(prefix)) keys.push(key);
  if (keys.length > 0) await media.remove(keys);
}

/** Takes the public copies of an asset back. */
export const removePublicCopies = (media: Media, tenantId: string, assetId: string): Promise<void> =>
  removeBelow(media, `p/${tenantId}/${assetId}/`);

/** Copies the sizes of a picture that is shown to where everybody reads them, as far as they are not there. */
export async function restorePublicCopies(media: Media, derived: Item | null): Promise<void> {
  for (const { key } of (derived?.variants ?? []) as Array<{ key: string }>) {
    if (await media.head(publicKey(key))) continue;
    await media.copy(key, publicKey(key), { cacheControl: PUBLIC_CACHE_CONTROL });
  }
}

/** Removes an asset's upload and everything made of it that is not public. */
export async function removePrivateFiles(media: Media, tenantId: string, assetId: string): Promise<void> {
  await removeBelow(media, `d/${tenantId}/${assetId}/`);
  await media.remove([uploadKey(tenantId, assetId)]);
}

/** Removes everything that models and extractions answered for a tenant. */
export const removeResults = (media: Media, tenantId: string): Promise<void> =>
  removeBelow(media, `e/${tenantId}/`);

/** The picture that others are looked for like, from the media store. */
import type { MediaStore } from '../../ports/media-store/port.ts';
import { Problem } from '../publish/problem.ts';

/** A picture as it is stored: its key holds the tenant's id and the hash of its bytes. */
export interface Picture {
  tenantId: string;
  key: string;
  bytes: Uint8Array;
}

const PUBLIC_ADDRESS = /^\/media\/(p\/([0-9A-Z]{26})\/[0-9A-Z]{26}\/[0-9a-f]{16}-\d+\.[a-z0-9]+)$/;

/** A published picture by its address, with or without the origin. @throws Problem */
export async function publishedPicture(
  media: Pick<MediaStore, 'read'>,
  address: string,
  mediaOrigin: string,
): Promise<Picture> {
  const path = address.startsWith(`${mediaOrigin}/`) ? address.slice(mediaOrigin.length) : address;
  const [, key, tenantId] = PUBLIC_ADDRESS.exec(path) ?? [];
  const found = key === undefined ? null : await media.read(key);
  if (key === undefined || tenantId === undefined || found === null) throw noPicture('picture', address);
  return { tenantId, key, bytes: found.bytes };
}

/** The smallest size of a tenant's own picture. @throws Problem */
export async function ownPicture(
  media: Pick<MediaStore, 'read' | 'list'>,
  tenantId: string,
  assetId: string,
): Promise<Picture> {
  if (!/^[0-9A-Z]{26}$/.test(assetId)) throw noPicture('pictureOf', assetId);
  let smallest: { key: string; size: number } | undefined;
  for await (const { key, size } of media.list(`d/${tenantId}/${assetId}/`)) {
    if (smallest === undefined || size < smallest.size) smallest = { key, size };
  }
  const found = smallest === undefined ? null : await media.read(smallest.key);
  if (smallest === undefined || found === null) throw noPicture('pictureOf', assetId);
  return { tenantId, key: smallest.key, bytes: found.bytes };
}

/** Foreign, unknown and not yet processed pictures answer the same. */
const noPicture = (field: string, received: string): Problem =>
  new Problem('NotFound', `There is no picture ${received.slice(0, 120)} here.`, {
    field,
    received: received.slice(0, 120),
    fix:
      field === 'picture'
        ? 'Send an address from `variants` of a published picture, unchanged.'
        : 'Send the id of an uploaded picture of the tenant you act for, once its status is `READY`.',
  });

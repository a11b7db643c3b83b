import { publicKey } from '../../ports/media-store/keys.ts';
import { PUBLIC_CACHE_CONTROL, type MediaStore } from '../../ports/media-store/port.ts';
import type { Item } from '../../ports/table/port.ts';
import type { Cover, ImageVariant, PublicImage } from '../../types.gen.ts';

/** Where everybody reads a public copy, below the media origin. */
export const publicPath = (derivedKey: string): string => `/media/${publicKey(derivedKey)}`;

interface StoredVariant {
  key: string;
  width: number;
  height: number;
  contentType: string;
}

const variantOf = ({ key, width, height, contentType }: StoredVariant): ImageVariant => ({
  url: publicPath(key),
  width,
  height,
  contentType,
});

/** The picture as readers get it, or null while there is none to show: not processed yet, refused, or no picture. */
export function publicImage(asset: Item, derived: Item | undefined): PublicImage | null {
  const variants = (derived?.variants ?? []) as StoredVariant[];
  if (!derived || derived.problem || variants.length === 0) return null;
  const text = (name: string) => (asset[name] as string | undefined) ?? null;
  return {
    assetId: asset.id as string,
    width: derived.width as number,
    height: derived.height as number,
    thumbhash: (derived.thumbhash as string | undefined) ?? null,
    palette: (derived.palette as string[] | undefined) ?? null,
    altText: text('altText'),
    caption: text('caption'),
    credit: text('credit'),
    focalPoint: (asset.focalPoint as PublicImage['focalPoint'] | undefined) ?? null,
    machineMade: (asset.machineMade as PublicImage['machineMade'] | undefined) ?? null,
    variants: variants.map(variantOf),
  };
}

/** What lists show of a picture. */
export function coverOf(image: PublicImage): Cover {
  const { assetId, width, height, thumbhash, altText, focalPoint, palette, variants } = image;
  return { assetId, width, height, thumbhash, altText, focalPoint, palette, variants };
}

/** The store's keys of a picture's public copies. */
export const publicKeysOf = (image: { variants: ImageVariant[] }): string[] =>
  image.variants.map(({ url }) => url.slice('/media/'.length));

/** Copies what is not public yet. Copies are named by their content, so one that is there is right. */
export async function copyPublic(
  media: Pick<MediaStore, 'copy' | 'head'>,
  images: PublicImage[],
): Promise<void> {
  for (const key of images.flatMap(publicKeysOf)) {
    if (await media.head(key)) continue;
    await media.copy(`d${key.slice(1)}`, key, { cacheControl: PUBLIC_CACHE_CONTROL });
  }
}

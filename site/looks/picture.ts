/** Attributes of an `<img>` from our own stored sizes. */
import type { ImageVariant } from '#api/types.gen.ts';

interface Sized {
  width: number;
  height: number;
  variants: ImageVariant[];
}

/** Addresses for an `<img>`; null when no size is stored. */
export interface Sources {
  src: string;
  srcset: string | undefined;
  width: number;
  height: number;
}

/**
 * Picks the sizes to offer.
 * @param media what to put before the paths
 * @param widest leave out sizes wider than this, where they would never be shown
 */
export function sources(image: Sized, media: string, widest = Infinity): Sources | null {
  const fitting = image.variants.filter(({ width }) => width <= widest);
  const offered = fitting.length > 0 ? fitting : image.variants.slice(0, 1);
  const last = offered.at(-1);
  if (!last) return null;
  return {
    src: media + last.url,
    srcset:
      offered.length > 1 ? offered.map(({ url, width }) => `${media}${url} ${width}w`).join(', ') : undefined,
    width: last.width,
    height: last.height,
  };
}

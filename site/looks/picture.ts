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

/** `--row` and `.few` of `styles/pictures.css`: heights of rows before their pictures grow to fill them. */
const ROW = { least: 11, fluid: 21, most: 21 };
const FEW = { fluid: 70, most: 44 };
/** How much a picture grows at most, but for one that has a row to itself. */
const GROWTH = 1.4;
/** A picture on its own is never higher than the window, see `.figure`. */
const FIGURE = 86;

type Proportions = Pick<Sized, 'width' | 'height'>;
const ratio = ({ width, height }: Proportions): number => Math.max(width, 1) / Math.max(height, 1);
const short = (value: number): string => String(Number(value.toFixed(1)));

/**
 * `sizes` of a picture in a row: it follows from the row's height and the picture's proportions.
 * @param few whether it hangs among few, which are shown large
 */
export function rowSizes(image: Proportions, few: boolean): string {
  const r = ratio(image);
  if (few) return `min(92vw, ${short(r * FEW.fluid)}vh, ${short(r * FEW.most)}rem)`;
  const { least, fluid, most } = ROW;
  const [from, by, to] = [least, fluid, most].map((height) => short(r * height * GROWTH));
  return `min(92vw, clamp(${from}rem, ${by}vw, ${to}rem))`;
}

/**
 * `sizes` of a picture on its own.
 * @param room what a wide page leaves it, as a length; a narrow one leaves it nearly all
 */
export function figureSizes(image: Proportions, room?: string): string {
  const fitting = (widest: string): string => `min(${widest}, ${short(ratio(image) * FIGURE)}vh)`;
  return (room === undefined ? '' : `(min-width: 60rem) ${fitting(room)}, `) + fitting('94vw');
}

/** How large a picture may be. Reading them loads nothing that decodes. */

/** Most pixels of a still picture: a large painting scanned finely has that many. It is decoded in strips. */
export const MAX_PIXELS = 200_000_000;
/** Most pixels of one side. */
const MAX_SIDE = 65_535;
/** Most pixels of an animation, all frames together: they are in memory at once. */
const MAX_ANIMATION_PIXELS = 100_000_000;
/** Most frames of an animation. */
const MAX_FRAMES = 500;
/** The longer side of an SVG that states no size, and the most of any other. */
export const SVG_SIDE = 1920;

/** Pixels of one frame, and frames. */
export interface Extent {
  width: number;
  height: number;
  pages: number;
}

/** Why a picture is over the limits, or undefined. */
export function excessOf({ width, height, pages }: Extent): string | undefined {
  const pixels = width * height * pages;
  if (pages > MAX_FRAMES) return `An animation may have ${MAX_FRAMES} frames. Received: ${pages}.`;
  if (pages > 1 && pixels > MAX_ANIMATION_PIXELS) {
    return `An animation may have ${MAX_ANIMATION_PIXELS} pixels, all frames together. Received: ${width} x ${height} in ${pages} frames.`;
  }
  if (Math.max(width, height) > MAX_SIDE)
    return `A side may have ${MAX_SIDE} pixels. Received: ${width} x ${height}.`;
  return pixels > MAX_PIXELS
    ? `A picture may have ${MAX_PIXELS} pixels. Received: ${width} x ${height}.`
    : undefined;
}

/** The colours that a picture is made of: k-means in OKLab, where distance is what the eye sees. */
import { type Lab, type Rgb, toLab, toRgb } from '../../oklab.ts';

const ROUNDS = 12;
/** Pixels with less alpha than this are not seen. */
const OPAQUE = 128;
/** No cluster begins nearer than this to another one. */
const SAME = 0.02;
/** Colours whose channels all differ by less than this count as one: OKLab pulls what is nearly black far apart. */
const SAME_BYTES = 8;

/**
 * Up to `count` colours as `#rrggbb`, the most frequent first; fewer where the picture has fewer. The same pixels
 * give the same colours. Transparent pixels do not count; with nothing else the answer is empty.
 * @param rgba pixels as bytes, four each; 64 by 64 of them are enough
 */
export function paletteOf(rgba: Uint8Array, count = 5): string[] {
  const pixels: Lab[] = [];
  for (let at = 0; at + 3 < rgba.length; at += 4) {
    if ((rgba[at + 3] ?? 0) >= OPAQUE)
      pixels.push(toLab(rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0));
  }
  let centres = seeds(pixels, count);
  let sizes: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const sums = centres.map(() => [0, 0, 0, 0] as [number, number, number, number]);
    for (const pixel of pixels) {
      const sum = sums[nearest(pixel, centres)];
      if (!sum) continue;
      for (const axis of [0, 1, 2] as const) sum[axis] += pixel[axis];
      sum[3] += 1;
    }
    sizes = sums.map(([, , , size]) => size);
    centres = sums.map(([l, a, b, n], index) =>
      n > 0 ? [l / n, a / n, b / n] : (centres[index] ?? [0, 0, 0]),
    );
  }
  const order = centres.map((_, index) => index).sort((x, y) => (sizes[y] ?? 0) - (sizes[x] ?? 0));
  const colours: Rgb[] = [];
  for (const index of order) {
    const colour = toRgb(centres[index] ?? [0, 0, 0]);
    if (colours.every((other) => other.some((byte, at) => Math.abs(byte - (colour[at] ?? 0)) >= SAME_BYTES)))
      colours.push(colour);
  }
  return colours.map((bytes) => `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`);
}

/** The mean's nearest pixel, then always the pixel farthest from all centres: no chance is needed. */
function seeds(pixels: Lab[], count: number): Lab[] {
  const first = pixels[0];
  if (!first) return [];
  const mean: Lab = [0, 0, 0];
  for (const pixel of pixels)
    for (const axis of [0, 1, 2] as const) mean[axis] += pixel[axis] / pixels.length;
  const centres = [
    pixels.reduce((best, pixel) => (apart(pixel, mean) < apart(best, mean) ? pixel : best), first),
  ];
  const gaps = pixels.map(() => Infinity);
  while (centres.length < count) {
    const last = centres.at(-1) ?? first;
    let far = 0;
    pixels.forEach((pixel, index) => {
      gaps[index] = Math.min(gaps[index] ?? 0, apart(pixel, last));
      if ((gaps[index] ?? 0) > (gaps[far] ?? 0)) far = index;
    });
    const next = pixels[far];
    if (!next || (gaps[far] ?? 0) < SAME ** 2) break;
    centres.push(next);
  }
  return centres;
}

const apart = (x: Lab, y: Lab): number => (x[0] - y[0]) ** 2 + (x[1] - y[1]) ** 2 + (x[2] - y[2]) ** 2;

function nearest(pixel: Lab, centres: Lab[]): number {
  let best = 0;
  let least = Infinity;
  centres.forEach((centre, index) => {
    const gap = apart(pixel, centre);
    if (gap < least) [least, best] = [gap, index];
  });
  return best;
}

/** The colours that a picture is made of: k-means in OKLab, where distance is what the eye sees. */

/** OKLab: https://bottosson.github.io/posts/oklab/ */
type Lab = [l: number, a: number, b: number];
type Rgb = [red: number, green: number, blue: number];

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

function toLab(red: number, green: number, blue: number): Lab {
  const [r, g, b] = [red, green, blue].map((byte) => {
    const value = byte / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as Lab;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function toRgb([lightness, a, b]: Lab): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return linear.map((value) => {
    const gamma = value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
    return Math.round(Math.min(Math.max(gamma, 0), 1) * 255);
  }) as Rgb;
}

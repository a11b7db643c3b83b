/**
 * The look of a picture as a vector: which colours it has, where it is light and dark, and which way its edges run.
 * It finds pictures that look alike - the same palette, composition or pattern - and knows nothing of what they show:
 * a red barn and a red dress can be near, two cats of different colours far.
 *
 * Three parts, each of unit length and weighted, then the whole of unit length:
 * - colours: a histogram in OKLab, softened to the neighbouring bins, square roots of the shares (Hellinger);
 * - layout: mean lightness and colour of 8 by 8 fields, without the picture's own mean, so that exposure does not count;
 * - edges: in 4 by 4 fields, how much runs in each of 8 directions.
 */
import { type Lab, toLab } from '../../oklab.ts';
import { squareOf } from '../../pictures.ts';

const SIDE = 64;
/** Bins of lightness, green to red, and blue to yellow. */
const [L_BINS, A_BINS, B_BINS] = [6, 7, 7];
const COLOURS = L_BINS * A_BINS * B_BINS;
const LAYOUT_FIELDS = 8;
const LAYOUT = LAYOUT_FIELDS ** 2 * 3;
const EDGE_FIELDS = 4;
const DIRECTIONS = 8;
const EDGES = EDGE_FIELDS ** 2 * DIRECTIONS;
/** Half the width of the range of `a` and `b` that sRGB reaches often. */
const CHROMA = 0.21;
const WEIGHTS = { colours: 0.6, layout: 0.55, edges: 0.45 };

export const LOOK_DIMENSIONS = COLOURS + LAYOUT + EDGES;

/** The look of a picture, a unit vector. Transparent parts count as white. @throws ModelRefusal */
export async function lookOf(bytes: Uint8Array): Promise<Float32Array> {
  const pixels = await pixelsOf(bytes);
  const parts = [
    scaled(colours(pixels), WEIGHTS.colours),
    scaled(layout(pixels), WEIGHTS.layout),
    scaled(edges(pixels), WEIGHTS.edges),
  ];
  return Float32Array.from(scaled(parts.flat(), 1));
}

/** 64 by 64 pixels in OKLab. */
async function pixelsOf(bytes: Uint8Array): Promise<Lab[]> {
  const raw = await squareOf(bytes, SIDE);
  return Array.from({ length: SIDE ** 2 }, (_, index) =>
    toLab(raw[index * 3] ?? 0, raw[index * 3 + 1] ?? 0, raw[index * 3 + 2] ?? 0),
  );
}

function colours(pixels: readonly Lab[]): number[] {
  const histogram = new Array<number>(COLOURS).fill(0);
  for (const [l, a, b] of pixels) {
    for (const [x, wx] of softBin(l, L_BINS))
      for (const [y, wy] of softBin((a / CHROMA + 1) / 2, A_BINS))
        for (const [z, wz] of softBin((b / CHROMA + 1) / 2, B_BINS)) {
          const bin = (x * A_BINS + y) * B_BINS + z;
          histogram[bin] = (histogram[bin] ?? 0) + wx * wy * wz;
        }
  }
  return histogram.map(Math.sqrt);
}

/** The two bins around a value of 0 to 1, with their shares. */
function softBin(value: number, bins: number): Array<[bin: number, share: number]> {
  const place = Math.min(Math.max(value, 0), 1) * (bins - 1);
  const low = Math.min(Math.floor(place), bins - 2);
  return [
    [low, low + 1 - place],
    [low + 1, place - low],
  ];
}

function layout(pixels: readonly Lab[]): number[] {
  const sums = new Array<number>(LAYOUT).fill(0);
  const step = SIDE / LAYOUT_FIELDS;
  const mean: Lab = [0, 0, 0];
  pixels.forEach((pixel, index) => {
    const field = Math.floor(index / SIDE / step) * LAYOUT_FIELDS + Math.floor((index % SIDE) / step);
    for (const axis of [0, 1, 2] as const) {
      sums[field * 3 + axis] = (sums[field * 3 + axis] ?? 0) + pixel[axis] / step ** 2;
      mean[axis] += pixel[axis] / pixels.length;
    }
  });
  return sums.map((value, index) => value - (mean[(index % 3) as 0 | 1 | 2] ?? 0));
}

function edges(pixels: readonly Lab[]): number[] {
  const bins = new Array<number>(EDGES).fill(0);
  const step = SIDE / EDGE_FIELDS;
  const light = (x: number, y: number): number => pixels[y * SIDE + x]?.[0] ?? 0;
  for (let y = 1; y < SIDE - 1; y += 1) {
    for (let x = 1; x < SIDE - 1; x += 1) {
      const dx = light(x + 1, y) - light(x - 1, y);
      const dy = light(x, y + 1) - light(x, y - 1);
      const strength = Math.hypot(dx, dy);
      // An edge has a direction, not a side: half a turn is the same edge.
      const turn = (((Math.atan2(dy, dx) / Math.PI) % 1) + 1) % 1;
      const field = Math.floor(y / step) * EDGE_FIELDS + Math.floor(x / step);
      const bin = field * DIRECTIONS + (Math.round(turn * DIRECTIONS) % DIRECTIONS);
      bins[bin] = (bins[bin] ?? 0) + strength;
    }
  }
  return bins.map(Math.sqrt);
}

/** The vector at this length; one without any length stays as it is. */
function scaled(values: number[], length: number): number[] {
  const norm = Math.hypot(...values);
  return norm > 0 ? values.map((value) => (value / norm) * length) : values;
}

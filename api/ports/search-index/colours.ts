/** Plain names of colours, so that people can filter by them: the nearest name in OKLab. Pure. */

/** What each name stands for: several shades, since a name covers more than one. */
const SHADES = {
  black: ['#000000', '#1a1a1a', '#141418'],
  grey: ['#4d4d4d', '#808080', '#b0b0b0', '#6e7278'],
  white: ['#ffffff', '#f2f2f0', '#e8e8e8'],
  beige: ['#e8dcc0', '#d6c6a4', '#f0e6d0', '#c8b490'],
  brown: ['#4a2f1b', '#6b4423', '#8b5a2b', '#32200f', '#a0724a'],
  red: ['#c81e1e', '#e03030', '#8b1a1a', '#a52a2a', '#ff0000'],
  orange: ['#f08020', '#e8641e', '#ffa030', '#d2691e'],
  yellow: ['#f4d020', '#ffee50', '#e0b020', '#ffff00', '#c8a830'],
  olive: ['#6b6b2a', '#808000', '#8f8f4a'],
  green: ['#2e8b40', '#00a000', '#1f5a2e', '#80b870', '#00ff00', '#3f5f3a'],
  turquoise: ['#20b2aa', '#40d0c8', '#007a7a', '#00ffff', '#7fc8c0'],
  blue: ['#1f4fb0', '#0000ff', '#1a2a5e', '#6090d0', '#a0c4e8', '#3a5f8a'],
  purple: ['#6a2c91', '#800080', '#9060c0', '#3c1a55', '#b090d0'],
  pink: ['#f090b0', '#ffc0cb', '#e0508a', '#e8b4b0', '#ff00ff'],
} as const;

export type ColourName = keyof typeof SHADES;
/** All names, from dark to bright and round the circle. */
export const COLOUR_NAMES = Object.keys(SHADES) as ColourName[];

type Lab = readonly [lightness: number, a: number, b: number];

const NAMED = COLOUR_NAMES.flatMap((name) => SHADES[name].map((hex) => ({ name, lab: labOf(hex) })));

/**
 * The name nearest to a colour.
 * @param hex `#rrggbb`
 * @throws RangeError when it is not one
 */
export function colourName(hex: string): ColourName {
  const wanted = labOf(hex);
  let best = NAMED[0]!;
  let least = Infinity;
  for (const named of NAMED) {
    const distance = named.lab.reduce((sum, value, at) => sum + (value - wanted[at]!) ** 2, 0);
    if (distance < least) [best, least] = [named, distance];
  }
  return best.name;
}

/** Names of the colours of a palette, each once, in its order. */
export const colourNames = (palette: readonly string[]): ColourName[] => [
  ...new Set(palette.map(colourName)),
];

/** OKLab of a colour (B. Ottosson, "A perceptual color space for image processing", 2020). */
function labOf(hex: string): Lab {
  const digits = /^#([0-9a-f]{6})$/iu.exec(hex)?.[1];
  if (digits === undefined) throw new RangeError(`A colour is written #rrggbb. Received: ${hex}`);
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) =>
    linear(Number.parseInt(digits.slice(at, at + 2), 16) / 255),
  );
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** From sRGB to linear light. */
function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

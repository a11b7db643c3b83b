/**
 * The few steps that colours and proportions of pictures are rounded to. Each step is a class in
 * `styles/scales.gen.css`: pages need no style attribute, so the content security policy can forbid them.
 */
import { thumbHashToAverageRGBA } from 'thumbhash';
import { type Oklch, parseHex, toOklch } from './colour.ts';

/** What is known of a picture's looks before it is loaded. */
export interface Looks {
  width: number;
  height: number;
  thumbhash: string | null;
  palette: string[] | null;
}

const HUE_STEPS = 36;
/** OKLCH chroma of the classes `c0` to `c3`. */
export const CHROMAS = [0, 0.035, 0.075, 0.115];
const LIGHTNESS_STEPS = 12;
/** Neighbouring proportions differ by this factor, so a picture is off by half of it at most. */
const RATIO_FACTOR = 1.025;
const RATIO_STEPS = { first: -44, last: 52 };
/** From here on a colour counts as one and not as a grey. */
const COLOURFUL = 0.045;

/** Lightness of the accent in each scheme. With every hue and chroma above it keeps AA on its ground. */
export const ACCENT_LIGHTNESS = { light: 0.46, dark: 0.79 };
/** The grounds of the walls, as in `styles/tokens.css`. */
export const GROUNDS: { light: Oklch; dark: Oklch } = {
  light: { l: 0.957, c: 0.006, h: 85 },
  dark: { l: 0.195, c: 0.005, h: 85 },
};

const nearest = (steps: readonly number[], value: number): number =>
  steps.reduce((best, step, i) => (Math.abs(step - value) < Math.abs(steps[best]! - value) ? i : best), 0);
const hueStep = (hue: number): number => Math.round((hue / 360) * HUE_STEPS) % HUE_STEPS;
const isColour = (colour: Oklch | null): colour is Oklch => colour !== null;
const read = (hex: string): Oklch | null => {
  const rgb = parseHex(hex);
  return rgb && toOklch(rgb);
};

/** Classes of the accent that a palette gives: its most frequent real colour, or a grey. */
export function accentClass(palette: string[] | null | undefined): string {
  const colours = (palette ?? []).map(read).filter(isColour);
  const colour = colours.find(({ c, l }) => c >= COLOURFUL && l > 0.2 && l < 0.95);
  if (!colour) return 'h0 c0';
  return `h${hueStep(colour.h)} c${Math.max(2, nearest(CHROMAS, colour.c))}`;
}

/** Classes of the ground that stands where a picture will be: its average colour. */
export function groundClass({ thumbhash, palette }: Looks): string {
  const colour = average(thumbhash) ?? read(palette?.[0] ?? '');
  if (!colour) return 'ground';
  const l = Math.round(colour.l * LIGHTNESS_STEPS);
  return `ground tone h${hueStep(colour.h)} c${nearest(CHROMAS, colour.c)} l${l}`;
}

function average(thumbhash: string | null): Oklch | null {
  const bytes = Buffer.from(thumbhash ?? '', 'base64');
  if (bytes.length < 5) return null;
  const { r, g, b } = thumbHashToAverageRGBA(bytes);
  return toOklch([r, g, b]);
}

/** Class of the proportion of a picture, width by height. Beyond 1:3 and 3.6:1 the last step stands. */
export function ratioClass({ width, height }: Pick<Looks, 'width' | 'height'>): string {
  const step = Math.round(Math.log(Math.max(width, 1) / Math.max(height, 1)) / Math.log(RATIO_FACTOR));
  const { first, last } = RATIO_STEPS;
  return `r${Math.min(last, Math.max(first, step)) - first}`;
}

/** The style sheet with all steps. */
export function scalesCss(): string {
  const short = (value: number, digits: number): string => String(Number(value.toFixed(digits)));
  const rules: string[] = [];
  for (let i = 0; i < HUE_STEPS; i++) rules.push(`.h${i}{--h:${(i * 360) / HUE_STEPS}}`);
  CHROMAS.forEach((chroma, i) => rules.push(`.c${i}{--c:${chroma}}`));
  for (let i = 0; i <= LIGHTNESS_STEPS; i++) rules.push(`.l${i}{--l:${short(i / LIGHTNESS_STEPS, 3)}}`);
  const { first, last } = RATIO_STEPS;
  for (let i = first; i <= last; i++) rules.push(`.r${i - first}{--r:${short(RATIO_FACTOR ** i, 3)}}`);
  return `/* Written from looks/scales.ts. */\n${rules.join('\n')}\n`;
}

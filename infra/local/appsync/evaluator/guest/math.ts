/**
 * `util.math`. Rounding is to the nearest integer; the upper bound of `randomWithinRange` is excluded.
 * Follows https://docs.aws.amazon.com/appsync/latest/devguide/math-helpers-in-util-math-js.html.
 */
import { randomBytes } from './random.ts';

/** 53 random bits as a number in [0, 1). */
function randomDouble(): number {
  const bytes = randomBytes(7);
  let bits = (bytes[0] ?? 0) & 0x1f;
  for (let index = 1; index < 7; index += 1) bits = bits * 256 + (bytes[index] ?? 0);
  return bits / 2 ** 53;
}

export const math = {
  roundNum: (input: number) => Math.round(input),
  minVal: (a: number, b: number) => Math.min(a, b),
  maxVal: (a: number, b: number) => Math.max(a, b),
  randomDouble,
  randomWithinRange: (start: number, end: number) => start + Math.floor(randomDouble() * (end - start)),
};

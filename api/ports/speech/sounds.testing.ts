/** Sounds made on the spot: a tone stands for somebody who speaks. */
import { RATE } from './pcm.ts';

/** `[seconds, loudness from 0 to 1]` one after the other, at a rate. */
export function sounds(parts: ReadonlyArray<[seconds: number, loudness: number]>, rate = RATE): Float32Array {
  const samples = parts.flatMap(([seconds, loudness]) =>
    Array.from(
      { length: Math.round(seconds * rate) },
      (_, index) => loudness * Math.sin((index * 440 * 2 * Math.PI) / rate),
    ),
  );
  return Float32Array.from(samples);
}

import { describe, expect, it } from 'vitest';
import { paletteOf } from './palette.ts';

type Pixel = [red: number, green: number, blue: number, alpha: number];
const pixels = (...runs: [count: number, pixel: Pixel][]): Uint8Array =>
  Uint8Array.from(runs.flatMap(([count, pixel]) => Array.from({ length: count }, () => pixel).flat()));

describe('the palette of a picture', () => {
  it('names its colours, the most frequent first', () => {
    const picture = pixels([30, [255, 0, 0, 255]], [50, [255, 255, 255, 255]], [20, [0, 0, 128, 255]]);
    expect(paletteOf(picture)).toEqual(['#ffffff', '#ff0000', '#000080']);
  });

  it('joins what looks the same', () => {
    expect(paletteOf(pixels([9, [0, 0, 0, 255]], [3, [0, 1, 0, 255]]))).toHaveLength(1);
  });

  it('leaves out what is transparent', () => {
    expect(paletteOf(pixels([9, [255, 0, 0, 0]], [1, [0, 255, 0, 255]]))).toEqual(['#00ff00']);
    expect(paletteOf(pixels([9, [255, 0, 0, 0]]))).toEqual([]);
  });

  it('stops at five', () => {
    const many = Array.from({ length: 12 }, (_, n): [number, Pixel] => [
      n + 1,
      [n * 20, 255 - n * 20, 128, 255],
    ]);
    expect(paletteOf(pixels(...many))).toHaveLength(5);
  });
});

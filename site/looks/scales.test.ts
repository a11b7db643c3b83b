import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, parseHex, toOklch, toRgb } from './colour.ts';
import {
  ACCENT_LIGHTNESS,
  accentClass,
  CHROMAS,
  GROUNDS,
  groundClass,
  ratioClass,
  scalesCss,
} from './scales.ts';

const css = readFileSync(new URL('../styles/scales.gen.css', import.meta.url), 'utf8');
/** The number that a class of the style sheet sets. */
const step = (name: string): number => Number(new RegExp(`\\.${name}\\{--\\w:([\\d.]+)\\}`).exec(css)![1]);

describe('the accent', () => {
  const hues = Array.from({ length: 36 }, (_, i) => i * 10);
  it.each(['light', 'dark'] as const)(
    'keeps AA on the ground in the %s scheme, whatever its hue and chroma',
    (scheme) => {
      const ground = toRgb(GROUNDS[scheme]);
      const ratios = hues.flatMap((h) =>
        CHROMAS.map((c) => contrast(toRgb({ l: ACCENT_LIGHTNESS[scheme], c, h }), ground)),
      );
      expect(Math.min(...ratios)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(['light', 'dark'] as const)(
    'stands on the ground that the tokens name, in the %s scheme',
    (scheme) => {
      const tokens = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8').split('@media');
      const { l, c, h } = GROUNDS[scheme];
      const part = scheme === 'light' ? tokens[0] : tokens[1];
      expect(part).toContain(`--ground: oklch(${l} ${c} ${h})`);
      expect(part).toContain(`--accent-lightness: ${ACCENT_LIGHTNESS[scheme]}`);
    },
  );

  it.each([
    ['the first real colour of the palette', ['#808080', '#111111', '#b03020', '#2040c0'], 'h3 c3'],
    ['a grey where there is none', ['#808080', '#eeeeee'], 'h0 c0'],
    ['a grey without a palette', null, 'h0 c0'],
    ['nothing of what is no colour', ['red', '#12'], 'h0 c0'],
  ])('is %s', (_, palette, wanted) => {
    expect(accentClass(palette)).toBe(wanted);
  });
});

describe('texts', () => {
  it.each([
    ['light', 'oklch(0.47 0.01 75)', 0.957],
    ['dark', 'oklch(0.715 0.012 85)', 0.195],
  ])('are readable when quiet, in the %s scheme', (_, quiet, ground) => {
    const [l, c, h] = /oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/.exec(quiet)!.slice(1).map(Number) as [
      number,
      number,
      number,
    ];
    expect(contrast(toRgb({ l, c, h }), toRgb({ l: ground, c: 0.006, h: 85 }))).toBeGreaterThanOrEqual(4.5);
  });
});

describe('steps', () => {
  it('are in the style sheet as they are here', () => {
    expect(css.replace(/\s/g, '')).toBe(scalesCss().replace(/\s/g, ''));
  });

  it.each([
    [1600, 1000],
    [1000, 1000],
    [1000, 1600],
    [3000, 1000],
    [700, 2000],
    [1072, 863],
  ])('of proportion stay within 1.3 %% of a picture of %i by %i', (width, height) => {
    expect(Math.abs(step(ratioClass({ width, height })) / (width / height) - 1)).toBeLessThan(0.013);
  });

  it.each([
    [100, 100_000],
    [100_000, 100],
    [0, 0],
  ])('hold a picture of %i by %i', (width, height) => {
    expect(step(ratioClass({ width, height }))).toBeGreaterThan(0);
  });

  it('of the ground are near the average colour', () => {
    const looks = { width: 1, height: 1, thumbhash: null, palette: ['#3a5f8a'] };
    const [, , hue, chroma, lightness] = groundClass(looks)
      .split(' ')
      .map((name) => (/\d/.test(name) ? step(name) : 0));
    const wanted = toOklch(parseHex('#3a5f8a')!);
    expect(Math.abs(hue! - wanted.h)).toBeLessThanOrEqual(5);
    expect(Math.abs(chroma! - wanted.c)).toBeLessThan(0.025);
    expect(Math.abs(lightness! - wanted.l)).toBeLessThan(0.05);
  });

  it('of the ground are neutral when nothing is known', () => {
    expect(groundClass({ width: 1, height: 1, thumbhash: '', palette: [] })).toBe('ground');
  });
});

describe('colour arithmetic', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#ff0000', '#ffffff', 4],
  ])('gives %s on %s the contrast that WCAG gives it', (one, other, ratio) => {
    expect(contrast(parseHex(one)!, parseHex(other)!)).toBeCloseTo(ratio, 1);
  });

  it('comes back from OKLCH where it started', () => {
    for (const hex of ['#b03020', '#2040c0', '#808080', '#fefefe']) {
      const rgb = parseHex(hex)!;
      toRgb(toOklch(rgb)).forEach((value, i) => expect(value).toBeCloseTo(rgb[i]!, 3));
    }
  });
});

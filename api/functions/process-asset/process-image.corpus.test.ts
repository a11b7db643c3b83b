/**
 * The whole pipeline over many real pictures. The committed ones always run; a folder of more, with every format and
 * colour mode, runs where it lies beside the repository (`../shared/data/images`) or where `IMAGE_CORPUS` names it.
 */
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import exifr from 'exifr';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { MediaProblemCode } from './process-image.ts';
import { expectClean, filesOf, imageOf, processed } from './samples.testing.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.tiff': 'image/tiff',
  '.svg': 'image/svg+xml',
};
const REFUSED: Readonly<Record<string, MediaProblemCode>> = {
  'decompression-bomb.gif': 'MEDIA_TOO_LARGE',
  'truncated.jpg': 'MEDIA_CORRUPT',
};

const picturesIn = (dir: string): string[] =>
  existsSync(dir) ? readdirSync(dir).filter((name) => extname(name) in TYPES) : [];
const committed = join(import.meta.dirname, 'fixtures');
const corpus = process.env['IMAGE_CORPUS'] ?? resolve(import.meta.dirname, '../../../../shared/data/images');
const pictures = [committed, corpus].flatMap((dir) => picturesIn(dir).map((name) => ({ dir, name })));
console.info(`Image corpus: ${picturesIn(committed).length} committed pictures run.`);
if (picturesIn(corpus).length > 0) console.info(`Image corpus: ${picturesIn(corpus).length} more run.`);
else console.warn('NOT RUN: image corpus (set IMAGE_CORPUS to a folder of pictures)');

describe('every picture of the corpus', () => {
  it.for(pictures)('$name', { timeout: 120_000 }, async ({ dir, name }) => {
    const bytes = await readFile(join(dir, name));
    const type = TYPES[extname(name)] ?? '';
    const code = REFUSED[name];
    if (code) {
      expect(await processed(bytes, type)).toMatchObject({ kind: 'PROBLEM', problem: { code } });
      return;
    }

    const image = await imageOf(bytes, type);

    await expectClean(image, await wordsOf(bytes, type));
    expect(image.palette.length).toBeGreaterThan(0);
    for (const { bytes: file, width, height } of filesOf(image)) {
      expect(await sharp(file).metadata()).toMatchObject({ width, height, space: 'srgb', depth: 'uchar' });
      expect(Math.abs(width / height / (image.width / image.height) - 1)).toBeLessThan(0.02);
    }
    // An SVG is drawn at two sizes here, and fine patterns differ.
    const limit = type === 'image/svg+xml' ? 16 : 8;
    expect(await apart(image.variants.at(-1)?.bytes, bytes, type)).toBeLessThan(limit);
  });
});

/** What the metadata tells of people, places and devices. */
async function wordsOf(bytes: Buffer, type: string): Promise<string[]> {
  if (type !== 'image/jpeg' && type !== 'image/tiff') return [];
  const options = { tiff: true, exif: true, gps: true, xmp: true, iptc: true };
  const found = ((await exifr.parse(bytes, options)) ?? {}) as Record<string, unknown>;
  const names = ['OwnerName', 'SerialNumber', 'Make', 'Model', 'Artist', 'creator', 'Caption', 'Copyright'];
  return names
    .map((name) => found[name])
    .filter((word) => typeof word === 'string' && word.length > 4) as string[];
}

/** Mean difference of a channel (0 to 255) between a size and the upright upload, both drawn at 32 by 32. */
async function apart(size: Uint8Array | undefined, upload: Buffer, type: string): Promise<number> {
  const draw = (bytes: Uint8Array | undefined) =>
    sharp(bytes, { density: type === 'image/svg+xml' && bytes === upload ? 36 : 72 })
      .autoOrient()
      .flatten()
      .resize(32, 32, { fit: 'fill' })
      .toColourspace('srgb')
      .raw()
      .toBuffer();
  const [one, two] = [await draw(size), await draw(upload)];
  expect(one.length).toBe(two.length);
  return one.reduce((sum, value, at) => sum + Math.abs(value - (two[at] ?? 0)), 0) / one.length;
}

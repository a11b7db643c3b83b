import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exifr from 'exifr';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import {
  expectClean,
  filesOf,
  fixture,
  frames,
  imageOf,
  painting,
  photo,
  processed,
} from './samples.testing.ts';

describe('a processed picture', () => {
  it('has WebP at three widths, each as declared and named by its content', async () => {
    const image = await imageOf(await photo(2400, 1600).jpeg().toBuffer(), 'image/jpeg');
    expect(image).toMatchObject({ kind: 'IMAGE', width: 2400, height: 1600, format: 'jpeg', pages: 1 });
    expect(image.variants.map(({ width, height }) => [width, height])).toEqual([
      [480, 320],
      [960, 640],
      [1920, 1280],
    ]);
    for (const { bytes, width, height, hash, contentType } of image.variants) {
      expect(contentType).toBe('image/webp');
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width, height, space: 'srgb' });
      expect(createHash('sha256').update(bytes).digest('hex').slice(0, 16)).toBe(hash);
    }
    expect(image.original).toMatchObject({ contentType: 'image/jpeg', width: 2400, height: 1600 });
  });

  const widths: [own: number, widths: number[]][] = [
    [1, [1]],
    [300, [300]],
    [480, [480]],
    [700, [480, 700]],
    [1000, [480, 960, 1000]],
  ];
  it.for(widths)('of %i pixels is not enlarged: %j', async ([own, expected]) => {
    const image = await imageOf(await photo(own, 200).png().toBuffer(), 'image/png');
    expect(image.variants.map(({ width }) => width)).toEqual(expected);
  });

  it('fits the height that WebP can hold', async () => {
    const image = await imageOf(await photo(100, 20_000).png().toBuffer(), 'image/png');
    expect(image).toMatchObject({ width: 100, height: 20_000, variants: [{ height: 16_383 }] });
  });

  it('gives the same files for the same bytes', async () => {
    const [one, two] = [await imageOf(painting, 'image/png'), await imageOf(painting, 'image/png')];
    expect(one).toEqual(two);
    expect(one.thumbhash).toMatch(/^[A-Za-z0-9+/]+=*$/);
    expect(one.palette).toHaveLength(5);
  });

  it('stands upright', async () => {
    // Stored lying on its side: the left half is red, and becomes the top (orientation 6 turns clockwise).
    const red = await sharp({ create: { width: 40, height: 50, channels: 3, background: '#ff0000' } })
      .png()
      .toBuffer();
    const lying = await sharp({ create: { width: 80, height: 50, channels: 3, background: '#0000ff' } })
      .composite([{ input: red, left: 0, top: 0 }])
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const image = await imageOf(lying, 'image/jpeg');
    expect([image.width, image.height]).toEqual([50, 80]);
    for (const { bytes } of filesOf(image)) {
      const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
      const at = (x: number, y: number) =>
        [...data.subarray((y * info.width + x) * info.channels)].slice(0, 3).map((value) => value > 128);
      expect([info.width, info.height]).toEqual([50, 80]);
      expect([at(25, 5), at(25, 75)]).toEqual([
        [true, false, false],
        [false, false, true],
      ]);
      expect((await sharp(bytes).metadata()).orientation).toBeUndefined();
    }
  });

  it('loses position, owner, serial number and XMP', async () => {
    const secrets = ['Private Owner', 'SN-0012345', 'Secret Street', 'hidden behind the pixels'];
    const marked = await photo(600, 400)
      .jpeg()
      .withExif({
        IFD0: { Artist: 'Private Owner' },
        IFD2: { BodySerialNumber: 'SN-0012345' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '51/1 30/1 27/1',
          GPSLongitudeRef: 'W',
          GPSLongitude: '0/1 5/1 57/1',
        },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>Secret Street</a></x:xmpmeta>')
      .toBuffer();
    const before = Buffer.concat([marked, Buffer.from('hidden behind the pixels')]);
    expect(await exifr.gps(before)).toBeDefined();
    for (const secret of secrets) expect(before.includes(secret)).toBe(true);
    await expectClean(await imageOf(before, 'image/jpeg'), secrets);
  });

  const modes: [name: string, type: string, make: () => Promise<Buffer>][] = [
    ['CMYK JPEG', 'image/jpeg', () => photo(300, 200).toColourspace('cmyk').jpeg().toBuffer()],
    ['16-bit PNG', 'image/png', () => photo(300, 200).toColourspace('rgb16').png().toBuffer()],
    ['grey TIFF', 'image/tiff', () => photo(300, 200).greyscale().tiff().toBuffer()],
    ['AVIF', 'image/avif', () => photo(300, 200).avif({ effort: 0 }).toBuffer()],
    ['wide-gamut JPEG', 'image/jpeg', () => photo(300, 200).withIccProfile('p3').jpeg().toBuffer()],
    ['progressive JPEG', 'image/jpeg', () => photo(300, 200).jpeg({ progressive: true }).toBuffer()],
    ['transparent PNG', 'image/png', () => photo(300, 200).ensureAlpha(0.5).png().toBuffer()],
  ];
  it.for(modes)('becomes sRGB with 8 bits from a %s', async ([name, type, make]) => {
    const image = await imageOf(await make(), type);
    for (const { bytes } of filesOf(image)) {
      const header = await sharp(bytes).metadata();
      expect(header).toMatchObject({ space: 'srgb', depth: 'uchar', width: 300, height: 200 });
      expect(header.icc).toBeUndefined();
      expect(header.hasAlpha).toBe(name === 'transparent PNG');
    }
    const { data } = await sharp(image.variants[0]?.bytes)
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const wanted = await photo(300, 200).removeAlpha().raw().toBuffer();
    const mean = (pixels: Buffer) => pixels.reduce((sum, value) => sum + value, 0) / pixels.length;
    if (name !== 'grey TIFF') expect(Math.abs(mean(data) - mean(wanted))).toBeLessThan(12);
  });

  it.for(['gif', 'webp'] as const)(
    'of an animated %s shows its first frame, and moves apart',
    async (format) => {
      const image = await imageOf(await frames(format), `image/${format}`);
      expect(image).toMatchObject({ width: 20, height: 10, pages: 2 });
      expect(await sharp(image.variants[0]?.bytes).metadata()).toMatchObject({ width: 20, height: 10 });
      const moving = await sharp(image.animation?.bytes).metadata();
      expect(moving).toMatchObject({ format: 'webp', pages: 2, delay: [100, 250], loop: 3 });
      expect(image.animation).toMatchObject({ width: 20, height: 10 });
      expect(image.palette[0]).toMatch(/^#f[c-f]0/);
      expect(await sharp(image.original.bytes).metadata()).toMatchObject({ format, pages: 2 });
    },
  );

  it('is drawn once from an SVG, which is never handed on', async () => {
    const image = await imageOf(await fixture('desert-landscape.svg'), 'image/svg+xml');
    expect(image.variants.at(-1)).toMatchObject({ width: 1800, height: 1800 });
    for (const { bytes, contentType } of filesOf(image)) {
      expect(contentType).toMatch(/^image\/(webp|png)$/);
      expect(Buffer.from(bytes).includes('<svg')).toBe(false);
    }
  });

  it.for<[attributes: string, width: number, height: number]>([
    ['width="40" height="30"', 40, 30],
    ['width="48" viewBox="0 0 24 24"', 48, 48],
    ['width="3840" height="1920"', 1920, 960],
    ['viewBox="0 0 24 12"', 1920, 960],
    ['width="100%" height="100%" viewBox="0 0 10 20"', 960, 1920],
  ])('is drawn from an SVG with %s at %i by %i', async ([attributes, width, height]) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><rect width="9" height="9"/></svg>`;

    const image = await imageOf(Buffer.from(svg), 'image/svg+xml');

    expect([image.width, image.height]).toEqual([width, height]);
    expect(image.original).toMatchObject({ width, height });
    for (const variant of image.variants) expect(variant.width).toBeLessThanOrEqual(width);
  });

  it('shows nothing of a file that an SVG points to', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'svg-'));
    const secret = join(dir, 'secret.png');
    await writeFile(
      secret,
      await sharp({ create: { width: 9, height: 9, channels: 3, background: '#ff0000' } })
        .png()
        .toBuffer(),
    );
    const svg = `<!DOCTYPE svg [<!ENTITY x SYSTEM "file://${secret}">]>
      <svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><rect width="90" height="90" fill="#00ff00"/>
      <image href="file://${secret}" width="90" height="90"/><image href="${secret}" width="90" height="90"/></svg>`;
    const result = await processed(Buffer.from(svg), 'image/svg+xml');
    await rm(dir, { recursive: true });
    if (result.kind === 'IMAGE') expect(result.palette).toEqual(['#00ff00']);
    else expect(result).toMatchObject({ kind: 'PROBLEM', problem: { code: 'MEDIA_CORRUPT' } });
  });
});

describe('a file that is no picture', () => {
  const files: [type: string, start: string][] = [
    ['application/pdf', '%PDF-1.7 ...'],
    ['audio/mpeg', 'ID3....'],
    ['audio/ogg', 'OggS\0...'],
    ['text/plain', 'Notes'],
  ];
  it.for(files)('passes as it is: %s', async ([type, start]) => {
    expect(await processed(Buffer.from(start), type)).toEqual({
      kind: 'FILE',
      contentType: type,
      hash: createHash('sha256').update(start).digest('hex').slice(0, 16),
    });
  });
});

import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import exifr from 'exifr';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { processImage, type ProcessedImage, type RenderedFile } from './process-image.ts';

const fixture = (name: string) => readFile(join(import.meta.dirname, 'fixtures', name));
const painting = await fixture('corridor-in-the-asylum.png');
const photo = (width: number, height: number) => sharp(painting).resize({ width, height, fit: 'fill' });

async function imageOf(bytes: Uint8Array, type: string): Promise<ProcessedImage> {
  const result = await processImage(bytes, type);
  if (result.kind !== 'IMAGE') throw new Error(`Expected an image. Received: ${JSON.stringify(result)}`);
  return result;
}
const problemOf = async (bytes: Uint8Array, type: string) => {
  const result = await processImage(bytes, type);
  return result.kind === 'PROBLEM' ? result.problem : result.kind;
};
const filesOf = ({ variants, animation, original }: ProcessedImage): RenderedFile[] => [
  ...variants,
  ...(animation ? [animation] : []),
  original,
];
/** Two frames, red and blue. */
const frames = (format: 'gif' | 'webp', options: object = {}) =>
  sharp(
    ['#ff0000', '#0000ff'].map((background) => ({
      create: { width: 20, height: 10, channels: 3 as const, background },
    })),
    { join: { animated: true } },
  )
    [format]({ delay: [100, 250], loop: 3, ...options })
    .toBuffer();

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
    expect(image.variants.at(-1)).toMatchObject({ width: 1920, height: 1920 });
    for (const { bytes, contentType } of filesOf(image)) {
      expect(contentType).toMatch(/^image\/(webp|png)$/);
      expect(Buffer.from(bytes).includes('<svg')).toBe(false);
    }
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
    const result = await processImage(Buffer.from(svg), 'image/svg+xml');
    await rm(dir, { recursive: true });
    if (result.kind === 'IMAGE') expect(result.palette).toEqual(['#00ff00']);
    else expect(result).toMatchObject({ kind: 'PROBLEM', problem: { code: 'MEDIA_CORRUPT' } });
  });
});

describe('a file that is refused', () => {
  it('is not what it was declared to be', async () => {
    expect(await problemOf(await photo(9, 9).jpeg().toBuffer(), 'image/png')).toEqual({
      code: 'MEDIA_TYPE_MISMATCH',
      declared: 'image/png',
      found: 'image/jpeg',
      detail:
        'The file was declared as image/png, but its bytes are image/jpeg. Upload it with its own type.',
    });
  });

  /** A PNG whose header promises a size that its few bytes do not hold. */
  const hugePng = async (side: number) => {
    const bytes = await photo(1, 1).png().toBuffer();
    bytes.writeUInt32BE(side, 16);
    bytes.writeUInt32BE(side, 20);
    const { crc32 } = await import('node:zlib');
    bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
    return bytes;
  };
  // A screen of 32 by 32, and one frame of 65535 by 1321 that begins 65280 lines below.
  const hugeGif = Buffer.from('4749463839612000200000000000' + '2c000000ffffff2905008f', 'hex');
  const laughs = `<!DOCTYPE svg [<!ENTITY a0 "ha">${Array.from(
    { length: 30 },
    (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`,
  ).join('')}]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&a30;</text></svg>`;

  const refused: [name: string, code: string, type: string, make: () => Promise<Uint8Array> | Uint8Array][] =
    [
      ['nothing', 'MEDIA_EMPTY', 'image/png', () => new Uint8Array()],
      ['no text', 'MEDIA_EMPTY', 'text/plain', () => new Uint8Array()],
      ['noise', 'MEDIA_TYPE_MISMATCH', 'image/jpeg', () => Buffer.from('no picture at all')],
      ['HTML as PNG', 'MEDIA_TYPE_MISMATCH', 'image/png', () => Buffer.from('<script>alert(1)</script>')],
      [
        'HEIC',
        'MEDIA_TYPE_UNSUPPORTED',
        'image/heic',
        () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'),
      ],
      [
        'half a JPEG',
        'MEDIA_CORRUPT',
        'image/jpeg',
        async () => half(await photo(300, 200).jpeg().toBuffer()),
      ],
      ['half a PNG', 'MEDIA_CORRUPT', 'image/png', () => half(painting)],
      ['half a WebP', 'MEDIA_CORRUPT', 'image/webp', async () => half(await fixture('seated-peasant.webp'))],
      [
        'half an AVIF',
        'MEDIA_CORRUPT',
        'image/avif',
        async () => half(await photo(99, 99).avif().toBuffer()),
      ],
      [
        'half a TIFF',
        'MEDIA_CORRUPT',
        'image/tiff',
        async () => half(await photo(300, 200).tiff().toBuffer()),
      ],
      [
        'half an SVG',
        'MEDIA_CORRUPT',
        'image/svg+xml',
        async () => half(await fixture('desert-landscape.svg')),
      ],
      [
        'a first few bytes',
        'MEDIA_CORRUPT',
        'image/jpeg',
        () => (painting.subarray(0, 0).length ? painting : Buffer.from('ffd8ffe0', 'hex')),
      ],
      ['a PNG of 2.5 gigapixels', 'MEDIA_TOO_LARGE', 'image/png', () => hugePng(50_000)],
      ['a GIF that declares 4.4 gigapixels', 'MEDIA_TOO_LARGE', 'image/gif', () => hugeGif],
      [
        'an SVG of 6 MB',
        'MEDIA_TOO_LARGE',
        'image/svg+xml',
        () => Buffer.from(`<svg>${' '.repeat(6_000_000)}</svg>`),
      ],
      ['an SVG of endless entities', 'MEDIA_CORRUPT', 'image/svg+xml', () => Buffer.from(laughs)],
    ];
  it.for(refused)('is %s: %s', async ([, code, type, make]) => {
    expect(await problemOf(await make(), type)).toMatchObject({ code, declared: type });
  });

  it('has more frames than an animation may have', async () => {
    const one = await frames('gif');
    const start = one.indexOf(Buffer.from('21f904', 'hex'));
    const body = one.subarray(start, -1);
    const many = Buffer.concat([
      one.subarray(0, start),
      ...Array.from({ length: 300 }, () => body),
      one.subarray(-1),
    ]);
    expect(await problemOf(many, 'image/gif')).toMatchObject({
      code: 'MEDIA_TOO_LARGE',
      detail: 'An animation may have 500 frames. Received: 600.',
    });
  });

  it('holds a packed block that would grow without end', async () => {
    // A text chunk of 64 MB in a few KB: it must cost nothing, as text is not looked at.
    const { crc32 } = await import('node:zlib');
    const data = Buffer.concat([Buffer.from('c\0\0'), deflateSync(Buffer.alloc(64_000_000))]);
    const chunk = Buffer.alloc(12 + data.length);
    chunk.writeUInt32BE(data.length);
    chunk.write('zTXt', 4);
    data.copy(chunk, 8);
    chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), 8 + data.length);
    const small = await photo(9, 9).png().toBuffer();
    const result = await processImage(
      Buffer.concat([small.subarray(0, 33), chunk, small.subarray(33)]),
      'image/png',
    );
    if (result.kind === 'IMAGE')
      for (const { bytes } of filesOf(result)) expect(bytes.length).toBeLessThan(5000);
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
    expect(await processImage(Buffer.from(start), type)).toEqual({
      kind: 'FILE',
      contentType: type,
      hash: createHash('sha256').update(start).digest('hex').slice(0, 16),
    });
  });
});

const half = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, Math.floor(bytes.length / 2));

/** No metadata that exifr or sharp can see, and none of these words anywhere in the bytes. */
async function expectClean(image: ProcessedImage, secrets: string[]): Promise<void> {
  for (const { bytes, contentType } of filesOf(image)) {
    const header = await sharp(bytes).metadata();
    expect([contentType, header.exif, header.xmp, header.iptc]).toEqual([
      contentType,
      undefined,
      undefined,
      undefined,
    ]);
    for (const secret of [...secrets, 'GPS', 'Exif\0\0', 'xmpmeta', 'Photoshop 3.0']) {
      expect([contentType, secret, Buffer.from(bytes).includes(secret)]).toEqual([
        contentType,
        secret,
        false,
      ]);
    }
    if (contentType !== 'image/jpeg') continue;
    const found: unknown = await exifr.parse(bytes, {
      tiff: true,
      gps: true,
      xmp: true,
      iptc: true,
      jfif: false,
    });
    expect(found).toBeUndefined();
  }
}

import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { filesOf, fixture, frames, painting, photo, processed } from './samples.testing.ts';

const problemOf = async (bytes: Uint8Array, type: string) => {
  const result = await processed(bytes, type);
  return result.kind === 'PROBLEM' ? result.problem : result.kind;
};
const half = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, Math.floor(bytes.length / 2));

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
    bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
    return bytes;
  };
  // A screen of 32 by 32, and one frame of 65535 by 1321 that begins 65280 lines below.
  const hugeGif = Buffer.from('47494638396120002000000000' + '2c000000ffffff2905008f', 'hex');
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
      ['a JPEG of four bytes', 'MEDIA_CORRUPT', 'image/jpeg', () => Buffer.from('ffd8ffe0', 'hex')],
      ['a line of 70,000 pixels', 'MEDIA_TOO_LARGE', 'image/png', () => photo(70_000, 1).png().toBuffer()],
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

  const svg = (text: string) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${text}`);
  const words: [name: string, type: string, make: () => Promise<Uint8Array> | Uint8Array, detail: RegExp][] =
    [
      ['half a PNG', 'image/png', () => half(painting), /read as image\/png\. Export it again/],
      [
        'an SVG whose elements do not close',
        'image/svg+xml',
        () => svg('width="9" height="9">\n<g></svg>'),
        /^The SVG is not well-formed XML: .* line 2, column 10\. Export/,
      ],
      ['an SVG without a size', 'image/svg+xml', () => svg('/>'), /^The SVG has no size .* viewBox/],
    ];
  it.for(words)('says in our words what is wrong with %s', async ([, type, make, detail]) => {
    const problem = await problemOf(await make(), type);

    const told = typeof problem === 'string' ? problem : problem.detail;
    expect(told).toMatch(detail);
    expect(told).not.toMatch(/libvips|vips|librsvg|glib|svgload|spng|libpng|buffer|header/i);
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
    const data = Buffer.concat([Buffer.from('c\0\0'), deflateSync(Buffer.alloc(64_000_000))]);
    const chunk = Buffer.alloc(12 + data.length);
    chunk.writeUInt32BE(data.length);
    chunk.write('zTXt', 4);
    data.copy(chunk, 8);
    chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), 8 + data.length);
    const small = await photo(9, 9).png().toBuffer();
    const result = await processed(
      Buffer.concat([small.subarray(0, 33), chunk, small.subarray(33)]),
      'image/png',
    );
    if (result.kind === 'IMAGE')
      for (const { bytes } of filesOf(result)) expect(bytes.length).toBeLessThan(5000);
    else expect(result).toMatchObject({ kind: 'PROBLEM', problem: { code: 'MEDIA_CORRUPT' } });
  });
});

/** Pictures and checks that the tests of this folder share. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import exifr from 'exifr';
import sharp from 'sharp';
import { expect } from 'vitest';
import { drawImage } from './draw-image.ts';
import type { ProcessedImage, RenderedFile } from './drawing.ts';
import { processImage } from './process-image.ts';

export const fixture = (name: string) => readFile(join(import.meta.dirname, 'fixtures', name));
export const painting = await fixture('corridor-in-the-asylum.png');
/** The painting in any size. */
export const photo = (width: number, height: number) =>
  sharp(painting).resize({ width, height, fit: 'fill' });

/** What is made of a file, drawn in this process. */
export const processed = (bytes: Uint8Array, type: string) => processImage(bytes, type, drawImage);

/** The picture, or an error that says why it was refused. */
export async function imageOf(bytes: Uint8Array, type: string): Promise<ProcessedImage> {
  const result = await processed(bytes, type);
  if (result.kind !== 'IMAGE') throw new Error(`Expected an image. Received: ${JSON.stringify(result)}`);
  return result;
}
/** Every file that was made of a picture. */
export const filesOf = ({ variants, animation, original }: ProcessedImage): RenderedFile[] => [
  ...variants,
  ...(animation ? [animation] : []),
  original,
];
/** Two frames, red and blue. */
export const frames = (format: 'gif' | 'webp', options: object = {}) =>
  sharp(Buffer.concat([Buffer.alloc(600, '\xff\0\0', 'latin1'), Buffer.alloc(600, '\0\0\xff', 'latin1')]), {
    raw: { width: 20, height: 20, channels: 3, pageHeight: 10 },
  })
    [format]({ delay: [100, 250], loop: 3, ...options })
    .toBuffer();

/** No metadata that exifr or sharp can see, and none of these words anywhere in the bytes. */
export async function expectClean(image: ProcessedImage, secrets: string[]): Promise<void> {
  for (const { bytes, contentType } of filesOf(image)) {
    const header = await sharp(bytes).metadata();
    expect([contentType, header.exif, header.xmp, header.iptc]).toEqual([
      contentType,
      undefined,
      undefined,
      undefined,
    ]);
    for (const secret of [...secrets, 'Exif\0\0', 'xmpmeta', 'Photoshop 3.0']) {
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

/**
 * Pictures as models take them: decoded under limits, without anything that stands beside the pixels. Only PNG, JPEG and
 * WebP are decoded here: hand over a stored size, which `process-asset` has drawn in a process of its own, rather than
 * what somebody has uploaded.
 */
import type { Sharp } from 'sharp';
import { paletteOf } from './functions/process-asset/palette.ts';
import { ModelRefusal } from './ports/embeddings/port.ts';

/** Most pixels that are decoded: a larger picture is refused. */
const MAX_PIXELS = 40_000_000;
const TIMEOUT = { seconds: 20 };
const PALETTE_SIDE = 64;
/** Pixels of the longer side for reading: letters below about 20 pixels are not read, and larger pictures take long. */
const READING = { least: 1000, most: 1600 };

/** Upright pixels only: what EXIF, XMP and comments say is not read and never leaves the machine. */
async function open(bytes: Uint8Array): Promise<{ picture: Sharp }> {
  // Loaded with the first picture: most searches and many texts have none, and it takes as long as all else.
  const { default: sharp } = await import('sharp');
  const limits = { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 } as const;
  return { picture: sharp(bytes, limits).autoOrient().timeout(TIMEOUT) };
}

/** By the first bytes: other decoders, SVG's above all, have no bounds. */
function isRaster(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  return /^\x89PNG\r\n\x1a\n|^\xff\xd8\xff|^RIFF[\s\S]{4}WEBP/.test(head);
}

/** @throws ModelRefusal where the bytes are no picture */
async function decoded<T>(bytes: Uint8Array, work: (picture: Sharp) => Promise<T>): Promise<T> {
  if (!isRaster(bytes))
    throw new ModelRefusal(`Send a PNG, JPEG or WebP. Received ${bytes.length} bytes of something else.`);
  try {
    return await work((await open(bytes)).picture);
  } catch (error) {
    throw new ModelRefusal(
      `Send a picture that can be decoded. Received ${bytes.length} bytes: ${String(error)}`,
    );
  }
}

/** Up to five colours as `#rrggbb`, the largest first. @throws ModelRefusal */
export const paletteOfPicture = (bytes: Uint8Array): Promise<string[]> =>
  decoded(bytes, async (picture) => {
    const square = picture
      .resize(PALETTE_SIDE, PALETTE_SIDE, { fit: 'fill' })
      .toColourspace('srgb')
      .ensureAlpha();
    return paletteOf(await square.raw().toBuffer());
  });

/** The pixels alone as a JPEG whose longer side has at most `side` pixels. @throws ModelRefusal */
export const pixelsAsJpeg = (bytes: Uint8Array, side: number): Promise<Uint8Array> =>
  decoded(bytes, async (picture) => {
    const small = picture.resize(side, side, { fit: 'inside', withoutEnlargement: true });
    return new Uint8Array(await small.flatten({ background: '#ffffff' }).jpeg({ quality: 85 }).toBuffer());
  });

/** A grey PNG in which letters are large enough to be read. @throws ModelRefusal */
export const pixelsForReading = (bytes: Uint8Array): Promise<Uint8Array> =>
  decoded(bytes, async (picture) => {
    const { width, height } = (await picture.metadata()).autoOrient;
    const longer = Math.max(width, height);
    const side = Math.min(Math.max(longer, READING.least), READING.most);
    const sized = picture.resize(side, side, { fit: 'inside' }).flatten({ background: '#ffffff' });
    return new Uint8Array(await sized.greyscale().png({ compressionLevel: 1 }).toBuffer());
  });

/**
 * The picture pressed into a square of `side` pixels, as bytes of red, green and blue; transparent parts are white.
 * @throws ModelRefusal
 */
export const squareOf = (bytes: Uint8Array, side: number): Promise<Uint8Array> =>
  decoded(bytes, async (picture) => {
    const square = picture.resize(side, side, { fit: 'fill' }).flatten({ background: '#ffffff' });
    return new Uint8Array(await square.toColourspace('srgb').removeAlpha().raw().toBuffer());
  });

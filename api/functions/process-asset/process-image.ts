/**
 * What is made of an uploaded file, as data: the file goes in, everything to store and to show comes out. It never
 * throws for what a file holds.
 *
 * - Sizes are WebP in sRGB with 8 bits a channel, at 480, 960 and 1920 pixels of width and never wider than the
 *   picture. Orientation and colour profile are applied to the pixels, so nothing has to be carried along.
 * - Of an animation the sizes show the first frame: lists, print and people who asked for less motion need a
 *   still one. The movement is kept apart, as `animation`.
 * - `original` is the whole picture encoded again: EXIF (position, owner, serial numbers), XMP, IPTC, comments and
 *   whatever was hidden behind the pixels are gone. TIFF becomes PNG, AVIF becomes WebP.
 * - SVG is never served: it is drawn once to PNG and WebP, in the size that it states, at most 1920 pixels to a side;
 *   one that states none (a `viewBox` alone, percentages) is drawn with 1920 pixels on its longer side. librsvg runs no scripts and, as the picture comes from
 *   memory, opens no file or address that it refers to.
 */
import { createHash } from 'node:crypto';
import { rgbaToThumbHash } from 'thumbhash';
import { gifExtent } from './gif-extent.ts';
import {
  canonicalType,
  fitsDeclaration,
  IMAGE_FORMATS,
  type ImageType,
  isImageType,
  sniffMediaType,
} from './media-type.ts';
import { paletteOf } from './palette.ts';
import {
  type Encoded,
  type Header,
  isAnimatable,
  MAX_ANIMATION_PIXELS,
  MAX_FRAMES,
  MAX_PIXELS,
  MAX_SIDE,
  readHeader,
  renderImage,
} from './render-image.ts';
import { unreadable } from './unreadable.ts';

/** The largest SVG that is drawn, in bytes. */
const MAX_SVG_BYTES = 5_000_000;

/** A file to store. `hash` is the first 16 hex digits of the bytes' SHA-256. */
export interface RenderedFile extends Encoded {
  hash: string;
}

export interface ProcessedImage {
  kind: 'IMAGE';
  /** What the upload is, such as `image/jpeg`. */
  contentType: ImageType;
  /** Of the upright picture, in pixels; of an SVG as it was drawn. */
  width: number;
  height: number;
  /** sharp's name of the format, such as `jpeg` or `heif`. */
  format: string;
  /** Frames of an animation or pages of a TIFF. */
  pages: number;
  /** Smallest first, one to three. */
  variants: RenderedFile[];
  /** Animated WebP, at most 960 pixels wide; only of animated GIF and WebP. */
  animation?: RenderedFile;
  original: RenderedFile;
  /** Base64 of https://evanw.github.io/thumbhash/ */
  thumbhash: string;
  /** Up to five colours as `#rrggbb`, the most frequent first. */
  palette: string[];
}

/** A file that is no image: sound, film, document, text. It is kept as it is. */
export interface ProcessedFile {
  kind: 'FILE';
  contentType: string;
  /** First 16 hex digits of the bytes' SHA-256. */
  hash: string;
}

export type MediaProblemCode =
  | 'MEDIA_EMPTY'
  | 'MEDIA_MISSING'
  | 'MEDIA_TYPE_MISMATCH'
  | 'MEDIA_TYPE_UNSUPPORTED'
  | 'MEDIA_CORRUPT'
  | 'MEDIA_TOO_LARGE'
  | 'MEDIA_TOO_COMPLEX';

/** Why a file is refused. `detail` is one sentence for the person who uploaded it. */
export interface MediaProblem {
  code: MediaProblemCode;
  detail: string;
  declared: string;
  /** What the bytes are, where that was found out. */
  found?: string;
}

export interface RefusedMedia {
  kind: 'PROBLEM';
  problem: MediaProblem;
}

/** @param declaredType the media type that the upload was signed for */
export async function processImage(
  bytes: Uint8Array,
  declaredType: string,
): Promise<ProcessedImage | ProcessedFile | RefusedMedia> {
  const declared = canonicalType(declaredType);
  const refuse = (code: MediaProblemCode, detail: string, found?: string): RefusedMedia => ({
    kind: 'PROBLEM',
    problem: { code, detail, declared: declaredType, ...(found === undefined ? {} : { found }) },
  });

  if (bytes.length === 0) return refuse('MEDIA_EMPTY', 'The file is empty. Upload it again.');
  const found = sniffMediaType(bytes);
  if (!fitsDeclaration(declared, found)) {
    const what = found ?? 'application/octet-stream';
    const detail = `The file was declared as ${declaredType}, but its bytes are ${found ?? 'of another kind'}.`;
    return refuse('MEDIA_TYPE_MISMATCH', `${detail} Upload it with its own type.`, what);
  }
  if (!declared.startsWith('image/')) return { kind: 'FILE', contentType: declared, hash: hashOf(bytes) };
  if (!isImageType(declared)) {
    const accepted = Object.keys(IMAGE_FORMATS).join(', ');
    return refuse('MEDIA_TYPE_UNSUPPORTED', `${declaredType} is not accepted. Use one of ${accepted}.`);
  }
  if (declared === 'image/svg+xml' && bytes.length > MAX_SVG_BYTES) {
    return refuse('MEDIA_TOO_LARGE', `An SVG may have ${MAX_SVG_BYTES} bytes. Received: ${bytes.length}.`);
  }

  const attempt = async <T>(work: Promise<T>): Promise<T | RefusedMedia> =>
    work.catch((error: unknown) => {
      const { code, detail } = unreadable(declared, error);
      return refuse(code, detail);
    });

  // A GIF of a few bytes may declare a canvas of gigabytes, so its blocks are measured before any decoder sees it.
  if (declared === 'image/gif') {
    const { width, height, frames } = gifExtent(bytes);
    const excess = excessOf({ width, height, pages: Math.max(frames, 1) });
    if (excess) return refuse('MEDIA_TOO_LARGE', excess);
  }
  const header = await attempt(readHeader(bytes, declared));
  if ('kind' in header) return header;
  if (header.format !== IMAGE_FORMATS[declared]) {
    return refuse('MEDIA_TYPE_MISMATCH', `The bytes decode as ${header.format}.`, `image/${header.format}`);
  }
  const excess = excessOf({ ...header, pages: isAnimatable(declared) ? header.pages : 1 });
  if (excess) return refuse('MEDIA_TOO_LARGE', excess);
  const rendering = await attempt(renderImage(bytes, declared, header));
  if ('kind' in rendering) return rendering;

  const { variants, animation, original, small, square } = rendering;
  return {
    kind: 'IMAGE',
    contentType: declared,
    width: header.width,
    height: header.height,
    format: header.format,
    pages: header.pages,
    variants: variants.map(named),
    ...(animation ? { animation: named(animation) } : {}),
    original: named(original),
    thumbhash: Buffer.from(rgbaToThumbHash(small.width, small.height, small.rgba)).toString('base64'),
    palette: paletteOf(square),
  };
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

const named = (encoded: Encoded): RenderedFile => ({ ...encoded, hash: hashOf(encoded.bytes) });

/** Why a picture is over the limits, or undefined. */
function excessOf({ width, height, pages }: Pick<Header, 'width' | 'height' | 'pages'>): string | undefined {
  const pixels = width * height * pages;
  if (pages > MAX_FRAMES) return `An animation may have ${MAX_FRAMES} frames. Received: ${pages}.`;
  if (pages > 1 && pixels > MAX_ANIMATION_PIXELS) {
    return `An animation may have ${MAX_ANIMATION_PIXELS} pixels, all frames together. Received: ${width} x ${height} in ${pages} frames.`;
  }
  if (Math.max(width, height) > MAX_SIDE)
    return `A side may have ${MAX_SIDE} pixels. Received: ${width} x ${height}.`;
  return pixels > MAX_PIXELS
    ? `A picture may have ${MAX_PIXELS} pixels. Received: ${width} x ${height}.`
    : undefined;
}

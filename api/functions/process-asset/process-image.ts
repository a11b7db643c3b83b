/**
 * What is made of an uploaded file, as data: the file goes in, everything to store and to show comes out. It never
 * throws for what a file holds. What can be told without decoding is told here; the rest is drawn elsewhere.
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
import type { DrawImage, ProcessedImage, Refusal } from './drawing.ts';
import { gifExtent } from './gif-extent.ts';
import { excessOf } from './limits.ts';
import { canonicalType, fitsDeclaration, IMAGE_FORMATS, isImageType, sniffMediaType } from './media-type.ts';

/** The largest SVG that is drawn, in bytes. */
const MAX_SVG_BYTES = 5_000_000;

/** A file that is no image: sound, film, document, text. It is kept as it is. */
export interface ProcessedFile {
  kind: 'FILE';
  contentType: string;
  /** First 16 hex digits of the bytes' SHA-256. */
  hash: string;
}

export type MediaProblemCode = 'MEDIA_EMPTY' | 'MEDIA_MISSING' | 'MEDIA_TYPE_UNSUPPORTED' | Refusal['code'];

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

/**
 * @param declaredType the media type that the upload was signed for
 * @param draw draws what may be a picture
 */
export async function processImage(
  bytes: Uint8Array,
  declaredType: string,
  draw: DrawImage,
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

  // A GIF of a few bytes may declare a canvas of gigabytes, so its blocks are measured before any decoder sees it.
  if (declared === 'image/gif') {
    const { width, height, frames } = gifExtent(bytes);
    const excess = excessOf({ width, height, pages: Math.max(frames, 1) });
    if (excess) return refuse('MEDIA_TOO_LARGE', excess);
  }
  const drawn = await draw(bytes, declared);
  return drawn.kind === 'REFUSED' ? refuse(drawn.code, drawn.detail, drawn.found) : drawn;
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

/** The words between whoever wants a picture drawn and whoever draws it. */
import type { ImageType } from './media-type.ts';

/** One encoded picture. */
export interface Encoded {
  bytes: Uint8Array;
  contentType: string;
  width: number;
  height: number;
}

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

/** Why a picture is not drawn: what is wrong and what to do, in words for the person who uploaded it. */
export interface Refusal {
  kind: 'REFUSED';
  code: 'MEDIA_CORRUPT' | 'MEDIA_TYPE_MISMATCH' | 'MEDIA_TOO_LARGE' | 'MEDIA_TOO_COMPLEX';
  detail: string;
  /** What the bytes are, where they are something else than declared. */
  found?: string;
}

/** Draws one picture. Rejects only when nothing could be tried: then it is right to try again. */
export type DrawImage = (bytes: Uint8Array, type: ImageType) => Promise<ProcessedImage | Refusal>;

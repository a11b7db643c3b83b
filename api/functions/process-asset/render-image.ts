/** The decoding and encoding of one picture: everything that touches sharp, under one set of limits. */
import sharp, { type Metadata, type OutputInfo, type Sharp } from 'sharp';
import type { Encoded } from './drawing.ts';
import { type Extent, MAX_PIXELS, SVG_SIDE } from './limits.ts';
import type { ImageType } from './media-type.ts';
import { statesSize } from './svg-size.ts';

/** Widths of the stored sizes, in pixels. */
export const WIDTHS = [480, 960, 1920] as const;

/** The longest side that WebP can store. */
const WEBP_SIDE = 16_383;
const SVG_DPI = 72;
const ANIMATION_WIDTH = 960;
const TIMEOUT = { seconds: 60 };

// A function instance holds one picture at a time; memory counts more than its second thread.
sharp.concurrency(1);
sharp.cache(false);

/** All that is drawn of one picture. */
export interface Rendering {
  variants: Encoded[];
  animation?: Encoded;
  original: Encoded;
  /** Pixels for the ThumbHash, at most 100 by 100, four bytes each. */
  small: { rgba: Uint8Array; width: number; height: number };
  /** 64 by 64 pixels, four bytes each, for the palette. */
  square: Uint8Array;
}

/** The header of a picture. `width` and `height` are of one upright frame. */
export interface Header extends Extent {
  format: string;
  /** Dots per inch at which an SVG is drawn. */
  density?: number;
}

/** Whether the pages of a picture are frames; a TIFF's are not, and only its first is drawn. */
export const isAnimatable = (type: ImageType): boolean => type === 'image/gif' || type === 'image/webp';

/** Reads the header only. Throws what sharp throws where the bytes are none that it knows. */
export async function readHeader(bytes: Uint8Array, type: ImageType): Promise<Header> {
  const options = { failOn: 'error', limitInputPixels: false } as const;
  const found = await sharp(bytes, options).metadata();
  if (type !== 'image/svg+xml') return headerOf(found);
  const longer = Math.max(found.width, found.height, 1);
  const side = statesSize(bytes) ? Math.min(longer, SVG_SIDE) : SVG_SIDE;
  const density = Math.max((SVG_DPI * side) / longer, 1);
  return { ...headerOf(await sharp(bytes, { ...options, density }).metadata()), density };
}

function headerOf({ autoOrient, pages, format }: Metadata): Header {
  return { width: autoOrient.width, height: autoOrient.height, pages: pages ?? 1, format };
}

/** Draws everything. Throws what sharp throws where the picture is broken, too large or takes too long. */
export async function renderImage(bytes: Uint8Array, type: ImageType, header: Header): Promise<Rendering> {
  const { density } = header;
  const open = (pages: number): Sharp =>
    sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PIXELS, pages, ...(density ? { density } : {}) })
      .autoOrient()
      .timeout(TIMEOUT);

  // Decoded once to the largest size, in sRGB with 8 bits a channel; the rest is drawn from these pixels.
  const largest = await open(1)
    .resize({ width: WIDTHS[2], height: WEBP_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const base = (): Sharp => sharp(largest.data, { raw: rawOf(largest.info) });

  const widths = new Set(WIDTHS.map((width) => Math.min(width, largest.info.width)));
  const variants: Encoded[] = [];
  for (const width of widths) variants.push(await encode(base().resize({ width }).webp({ quality: 80 })));

  const small = await base()
    .resize({ width: 100, height: 100, fit: 'inside', withoutEnlargement: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const square = await base().resize({ width: 64, height: 64, fit: 'fill' }).ensureAlpha().raw().toBuffer();
  const original = await encode(cleaned(open(isAnimatable(type) ? -1 : 1), type));
  const rendering: Rendering = {
    variants,
    original: { ...original, width: header.width, height: header.height },
    small: { rgba: small.data, width: small.info.width, height: small.info.height },
    square,
  };
  if (isAnimatable(type) && header.pages > 1) {
    const animation = await encode(
      open(-1).resize({ width: ANIMATION_WIDTH, withoutEnlargement: true }).webp({ quality: 75 }),
    );
    const height = Math.round((animation.width * header.height) / header.width);
    rendering.animation = { ...animation, height };
  }
  return rendering;
}

/** The whole picture again in a format that browsers show, without anything but its pixels. */
function cleaned(picture: Sharp, type: ImageType): Sharp {
  switch (type) {
    case 'image/jpeg':
      return picture.jpeg({ quality: 92, chromaSubsampling: '4:4:4' });
    case 'image/gif':
      return picture.gif();
    case 'image/webp':
    // Encoding AVIF takes a second a megapixel.
    case 'image/avif':
      return picture.webp({ quality: 92 });
    case 'image/png':
    case 'image/tiff':
    case 'image/svg+xml':
      return picture.toColourspace('srgb').png();
  }
}

async function encode(picture: Sharp): Promise<Encoded> {
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  return { bytes: data, contentType: `image/${info.format}`, width: info.width, height: info.height };
}

const rawOf = ({
  width,
  height,
  channels,
}: OutputInfo): { width: number; height: number; channels: 1 | 2 | 3 | 4 } => ({
  width,
  height,
  channels,
});

/** One picture drawn, or the reason why it cannot be. It runs where it can be killed: see `drawing-process.ts`. */
import { createHash } from 'node:crypto';
import { rgbaToThumbHash } from 'thumbhash';
import type { DrawImage, Encoded, RenderedFile } from './drawing.ts';
import { excessOf } from './limits.ts';
import { IMAGE_FORMATS } from './media-type.ts';
import { paletteOf } from './palette.ts';
import { isAnimatable, readHeader, renderImage } from './render-image.ts';
import { excessOfSvg } from './svg-cost.ts';
import { unreadable } from './unreadable.ts';

/** Never rejects for what the bytes hold. */
export const drawImage: DrawImage = async (bytes, type) => {
  const attempt = <T>(work: Promise<T>) => work.catch((error: unknown) => unreadable(type, error));

  const needless = type === 'image/svg+xml' ? excessOfSvg(bytes) : undefined;
  if (needless) return { kind: 'REFUSED', code: 'MEDIA_TOO_COMPLEX', detail: needless };
  const header = await attempt(readHeader(bytes, type));
  if ('kind' in header) return header;
  const { width, height, pages, format } = header;
  if (format !== IMAGE_FORMATS[type]) {
    const detail = `The bytes decode as ${format}.`;
    return { kind: 'REFUSED', code: 'MEDIA_TYPE_MISMATCH', detail, found: `image/${format}` };
  }
  const excess = excessOf({ width, height, pages: isAnimatable(type) ? pages : 1 });
  if (excess) return { kind: 'REFUSED', code: 'MEDIA_TOO_LARGE', detail: excess };
  const rendering = await attempt(renderImage(bytes, type, header));
  if ('kind' in rendering) return rendering;

  const { variants, animation, original, small, square } = rendering;
  return {
    kind: 'IMAGE',
    contentType: type,
    width,
    height,
    format,
    pages,
    variants: variants.map(named),
    ...(animation ? { animation: named(animation) } : {}),
    original: named(original),
    thumbhash: Buffer.from(rgbaToThumbHash(small.width, small.height, small.rgba)).toString('base64'),
    palette: paletteOf(square),
  };
};

const named = (encoded: Encoded): RenderedFile => ({
  ...encoded,
  hash: createHash('sha256').update(encoded.bytes).digest('hex').slice(0, 16),
});

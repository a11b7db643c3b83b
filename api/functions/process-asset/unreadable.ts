/** Why a picture could not be drawn, in words for the person who uploaded it. */
import type { Refusal } from './drawing.ts';
import { MAX_PIXELS } from './limits.ts';
import type { ImageType } from './media-type.ts';

/**
 * What is wrong and what to do; nothing of what the decoder says of itself.
 * @param error what sharp threw
 */
export function unreadable(type: ImageType, error: unknown): Refusal {
  const reason = error instanceof Error ? error.message : String(error);
  if (/pixel limit|too large/i.test(reason)) {
    const detail = `A picture may have ${MAX_PIXELS} pixels, and this one has more. Upload a smaller one.`;
    return { kind: 'REFUSED', code: 'MEDIA_TOO_LARGE', detail };
  }
  if (/insufficient memory|out of memory|allocate/i.test(reason)) {
    const detail = 'Drawing the picture needs more memory than there is. Upload a smaller or simpler one.';
    return { kind: 'REFUSED', code: 'MEDIA_TOO_COMPLEX', detail };
  }
  if (/timeout/i.test(reason)) {
    return {
      kind: 'REFUSED',
      code: 'MEDIA_TOO_COMPLEX',
      detail: 'Drawing the picture takes too long. Upload a simpler one.',
    };
  }
  const detail = type === 'image/svg+xml' ? brokenSvg(reason) : broken(type);
  return { kind: 'REFUSED', code: 'MEDIA_CORRUPT', detail };
}

const broken = (type: ImageType): string =>
  `The picture is damaged or incomplete: not all of its bytes can be read as ${type}. Export it again and upload that.`;

function brokenSvg(reason: string): string {
  if (/bad dimensions/.test(reason)) {
    return 'The SVG has no size that can be drawn. Give it a width and a height, or a viewBox, and upload it again.';
  }
  const [, line, column] = /XML parse error.*? on line (\d+) column (\d+)/s.exec(reason) ?? [];
  return line === undefined
    ? 'The SVG cannot be drawn. Export it again as plain SVG, or as PNG, and upload that.'
    : `The SVG is not well-formed XML: it goes wrong or breaks off at line ${line}, column ${column}. Export it again and upload that.`;
}

/** The `range` request header, RFC 9110 section 14.2. */
import type { ByteRange } from '#api/ports/media-store/port.ts';

/**
 * The one byte range that a request asks for, cut to the object's size.
 * @returns undefined to send everything (no range, several, or a unit that we do not know: section 14.2 lets a
 *   server ignore them), `unsatisfiable` when it begins behind the end
 */
export function parseRange(
  header: string | undefined,
  size: number,
): ByteRange | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match) return undefined;
  const [, first = '', last = ''] = match;
  if (first === '') {
    const suffix = Number(last);
    if (last === '') return undefined;
    if (suffix === 0 || size === 0) return 'unsatisfiable';
    return { start: Math.max(size - suffix, 0), end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return undefined;
  return start < size ? { start, end } : 'unsatisfiable';
}

/** A document as one item or several: its JSON text, cut so that every item stays under 400 KB. */

/** Bytes of text in one piece; the rest of the item is keys and card. */
const PIECE_BYTES = 300_000;

/** Cuts a text into pieces of at most `bytes` of UTF-8, never inside a character. At least one piece. */
export function piecesOf(text: string, bytes = PIECE_BYTES): string[] {
  const encoded = Buffer.from(text, 'utf8');
  if (encoded.length <= bytes) return [text];
  const pieces: string[] = [];
  let start = 0;
  while (start < encoded.length) {
    let end = Math.min(start + bytes, encoded.length);
    // 10xxxxxx continues a character.
    while (end < encoded.length && ((encoded[end] ?? 0) & 0xc0) === 0x80) end -= 1;
    pieces.push(encoded.toString('utf8', start, end));
    start = end;
  }
  return pieces;
}

/** `nnnn` of a piece's sort key. */
export const partNumber = (part: number): string => String(part).padStart(4, '0');

/** The size of a GIF by its block headers, without decoding: https://www.w3.org/Graphics/GIF/spec-gif89a.txt */

/**
 * The canvas that a decoder would need (a frame may reach over the declared screen), and the frames found.
 * Stops where the file ends; what is missing is for the decoder to say.
 */
export function gifExtent(bytes: Uint8Array): { width: number; height: number; frames: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (at: number): number => (at + 2 <= bytes.length ? view.getUint16(at, true) : 0);
  const colours = (packed: number): number => (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0);
  let width = word(6);
  let height = word(8);
  let frames = 0;
  let at = 13 + colours(bytes[10] ?? 0);
  while (at < bytes.length) {
    const block = bytes[at];
    if (block === 0x2c) {
      frames += 1;
      width = Math.max(width, word(at + 1) + word(at + 5));
      height = Math.max(height, word(at + 3) + word(at + 7));
      at += 11 + colours(bytes[at + 9] ?? 0);
    } else if (block === 0x21) {
      at += 2;
    } else break;
    // Sub-blocks: a length byte and so many bytes, until a length of zero.
    for (let length = bytes[at]; length !== undefined && length > 0; length = bytes[at]) at += 1 + length;
    at += 1;
  }
  return { width, height, frames };
}

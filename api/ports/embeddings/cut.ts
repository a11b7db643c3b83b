/** Texts as models take them. */

/**
 * The text with its white space collapsed, cut at the last word that ends within `maxCharacters`; a single longer word
 * is cut itself. Never ends in half a character.
 */
export function cutAtWord(text: string, maxCharacters: number): string {
  const plain = text.replace(/\s+/gu, ' ').trim().toWellFormed();
  if (plain.length <= maxCharacters) return plain;
  const space = plain.lastIndexOf(' ', maxCharacters);
  if (space > 0) return plain.slice(0, space);
  const cut = plain.slice(0, maxCharacters);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}

/** The text in parts of at most `maxCharacters`, cut at words; `count` parts at most, the rest is left out. */
export function partsOf(text: string, maxCharacters: number, count: number): string[] {
  const parts: string[] = [];
  let rest = cutAtWord(text, maxCharacters * count);
  while (rest !== '' && parts.length < count) {
    const part = cutAtWord(rest, maxCharacters);
    parts.push(part);
    rest = rest.slice(part.length).trimStart();
  }
  return parts;
}

/** Folding of text that needs nothing of AppSync, so that functions order by the same key as resolvers. */

/** Letters that do not come apart into a base letter and a mark. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
/** Lower case without diacritics, from text in Normalization Form D. At most 120 characters. */
export function foldDecomposed(text: string): string {
  const letters: string[] = [];
  for (const letter of text.toLowerCase().split('')) {
    const mark = letter >= '\u0300' && letter <= '\u036f';
    if (!mark) {
      letters.push(LETTERS[letter] ?? letter);
    }
  }
  return letters.join('').trim().slice(0, 120);
}

import { util } from '@aws-appsync/utils';

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
const KEPT = 'abcdefghijklmnopqrstuvwxyz0123456789';
const SLUG_LENGTH = 80;

/** Lower case without diacritics: what titles are ordered by. At most 120 characters. */
export function fold(text: string): string {
  const letters: string[] = [];
  for (const letter of util.str.normalize(text.slice(0, 200), 'nfd').toLowerCase().split('')) {
    const mark = letter >= '\u0300' && letter <= '\u036f';
    if (!mark) {
      letters.push(LETTERS[letter] ?? letter);
    }
  }
  return letters.join('').trim().slice(0, 120);
}

/** The title as a name in an address: ASCII letters and digits with single hyphens, at most 80; may come out empty. */
export function slugOf(title: string): string {
  const words: string[] = [];
  let word = '';
  for (const letter of fold(title).split('')) {
    if (KEPT.includes(letter)) {
      word = `${word}${letter}`;
    } else if (word !== '') {
      words.push(word);
      word = '';
    }
  }
  if (word !== '') {
    words.push(word);
  }
  return cut(words.join('-'), SLUG_LENGTH);
}

/** A slug that another project holds, made one's own by the id's last six characters. */
export function ownSlug(slug: string, id: string): string {
  const tail = id.slice(-6).toLowerCase();
  return `${cut(slug, SLUG_LENGTH - 7)}-${tail}`;
}

function cut(slug: string, length: number): string {
  const short = slug.slice(0, length);
  return short.endsWith('-') ? short.slice(0, -1) : short;
}

import { util } from '@aws-appsync/utils';
import { foldDecomposed } from './fold.ts';

const KEPT = 'abcdefghijklmnopqrstuvwxyz0123456789';
const SLUG_LENGTH = 80;

/** Lower case without diacritics: what titles are ordered by. At most 120 characters. */
export function fold(text: string): string {
  return foldDecomposed(util.str.normalize(text.slice(0, 200), 'nfd'));
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

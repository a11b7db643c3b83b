/**
 * How texts become words, the same for documents, queries, filters and highlights. Pure.
 *
 * Case and accents are folded, possessives and elisions cut, scripts that are written without spaces cut into pairs of
 * characters (as Lucene's CJK analysis does), English words stemmed.
 */
import { stem } from './stem.ts';

/** Longer words are cut: nobody looks for more of them. */
const LONGEST_WORD = 64;

/** Accents of Latin, Greek and Cyrillic, points of Hebrew, vowel signs and the stretching stroke of Arabic. */
const MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/gu;

/** Letters that no decomposition takes apart. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};

const ONLY_ASCII = /^[\u0020-\u007e]*$/u;

/** Lower case, without accents, compatibility forms as plain ones. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (ONLY_ASCII.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøđðłþıς]/gu, (letter) => LETTERS[letter] ?? letter);
}

/** A value of a filter or facet as it is compared: folded, with single spaces. */
export const foldValue = (value: string): string => fold(value).replace(/\s+/gu, ' ').trim();

const APOSTROPHE = /['\u2019\u02bc]/u;
const POSSESSIVE = /(?<=\p{L})['\u2019\u02bc]s(?![\p{L}\p{N}])/gu;
const ELISION = /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu)['\u2019\u02bc](?=\p{L})/gu;
/** What a word consists of; its own runs of unspaced script stand apart. */
const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\u30fc`;
const WORD = new RegExp(`[${UNSPACED}]+|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');
/** The same in plain text, where it is faster. */
const ASCII_WORD = /[a-z0-9]+/giu;
const wordPattern = (text: string): RegExp => (ONLY_ASCII.test(text) ? ASCII_WORD : WORD);
const UNSPACED_WORD = new RegExp(`^[${UNSPACED}]`, 'u');

/** Folded words in their order; a run of unspaced script is one word. */
export function words(text: string): string[] {
  const folded = fold(text);
  // Most texts hold no apostrophe, and looking behind is slow.
  const whole = APOSTROPHE.test(folded) ? folded.replace(POSSESSIVE, '').replace(ELISION, '') : folded;
  const found = whole.match(wordPattern(whole)) ?? [];
  return found.map((word) => (word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word));
}

/** Where the words of a text stand in it, as written. */
export function* wordsWithin(text: string): Generator<{ start: number; end: number; word: string }> {
  for (const match of text.matchAll(wordPattern(text))) {
    const word = fold(match[0]);
    yield { start: match.index, end: match.index + match[0].length, word };
  }
}

/** Whether it is a run of a script without spaces. */
export const isUnspaced = (word: string): boolean => UNSPACED_WORD.test(word);

/** Pairs of neighbouring characters; none of a single one. */
export function pairs(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/**
 * What is kept in the index for a word: its stem, or the pairs of an unspaced run and its last character, so that a
 * single character is found as the beginning of a term.
 */
export function terms(word: string): string[] {
  if (!isUnspaced(word)) return [stem(word)];
  return [...pairs(word), [...word].at(-1) ?? ''];
}

/** Words that say nothing in a query beside others: articles and the like of the languages most titles are in. */
const STOP = new Set(
  (
    'a an and are as at be by for from in into is it of on or that the this to was with ' +
    'au aux avec dans de des du en et la le les ou par pour sur un une ' +
    'am auf aus bei das dem den der des die ein eine im mit und vom von zu zum zur ' +
    'al con da del della di e el gli i il los las lo o per por su una uno y ' +
    'een het met op te van'
  ).split(' '),
);

/** The words of a query that are looked for: without stop words, unless it has no others; each once. */
export function queryWords(text: string, most: number): string[] {
  const all = [...new Set(words(text))];
  const telling = all.filter((word) => !STOP.has(word));
  return (telling.length > 0 ? telling : all).slice(0, most);
}

/** Characters of a query, as the contract limits them: a correction is there to be asked. */
const MOST_TEXT = 400;

/** A query with some of its words, as folded, replaced by what they probably mean; undefined when none is. */
export function meantText(text: string, meant: ReadonlyMap<string, readonly string[]>): string | undefined {
  if (meant.size === 0) return undefined;
  let written = '';
  let at = 0;
  for (const { start, end, word } of wordsWithin(text)) {
    const [better] = meant.get(word) ?? [];
    if (better === undefined) continue;
    written += text.slice(at, start) + better;
    at = end;
  }
  const whole = written + text.slice(at);
  return at === 0 || whole.length > MOST_TEXT ? undefined : whole;
}

/** Most centuries of one work: what is dated wider is dated by nobody. */
const MOST_CENTURIES = 30;

/** Centuries that years fall into: `19` is 1801 to 1900, `-1` is 100 BC to 1 BC (years as given, negative = BC). */
export function centuries(yearFrom: number | undefined, yearTo: number | undefined): string[] {
  const known = [yearFrom, yearTo].filter((year) => year !== undefined && Number.isFinite(year)) as number[];
  if (known.length === 0) return [];
  const first = centuryOf(Math.min(...known));
  const last = centuryOf(Math.max(...known));
  const all: string[] = [];
  for (let century = first; century <= last && all.length < MOST_CENTURIES; century += 1) {
    if (century !== 0) all.push(String(century));
  }
  return all;
}

const centuryOf = (year: number): number =>
  year > 0 ? Math.ceil(year / 100) : -Math.max(1, Math.ceil(-year / 100));

/**
 * The stem of an English word, by the algorithm of M. F. Porter, "An algorithm for suffix stripping" (1980). Words of
 * other scripts, with figures, or of two letters stay as they are.
 */
const PLAIN = /^[a-z]{3,}$/u;
const CONSONANT = '[^aeiou]';
const VOWEL = '[aeiouy]';
const CONSONANTS = `${CONSONANT}[^aeiouy]*`;
const VOWELS = `${VOWEL}[aeiou]*`;

/** The measure of a stem, m in the paper: more than 0, exactly 1, more than 1. */
const MEASURE_0 = new RegExp(`^(${CONSONANTS})?${VOWELS}${CONSONANTS}`, 'u');
const MEASURE_1 = new RegExp(`^(${CONSONANTS})?${VOWELS}${CONSONANTS}(${VOWELS})?$`, 'u');
const MEASURE_2 = new RegExp(`^(${CONSONANTS})?${VOWELS}${CONSONANTS}${VOWELS}${CONSONANTS}`, 'u');
const HAS_VOWEL = new RegExp(`^(${CONSONANTS})?${VOWEL}`, 'u');
/** Consonant, vowel, consonant that is not w, x or y. */
const SHORT = new RegExp(`^${CONSONANTS}${VOWEL}[^aeiouwxy]$`, 'u');
const DOUBLE = /([^aeiouylsz])\1$/u;

const STEP_2 =
  /^(.+?)(ational|tional|enci|anci|izer|bli|alli|entli|eli|ousli|ization|ation|ator|alism|iveness|fulness|ousness|aliti|iviti|biliti|logi)$/u;
const STEP_2_TO: Record<string, string> = {
  ational: 'ate',
  tional: 'tion',
  enci: 'ence',
  anci: 'ance',
  izer: 'ize',
  bli: 'ble',
  alli: 'al',
  entli: 'ent',
  eli: 'e',
  ousli: 'ous',
  ization: 'ize',
  ation: 'ate',
  ator: 'ate',
  alism: 'al',
  iveness: 'ive',
  fulness: 'ful',
  ousness: 'ous',
  aliti: 'al',
  iviti: 'ive',
  biliti: 'ble',
  logi: 'log',
};
const STEP_3 = /^(.+?)(icate|ative|alize|iciti|ical|ful|ness)$/u;
const STEP_3_TO: Record<string, string> = { icate: 'ic', alize: 'al', iciti: 'ic', ical: 'ic' };
const STEP_4 = /^(.+?)(al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize)$/u;
const STEP_4_ION = /^(.+?)(s|t)ion$/u;

const known = new Map<string, string>();
/** Stems that are remembered: most words come again. */
const REMEMBERED = 50_000;

/** @param word folded, in lower case */
export function stem(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const found = PLAIN.test(word) ? porter(word) : word;
  if (known.size >= REMEMBERED) known.clear();
  known.set(word, found);
  return found;
}

function porter(given: string): string {
  // A y at the beginning is a consonant.
  let word = given.startsWith('y') ? `Y${given.slice(1)}` : given;
  word = plural(word);
  word = past(word);
  if (word.endsWith('y') && HAS_VOWEL.test(word.slice(0, -1))) word = `${word.slice(0, -1)}i`;
  word = replaced(word, STEP_2, STEP_2_TO);
  word = replaced(word, STEP_3, STEP_3_TO);
  word = cut(word);
  return last(word).toLowerCase();
}

/** Step 1a. */
function plural(word: string): string {
  if (/(ss|i)es$/u.test(word)) return word.slice(0, -2);
  return /[^s]s$/u.test(word) ? word.slice(0, -1) : word;
}

/** Step 1b. */
function past(word: string): string {
  if (word.endsWith('eed')) return MEASURE_0.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
  const base = /^(.+?)(ed|ing)$/u.exec(word)?.[1];
  if (base === undefined || !HAS_VOWEL.test(base)) return word;
  if (/(at|bl|iz)$/u.test(base)) return `${base}e`;
  if (DOUBLE.test(base)) return base.slice(0, -1);
  return SHORT.test(base) ? `${base}e` : base;
}

/** Steps 2 and 3: a longer suffix to a shorter one. */
function replaced(word: string, suffixes: RegExp, to: Record<string, string>): string {
  const [, base, suffix] = suffixes.exec(word) ?? [];
  if (base === undefined || suffix === undefined || !MEASURE_0.test(base)) return word;
  return base + (to[suffix] ?? '');
}

/** Step 4: suffixes that go. */
function cut(word: string): string {
  const base = STEP_4.exec(word)?.[1];
  if (base !== undefined) return MEASURE_2.test(base) ? base : word;
  const [, before, letter] = STEP_4_ION.exec(word) ?? [];
  if (before === undefined || letter === undefined) return word;
  return MEASURE_2.test(before + letter) ? before + letter : word;
}

/** Step 5. */
function last(word: string): string {
  let left = word;
  if (left.endsWith('e')) {
    const base = left.slice(0, -1);
    if (MEASURE_2.test(base) || (MEASURE_1.test(base) && !SHORT.test(base))) left = base;
  }
  return left.endsWith('ll') && MEASURE_2.test(left) ? left.slice(0, -1) : left;
}

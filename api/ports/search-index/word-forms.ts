/**
 * Words that an English word may be made of by a suffix: `storm` of `stormy`, `shade` of `shady`, `fog` of `foggy`. A
 * word made of one that documents hold is not mistyped, though no document holds it as it is written. Pure.
 */

/** Endings that make other words; the stemmer joins most forms of one word already. */
const ENDINGS = new Set(
  (
    'y ie ly ish less ful ness en er est ed ing ic al ous like ward wards ship hood let s es ' +
    'ily iness ier iest ies iful iless'
  ).split(' '),
);
const LONGEST_ENDING = 6;
/** Fewer letters are no word that others are made of. */
const SHORTEST_BASE = 3;
const DOUBLED = /([bdfglmnprstz])\1$/u;
/** Endings before which a silent `e` is dropped begin with a vowel or `y`, those for a `y` with `i`. */
const WITHOUT_E = /^[aeiouy]/u;

/** The words it may be made of, with the shortest endings first. */
export function basesOf(word: string): string[] {
  const bases: string[] = [];
  const first = Math.max(SHORTEST_BASE, word.length - LONGEST_ENDING);
  for (let at = word.length - 1; at >= first; at -= 1) {
    const [base, ending] = [word.slice(0, at), word.slice(at)];
    if (!ENDINGS.has(ending)) continue;
    bases.push(base);
    if (DOUBLED.test(base)) bases.push(base.slice(0, -1));
    if (WITHOUT_E.test(ending)) bases.push(`${base}e`);
    if (ending.startsWith('i')) bases.push(`${base}y`);
  }
  return [...new Set(bases)].filter((base) => base.length >= SHORTEST_BASE);
}

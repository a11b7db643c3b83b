/**
 * How OpenSearch makes words of texts: as `search-text.ts` does, so that queries, corrections and highlights, which are
 * made there, meet the same words. Languages beside English have stemmed fields of their own.
 * https://docs.opensearch.org/2.17/analyzers/
 */
import { fold } from './search-text.ts';

/** Stemmers by language; what is written in none of them is found by its whole words. */
export const STEMMERS = {
  en: 'english',
  de: 'light_german',
  es: 'light_spanish',
  fr: 'light_french',
  it: 'light_italian',
  nl: 'dutch',
  pt: 'light_portuguese',
  ru: 'russian',
} as const;
export type StemmedLanguage = keyof typeof STEMMERS;
export const STEMMED = Object.keys(STEMMERS) as StemmedLanguage[];

/** Greek, Cyrillic, Hebrew, Arabic and combining accents: `asciifolding` leaves them as they are. */
const FOLDED_HERE = [
  [0x300, 0x6ff],
  [0x1f00, 0x1fff],
] as const;

const APOSTROPHES = "'\\u2019\\u02bc";

/** Folding of what is not Latin, as rules of a mapping character filter. */
function foldingRules(): string[] {
  const rules: string[] = [];
  for (const [from, to] of FOLDED_HERE) {
    for (let code = from; code <= to; code += 1) {
      const letter = String.fromCodePoint(code);
      const folded = fold(letter);
      if (folded !== letter.toLowerCase() && !folded.includes(' ')) rules.push(`${letter}=>${folded}`);
    }
  }
  return rules;
}

const BEFORE = ['folding', 'possessives', 'elisions', 'signs'];
const PLAIN = ['cjk_width', 'lowercase', 'asciifolding', 'cut'];

/** Settings `analysis` of an index. `<name>_asked` is for queries: pairs of characters alone, to be found as a phrase. */
export function analysis(): object {
  const analyzer = (...filter: string[]): object => ({
    type: 'custom',
    char_filter: BEFORE,
    tokenizer: 'standard',
    filter: [...PLAIN, ...filter],
  });
  return {
    char_filter: {
      folding: { type: 'mapping', mappings: foldingRules() },
      possessives: {
        type: 'pattern_replace',
        pattern: `(?<=\\p{L})[${APOSTROPHES}][sS](?![\\p{L}\\p{N}])`,
        replacement: '',
      },
      elisions: {
        type: 'pattern_replace',
        pattern: `(?<![\\p{L}\\p{N}])(?:[cdjlmnstCDJLMNST]|[qQ][uU])[${APOSTROPHES}](?=\\p{L})`,
        replacement: '',
      },
      signs: { type: 'pattern_replace', pattern: '[^\\p{L}\\p{N}\\p{M}]+', replacement: ' ' },
    },
    filter: {
      cut: { type: 'truncate', length: 64 },
      pairs: { type: 'cjk_bigram', output_unigrams: true },
      pairs_asked: { type: 'cjk_bigram' },
      ...Object.fromEntries(
        STEMMED.map((language) => [`stem_${language}`, { type: 'stemmer', language: STEMMERS[language] }]),
      ),
    },
    analyzer: {
      plain: analyzer('pairs'),
      plain_asked: analyzer('pairs_asked'),
      words: analyzer('pairs', 'stem_en'),
      words_asked: analyzer('pairs_asked', 'stem_en'),
      ...Object.fromEntries(STEMMED.map((language) => [`words_${language}`, analyzer(`stem_${language}`)])),
    },
  };
}

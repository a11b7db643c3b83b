/** Finds the words of the lexicon in a text: medium, technique, period and mood. */
import { MATERIALS, MEDIA, MOODS, PERIODS, SUPPORTS, TECHNIQUES } from './local-lexicon.ts';
import { fold, passageOf, type Sentence } from './local-reading.ts';
import type { Found } from './port.ts';

/** Longest first, so that `oil paint` is not found as `oil`. */
const anyOf = (terms: readonly string[]): string =>
  [...terms]
    .sort((a, b) => b.length - a.length)
    .map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[ -]'))
    .join('|');

const word = (pattern: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})s?(?![\\p{L}\\p{N}])`, 'gu');

const material = `(?:${anyOf(MATERIALS)})s?`;
const onSupport = word(
  `${material}(?:(?:, | and |, and | with )${material}){0,4} on (?:${anyOf(SUPPORTS)})(?: (?:and|on|laid on|mounted on) (?:${anyOf(SUPPORTS)}))?`,
);
const media = word(anyOf(MEDIA));
const techniques = word(anyOf(TECHNIQUES));
const periods = word(anyOf(PERIODS));
const centuries =
  /(?<![\p{L}\p{N}])(?:(?:early|mid|late)[ -])?(?:\d{1,2}(?:st|nd|rd|th)|(?:fif|six|seven|eigh|nine)teenth|thirteenth|fourteenth|twelfth|twentieth|twenty-first)[ -]centur(?:y|ies)(?: b\.?c\.?e?\.?)?|(?<![\p{L}\p{N}])(?:the )?1[0-9]\d0'?s(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])20[0-2]0'?s(?![\p{L}\p{N}])/gu;

/** A pattern's matches over all sentences, counted by their folded form, the most frequent and earliest first. */
function matches(
  sentences: readonly Sentence[],
  pattern: RegExp,
): Array<{ value: string; count: number; first: number }> {
  const found = new Map<string, { value: string; count: number; first: number }>();
  sentences.forEach(({ text }, index) => {
    for (const [match] of fold(text).matchAll(pattern)) {
      const value = match.trim().replace(/^the /, '');
      const known = found.get(value);
      if (known) known.count += 1;
      else found.set(value, { value, count: 1, first: index });
    }
  });
  return [...found.values()].sort((a, b) => b.count - a.count || a.first - b.first);
}

function best(
  sentences: readonly Sentence[],
  pattern: RegExp,
  confidence: number,
): Found<string> | undefined {
  const [top, second] = matches(sentences, pattern);
  if (!top) return undefined;
  // Two that are named equally often: the text is about both, or about neither.
  const sure = second && second.count === top.count ? confidence - 0.15 : confidence + 0.05 * (top.count - 1);
  return {
    value: top.value,
    confidence: Math.min(Math.max(sure, 0.2), 0.9),
    passage: passageOf(sentences[top.first]?.text ?? '', top.value),
  };
}

/** `oil on canvas` before a medium that is named alone. */
export const mediumOf = (sentences: readonly Sentence[]): Found<string> | undefined =>
  best(sentences, onSupport, 0.8) ?? best(sentences, media, 0.55);

export const techniqueOf = (sentences: readonly Sentence[]): Found<string> | undefined =>
  best(sentences, techniques, 0.6);

/** A movement or an age by its name, else a century or a decade. */
export const periodOf = (sentences: readonly Sentence[]): Found<string> | undefined =>
  best(sentences, periods, 0.6) ?? best(sentences, centuries, 0.55);

/** The mood that most words speak of: at least two different ones, for one alone says little. */
export function moodOf(sentences: readonly Sentence[]): Found<string> | undefined {
  const scored = MOODS.map(([mood, words]) => {
    const found = matches(sentences, word(anyOf(words)));
    return {
      mood,
      different: found.length,
      count: found.reduce((sum, { count }) => sum + count, 0),
      first: found[0],
    };
  })
    .filter(({ different }) => different >= 2)
    .sort((a, b) => b.count - a.count);
  const [top, second] = scored;
  if (!top?.first || top.count === second?.count) return undefined;
  return {
    value: top.mood,
    confidence: Math.min(0.25 + 0.05 * top.count, 0.5),
    passage: passageOf(sentences[top.first.first]?.text ?? '', top.first.value),
  };
}

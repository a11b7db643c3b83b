/** Tags of a text: words of the vocabulary that stand in it, and phrases that it keeps coming back to. */
import { fold, passageOf, type Sentence, type Word } from './local-reading.ts';
import type { Found } from './port.ts';

const MOST_TAGS = 12;
const MOST_FREE = 6;
/** Words of a title, where all may have capitals. */
const TITLE = 10;
/** Words of a free tag, at most. */
const LONGEST = 3;

/** Words that are in every text about art and tell none from another. */
const COMMON = new Set(
  `art artist artists work works piece pieces thing things way ways time times year years day days part parts lot kind
  sort bit number people person man woman world life moment idea ideas project projects process image images picture
  pictures photo photos video exhibition show gallery museum collection series title version example end start place
  side first last new old good great big small little many more most other same different several own whole next use
  used able available important special possible nice real page website link post click home today yesterday tomorrow
  week month morning evening night minutes hours one two three four five professor curator member members free public
  left right top bottom front back century early late text detail note notes question answer fact case point name`
    .split(/\s+/)
    .filter(Boolean),
);

/**
 * Tags of the vocabulary that stand in the text, in singular or plural, the most frequent first. A term such as
 * `boat, sailing` is also found as `sailing boat`; ` - non-specific` and what stands in brackets do not count.
 */
export function vocabularyTags(
  sentences: readonly Sentence[],
  vocabulary: readonly string[],
): Array<Found<string>> {
  const texts = sentences.map(({ words }) => ` ${words.map(withoutNames).join(' ')} `);
  const found = vocabulary.flatMap((term) => {
    const keys = keysOf(term);
    let count = 0;
    let first = -1;
    texts.forEach((text, index) => {
      const times = keys.reduce((sum, key) => sum + text.split(` ${key} `).length - 1, 0);
      count += times;
      if (times > 0 && first < 0) first = index;
    });
    return count > 0 ? [{ value: term, count, first }] : [];
  });
  return found
    .sort((a, b) => b.count - a.count || a.first - b.first)
    .slice(0, MOST_TAGS)
    .map(({ value, count, first }) => ({
      value,
      confidence: Math.min(0.5 + 0.1 * count, 0.8),
      passage: passageOf(sentences[first]?.text ?? '', value),
    }));
}

/** The stem, and nothing for a word inside a name: Wake Forest University is no forest. A short sentence is a title. */
function withoutNames({ folded }: Word, index: number, words: readonly Word[]): string {
  const high = (at: number): boolean => at > 0 && /^\p{Lu}/u.test(words[at]?.text ?? '');
  const inName = high(index) && (high(index + 1) || high(index - 1));
  return inName && words.length > TITLE ? '-' : stem(folded);
}

/** A term's forms, as stems with single spaces: `head / face` is either, `arm/arms raised` is `arm raised`. */
function keysOf(term: string): string[] {
  const plain = fold(term)
    .replace(/ - .*$|\(.*?\)/g, '')
    .trim();
  const [head = '', ...rest] = plain.split(/,\s*/);
  const inverted = rest.length > 0 ? [`${rest.join(' ')} ${head}`, plain.replaceAll(',', '')] : [];
  const forms =
    rest.length > 0 ? inverted : plain.split(/\s+\/\s+/).map((form) => form.replace(/\/\S+/g, ''));
  const keys = forms.map((form) =>
    form
      .split(/[\s-]+/)
      .map(stem)
      .join(' ')
      .trim(),
  );
  return [...new Set(keys)].filter((key) => key.length > 1);
}

/** Enough of English plurals for tags: boats, churches, stories, women. */
export function stem(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular) return irregular;
  if (word.length < 4) return word;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (/[^su]s$/.test(word) && !/(is|os)$/.test(word)) return word.slice(0, -1);
  return word;
}

const IRREGULAR = new Map(
  'men:man women:woman children:child feet:foot teeth:tooth geese:goose mice:mouse wolves:wolf leaves:leaf lives:life people:people'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/**
 * Phrases of adjectives and nouns that the text names often or early, with their form in the text. Names of people and
 * places are left to others. A phrase counts more with each time and with its words; one word alone must come twice.
 */
export function freeTags(sentences: readonly Sentence[], without: readonly string[]): Array<Found<string>> {
  const taken = new Set(without.map((value) => fold(value).split(/\s+/).map(stem).join(' ')));
  const phrases = new Map<string, { value: string; count: number; words: number; first: number }>();
  sentences.forEach(({ words }, index) => {
    for (const run of runsOf(words)) {
      const key = run.map(({ folded }) => stem(folded)).join(' ');
      const known = phrases.get(key);
      if (known) known.count += 1;
      else
        phrases.set(key, {
          value: run.map(({ text }) => text.toLowerCase()).join(' '),
          count: 1,
          words: run.length,
          first: index,
        });
    }
  });
  const ranked = [...phrases]
    .filter(([key, { count, words }]) => !taken.has(key) && (words > 1 || count > 1))
    .map(([key, phrase]) => ({
      key,
      ...phrase,
      score: phrase.count * (1 + Math.log2(phrase.words)) + 1 / (1 + phrase.first),
    }))
    .sort((a, b) => b.score - a.score);
  const chosen: typeof ranked = [];
  for (const phrase of ranked) {
    if (chosen.length === MOST_FREE) break;
    if (
      !chosen.some(
        ({ key }) => ` ${key} `.includes(` ${phrase.key} `) || ` ${phrase.key} `.includes(` ${key} `),
      )
    )
      chosen.push(phrase);
  }
  return chosen.map(({ value, count, first }) => ({
    value,
    confidence: Math.min(0.25 + 0.1 * count, 0.6),
    passage: passageOf(sentences[first]?.text ?? '', value),
  }));
}

/** Runs of adjectives and nouns that end in a noun, without common words at their ends. */
function runsOf(words: readonly Word[]): Word[][] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  const close = (): void => {
    while (run.length > 0 && (run.at(-1)?.pos !== 'NOUN' || isCommon(run.at(-1)))) run.pop();
    while (run.length > 0 && isCommon(run[0])) run.shift();
    if (run.length > 0 && run.length <= LONGEST) runs.push(run);
    run = [];
  };
  for (const word of words) {
    const fits =
      (word.pos === 'NOUN' || word.pos === 'ADJ') && /^\p{L}[\p{L}'-]+$/u.test(word.text) && !word.stop;
    if (fits) run.push(word);
    else close();
  }
  close();
  return runs;
}

const isCommon = (word: Word | undefined): boolean =>
  word !== undefined && (COMMON.has(word.folded) || COMMON.has(stem(word.folded)) || word.folded.length < 3);

/** The words of a query as clauses of OpenSearch, mistyped ones set right by what the asker may read. */
import { EVERYTHING, STEMMED_FIELDS } from './aws-template.ts';
import type { Searches } from './aws-searches.ts';
import { editDistance } from './edit-distance.ts';
import type { SearchDocument } from './port.ts';
import type { Sought } from './search-highlights.ts';
import { isUnspaced, queryWords, terms, words } from './search-text.ts';
import { basesOf } from './word-forms.ts';
import { TEXT_FIELDS, WEIGHTS } from './search-weights.ts';

/** More words of a query are not looked for: OpenSearch takes 1,024 clauses of one query. */
const MOST_WORDS = 16;
/** Words of one query that are set right, at most. */
const MOST_CORRECTED = 4;
/** Known words that an unknown one is looked for as. */
const MEANINGS = 3;
/** Fewer letters are not taken for the beginning of a word. */
const SHORTEST_BEGINNING = 3;
/** Words of fewer letters are not corrected: too many others are near them. */
const SHORTEST_CORRECTED = 4;
const LONGEST_CORRECTED = 32;
/** From this length on two mistakes are allowed for, before it one. */
const LONG = 8;
/** Documents with words that are near, whose words are compared. */
const COMPARED = 30;

/** What a word in another language's stem weighs, beside the fields. */
const STEMMED_WEIGHT = 0.5;
const FIELDS = [
  ...TEXT_FIELDS.map((field) => `${field}^${WEIGHTS[field]}`),
  ...STEMMED_FIELDS.map((field) => `${field}^${STEMMED_WEIGHT}`),
];
const ALL_FIELDS = [EVERYTHING, ...STEMMED_FIELDS];
/** Stemmers of other languages take some mistakes for the word that was meant, and nothing would be said of it. */
const KNOWN_FIELDS = [EVERYTHING, `${EVERYTHING}.en`];

export interface Words extends Sought {
  /** The query: those with all words before those with some. */
  clause: object;
  /** The same by weights alone: scores that can be compared with each other and put together with neighbours'. */
  weighed: object;
  /** Words that were set right, and what for, the likeliest first. */
  corrected: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reads a query; null when it has no words.
 * @param own clauses of what the asker may read: words of others never set its own right
 */
export async function wordsOf(searches: Searches, own: object[], text: string): Promise<Words | null> {
  const asked = queryWords(text, MOST_WORDS).map((word) => word.toWellFormed());
  if (asked.length === 0) return null;
  const correctable = asked.filter(isCorrectable);
  const known = await knownOf(searches, own, [...correctable, ...correctable.flatMap(basesOf)]);
  const unknown = correctable.filter((word) => !known.has(word));
  // Made of a word that stands there, it is no mistake: that one is looked for beside it.
  const bases = new Map(unknown.map((word) => [word, basesOf(word).filter((base) => known.has(base))]));
  const mistyped = unknown.filter((word) => bases.get(word)?.length === 0);
  const corrected = await corrections(searches, own, mistyped.slice(0, MOST_CORRECTED));
  const stems = new Set<string>();
  const beginnings: string[] = [];
  const runs: string[] = [];
  const each = asked.map((word) => {
    if (isUnspaced(word)) {
      runs.push(word);
      return { weighed: run(word, TEXT_FIELDS), plain: run(word, [EVERYTHING]) };
    }
    const options = [word, ...(bases.get(word) ?? []), ...(corrected.get(word) ?? [])];
    for (const option of options) stems.add(terms(option)[0] ?? option);
    const begins = unknown.includes(word) && word.length >= SHORTEST_BEGINNING;
    if (begins) beginnings.push(word);
    const prefix = begins ? [{ prefix: { [EVERYTHING]: { value: word, boost: STEMMED_WEIGHT } } }] : [];
    return {
      weighed: anyOf([...options.map((option) => matching(option, FIELDS)), ...prefix]),
      plain: anyOf([...options.map((option) => matching(option, ALL_FIELDS)), ...prefix]),
    };
  });
  return { clause: ranked(each), weighed: weighed(each), corrected, stems, beginnings, runs };
}

const isCorrectable = (word: string): boolean =>
  !isUnspaced(word) &&
  word.length >= SHORTEST_BEGINNING &&
  word.length <= LONGEST_CORRECTED &&
  !/\p{N}/u.test(word);

const matching = (query: string, fields: readonly string[]): object => ({
  multi_match: { query, fields, type: 'most_fields' },
});

/** Pairs of characters in their order; a single character is found as it is. */
const run = (query: string, fields: readonly string[]): object => ({
  multi_match: { query, fields, type: 'phrase' },
});

const anyOf = (clauses: object[]): object =>
  clauses.length === 1 ? clauses[0]! : { dis_max: { queries: clauses } };

/** More than any sum of weights. */
const ALL_WORDS = 10_000;

const weighed = (each: Array<{ weighed: object }>): object => ({
  bool: { should: each.map((word) => word.weighed), minimum_should_match: 1 },
});

function ranked(each: Array<{ weighed: object; plain: object }>): object {
  const all = {
    constant_score: { filter: { bool: { must: each.map(({ plain }) => plain) } }, boost: ALL_WORDS },
  };
  return {
    bool: {
      should: [...each.map(({ weighed }) => weighed), ...(each.length > 1 ? [all] : [])],
      minimum_should_match: 1,
    },
  };
}

/** Words that the asker's documents hold, in some form. */
async function knownOf(searches: Searches, own: object[], asked: string[]): Promise<Set<string>> {
  if (asked.length === 0) return new Set();
  const found = await searches.one({
    size: 0,
    track_total_hits: false,
    query: { bool: { filter: own } },
    aggs: {
      known: {
        filters: { filters: Object.fromEntries(asked.map((word) => [word, matching(word, KNOWN_FIELDS)])) },
      },
    },
  });
  const counts = found.aggregations?.known as { buckets?: Record<string, { doc_count: number }> } | undefined;
  return new Set(asked.filter((word) => (counts?.buckets?.[word]?.doc_count ?? 0) > 0));
}

/** Words nearest to each that is not known, the likeliest first. They are read from the asker's own documents. */
async function corrections(
  searches: Searches,
  own: object[],
  unknown: string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const mistyped = unknown.filter((word) => word.length >= SHORTEST_CORRECTED);
  if (mistyped.length === 0) return new Map();
  const found = await searches.each(
    mistyped.map((value) => ({
      size: COMPARED,
      track_total_hits: false,
      _source: TEXT_FIELDS,
      query: {
        bool: {
          filter: own,
          must: [{ fuzzy: { [EVERYTHING]: { value, fuzziness: mistakesIn(value), max_expansions: 200 } } }],
        },
      },
    })),
  );
  return new Map(
    mistyped.flatMap((word, at) => {
      const rows = found[at]?.hits.hits ?? [];
      const meant = nearest(
        word,
        rows.map(({ _source }) => _source),
      );
      return meant.length > 0 ? [[word, meant]] : [];
    }),
  );
}

const mistakesIn = (word: string): number => (word.length >= LONG ? 2 : 1);

function nearest(word: string, documents: ReadonlyArray<Partial<SearchDocument>>): string[] {
  const counts = new Map<string, number>();
  for (const document of documents) {
    const texts = TEXT_FIELDS.flatMap((field) => document[field] ?? []);
    for (const other of new Set(texts.flatMap(words))) counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  const allowed = mistakesIn(word);
  return [...counts]
    .map(([other, documents_]) => ({
      other,
      documents: documents_,
      distance: editDistance(word, other, allowed),
    }))
    .filter(({ distance }) => distance > 0 && distance <= allowed)
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        Number(b.other[0] === word[0]) - Number(a.other[0] === word[0]) ||
        b.documents - a.documents ||
        (a.other < b.other ? -1 : 1),
    )
    .filter(({ distance }, _, all) => distance === all[0]?.distance)
    .slice(0, MEANINGS)
    .map(({ other }) => other);
}

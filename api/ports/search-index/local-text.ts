/** What words find in the local twin: BM25 with a weight a field, all words before some, mistyped words set right. */
import { columns } from './local-columns.ts';
import type { Database } from './local-database.ts';
import type { Narrowing } from './local-labels.ts';
import { ranked, type Phrase } from './local-rank.ts';
import { corrections, isKnown } from './local-spelling.ts';
import { phraseOfBeginning, phraseOfTerm } from './local-terms.ts';
import type { Sought } from './search-highlights.ts';
import { isUnspaced, pairs, queryWords, terms } from './search-text.ts';
import { basesOf } from './word-forms.ts';

/** More words of a query are not looked for. */
const MOST_WORDS = 32;
/** Words of one query that are set right, at most. */
const MOST_CORRECTED = 6;
/** Known words that an unknown one is looked for as. */
const MEANINGS = 4;
/** Fewer letters are not taken for the beginning of a word. */
const SHORTEST_BEGINNING = 3;
/** Documents with all words that are enough, so that those with some of them only are left out. */
const ENOUGH = 50;

/** A word that more documents hold tells them apart less than others do. */
const FREQUENT = 2_000;

/** One word of a query. */
interface Word {
  /** As FTS looks for it. */
  expression: string;
  /** What documents are ranked by. */
  phrases: Phrase[];
}

/** What is looked for. */
export interface Words extends Sought {
  each: Word[];
  /** Words that were set right, and what for, the likeliest first. */
  corrected: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reads a query. Words that the owner's documents do not hold are set right.
 * @param tokens that narrow to what may be found
 */
export function wordsOf(database: Database, owner: number, tokens: string, text: string): Words {
  const corrected = new Map<string, string[]>();
  const stems = new Set<string>();
  const beginnings: string[] = [];
  const runs: string[] = [];
  const each = queryWords(text, MOST_WORDS).map((word) => {
    if (isUnspaced(word)) {
      runs.push(word);
      return unspaced(database, word);
    }
    const stem = terms(word)[0] ?? word;
    stems.add(stem);
    if (isKnown(database, owner, word) || isThere(database, tokens, stem)) return anyOf(database, [stem]);
    // Made of a word that stands there, it is no mistake: that one is looked for beside it.
    const bases = basesOf(word).filter((base) => isKnown(database, owner, base));
    const meant =
      bases.length === 0 && corrected.size < MOST_CORRECTED
        ? corrections(database, owner, word, MEANINGS)
        : [];
    if (meant.length > 0) corrected.set(word, meant);
    const others = [...bases, ...meant].map((other) => terms(other)[0] ?? other);
    for (const other of others) stems.add(other);
    const options = [...new Set([stem, ...others])];
    if (word.length < SHORTEST_BEGINNING) return anyOf(database, options);
    beginnings.push(word);
    return anyOf(database, options, word);
  });
  return { each, corrected, stems, beginnings, runs };
}

/** Terms hold letters, marks and figures only; the quotes keep them from being operators. */
const quoted = (term: string): string => `"${term}"`;

const beginsWith = (word: string): string => `${quoted(word)} *`;

/** Any of these terms, and those that begin so. */
function anyOf(database: Database, options: string[], beginning?: string): Word {
  const expressions = options.map(quoted);
  const phrases = options.flatMap((term) => phraseOfTerm(database, term));
  if (beginning !== undefined) {
    expressions.push(beginsWith(beginning));
    phrases.push(...phraseOfBeginning(database, beginning));
  }
  return {
    expression: expressions.length === 1 ? expressions[0]! : `(${expressions.join(' OR ')})`,
    phrases,
  };
}

/** A run of characters: pairs that stand one after the other, and a single one as the beginning of a pair. */
function unspaced(database: Database, run: string): Word {
  const both = pairs(run);
  if (both.length === 0) return { expression: beginsWith(run), phrases: phraseOfBeginning(database, run) };
  return {
    expression: quoted(both.join(' ')),
    phrases: both.flatMap((pair) => phraseOfTerm(database, pair)),
  };
}

const isThere = (database: Database, scoped: string, term: string): boolean =>
  database.get('SELECT 1 FROM words WHERE words MATCH ? LIMIT 1', narrowed(scoped, quoted(term))) !==
  undefined;

/** An expression narrowed by tokens of labels. */
const narrowed = (tokens: string, expression: string): string =>
  tokens === '' ? expression : `${tokens} AND (${expression})`;

/** Documents that words find. */
export interface Matches {
  /** The first, best first. */
  ids: number[];
  /** All of them. */
  all: number[];
}

/** The best documents, those with all words first. */
export function textMatches(
  database: Database,
  { each }: Words,
  narrow: Narrowing,
  most: number,
): Matches | null {
  if (each.length === 0) return null;
  const inMemory = columns.of(database);
  const phrases = each.flatMap((word) => word.phrases);
  const best = (found: number[]): number[] => ranked(inMemory, phrases, found, most);
  const withAll = matching(database, narrow, each, 'AND');
  if (each.length === 1 || withAll.length >= ENOUGH) return { ids: best(withAll), all: withAll };
  const withSome = matchingSome(database, narrow, each);
  // What holds all of them holds some: it is among these.
  return { ids: [...new Set([...best(withAll), ...best(withSome)])].slice(0, most), all: withSome };
}

/** Those with some of the words: with one that tells them apart, as long as that finds enough. */
function matchingSome(database: Database, narrow: Narrowing, each: Word[]): number[] {
  const rare = each.filter((word) => !isFrequent(database, narrow, word));
  if (rare.length > 0 && rare.length < each.length) {
    const found = matching(database, narrow, rare, 'OR');
    if (found.length >= ENOUGH) return found;
  }
  return matching(database, narrow, each, 'OR');
}

/** All that words find, in the order of their numbers. */
function matching(database: Database, narrow: Narrowing, each: Word[], join: 'AND' | 'OR'): number[] {
  const expression = each.map((word) => word.expression).join(` ${join} `);
  // One text is much faster to read than a row each.
  const found = database.get(
    'SELECT json_group_array(rowid) AS ids FROM words WHERE words MATCH ?',
    narrowed(narrow.tokens, expression),
  );
  const ids = JSON.parse(String(found?.ids)) as number[];
  return narrow.rest ? ids.filter(narrow.rest) : ids;
}

function isFrequent(database: Database, { tokens }: Narrowing, { expression }: Word): boolean {
  const counted = database.get(
    `SELECT count(*) AS n FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ${FREQUENT + 1})`,
    narrowed(tokens, expression),
  );
  return Number(counted?.n) > FREQUENT;
}

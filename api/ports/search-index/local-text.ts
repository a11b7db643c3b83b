/** What words find in the local twin: BM25 with a weight a field, all words before some, mistyped words set right. */
import { WEIGHTS, type Database } from './local-database.ts';
import type { Narrowing } from './local-labels.ts';
import { corrections, isKnown } from './local-spelling.ts';
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

/** Documents that are ranked, at most. */
const RANKED = 2_000;

/** The last is the column of labels: it narrows and never scores. */
const BM25 = `bm25(words, ${Object.values(WEIGHTS).join(', ')}, 0)`;

/** What is looked for. */
export interface Words extends Sought {
  /** An FTS expression a word. */
  each: string[];
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
      return unspaced(word);
    }
    const stem = terms(word)[0] ?? word;
    stems.add(stem);
    if (isKnown(database, owner, word) || isThere(database, tokens, stem)) return quoted(stem);
    // Made of a word that stands there, it is no mistake: that one is looked for beside it.
    const bases = basesOf(word).filter((base) => isKnown(database, owner, base));
    const meant =
      bases.length === 0 && corrected.size < MOST_CORRECTED
        ? corrections(database, owner, word, MEANINGS)
        : [];
    if (meant.length > 0) corrected.set(word, meant);
    const others = [...bases, ...meant].map((other) => terms(other)[0] ?? other);
    for (const other of others) stems.add(other);
    const options = [...new Set([stem, ...others])].map(quoted);
    if (word.length >= SHORTEST_BEGINNING) {
      beginnings.push(word);
      options.push(`${quoted(word)} *`);
    }
    return `(${options.join(' OR ')})`;
  });
  return { each, corrected, stems, beginnings, runs };
}

/** Terms hold letters, marks and figures only; the quotes keep them from being operators. */
const quoted = (term: string): string => `"${term}"`;

function unspaced(run: string): string {
  const both = pairs(run);
  return both.length > 0 ? quoted(both.join(' ')) : `${quoted(run)} *`;
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
  match: Match;
}

interface Match {
  expression: string;
  rest: string;
}

/** The best documents, those with all words first. */
export function textMatches(
  database: Database,
  { each }: Words,
  { tokens, rest: narrowing }: Narrowing,
  most: number,
): Matches | null {
  if (each.length === 0) return null;
  const rest = narrowing('words.rowid');
  const matching = (expression: string): Match => ({ expression: narrowed(tokens, expression), rest });
  const all = each.join(' AND ');
  const ids = best(database, matching(all), matching(`{title altTitles} : (${all})`), Math.max(most, ENOUGH));
  if (each.length === 1 || ids.length >= ENOUGH) return { ids: ids.slice(0, most), match: matching(all) };
  const some = telling(database, each, (word) => matching(word)).join(' OR ');
  const both = new Set([
    ...ids,
    ...best(database, matching(some), matching(`{title altTitles} : (${some})`), most),
  ]);
  return { ids: [...both].slice(0, most), match: matching(`${some} OR (${all})`) };
}

/**
 * The best of a match by BM25. Where that would rank more than anybody reads, those with the words in a title are
 * ranked, and others follow as they came.
 */
function best(database: Database, match: Match, titled: Match, most: number): number[] {
  if (!isLarge(database, match)) {
    return idsOf(
      database,
      `SELECT rowid AS id FROM words WHERE words MATCH ?${match.rest} ORDER BY ${BM25}, rowid LIMIT ${most}`,
      match,
    );
  }
  const first = idsOf(
    database,
    `SELECT id FROM (SELECT rowid AS id, ${BM25} AS rank FROM words WHERE words MATCH ?${titled.rest} LIMIT ${RANKED})
     ORDER BY rank, id LIMIT ${most}`,
    titled,
  );
  if (first.length >= most) return first;
  const others = idsOf(database, `${matchedSql(match)} LIMIT ${most}`, match);
  return [...new Set([...first, ...others])].slice(0, most);
}

/** Words that tell documents apart: without those that very many hold, as long as others find enough. */
function telling(database: Database, each: string[], matching: (word: string) => Match): string[] {
  const rare = each.filter((word) => !isLarge(database, matching(word)));
  if (rare.length === each.length || rare.length === 0) return each;
  const found = count(database, matching(rare.join(' OR ')), ENOUGH);
  return found >= ENOUGH ? rare : each;
}

const isLarge = (database: Database, match: Match): boolean => count(database, match, RANKED + 1) > RANKED;

const count = (database: Database, match: Match, most: number): number =>
  Number(database.get(`SELECT count(*) AS n FROM (${matchedSql(match)} LIMIT ${most})`, match.expression)?.n);

const idsOf = (database: Database, sql: string, { expression }: Match): number[] =>
  database.all(sql, expression).map(({ id }) => Number(id));

/** A statement that answers the ids of everything found; its parameter is the expression. */
export const matchedSql = ({ rest }: Match): string =>
  `SELECT rowid AS id FROM words WHERE words MATCH ?${rest}`;

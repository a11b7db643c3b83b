/**
 * BM25 over documents that were found, with the weights of fields in it (as the function `bm25` of SQLite's FTS5, whose
 * constants these are). How frequent terms are is known here, so that a frequent one is not counted again a query.
 */
import { FIRST, LABELS, LENGTH, SIZE, termOf, weightOf, type Columns } from './local-columns.ts';

const K1 = 1.2;
const B = 0.75;
/** What a term tells that most documents hold. */
const LEAST_TOLD = 1e-6;

/** Terms that count as one, and the documents that hold them. */
export interface Phrase {
  terms: readonly number[];
  documents: number;
}

/** The best of some documents, best first; those alike in the order of their numbers. */
export function ranked(
  columns: Columns,
  phrases: readonly Phrase[],
  ids: ArrayLike<number>,
  most: number,
): number[] {
  return best(ids, scored(columns, phrases, ids), most);
}

function scored(columns: Columns, phrases: readonly Phrase[], ids: ArrayLike<number>): Float64Array {
  const { data, starts, documents, length } = columns;
  const middle = documents > 0 ? length / documents : 1;
  const told = phrases.map(({ documents: n }) =>
    Math.max(LEAST_TOLD, Math.log((documents - Math.min(n, documents) + 0.5) / (n + 0.5))),
  );
  const { phraseOf, terms, bits } = phrasesByTerm(phrases);
  const weights = new Float64Array(phrases.length);
  const scores = new Float64Array(ids.length);
  for (let index = 0; index < ids.length; index += 1) {
    const start = starts[ids[index]!] ?? 0;
    if (start === 0) continue;
    const end = start + data[start + SIZE]!;
    weights.fill(0);
    let left = terms;
    for (let at = start + FIRST + data[start + LABELS]!; at < end && left > 0; at += 1) {
      const entry = data[at]!;
      const term = termOf(entry);
      // Most terms are none of these, which their last bits tell without a look into the table.
      if (((bits >>> (term & 31)) & 1) === 0) continue;
      const phrase = phraseOf[term];
      if (!phrase) continue;
      weights[phrase - 1]! += weightOf(entry);
      left -= 1;
    }
    const long = K1 * (1 - B + (B * data[start + LENGTH]!) / middle);
    let score = 0;
    for (let at = 0; at < told.length; at += 1) {
      const weight = weights[at]!;
      if (weight > 0) score += (told[at]! * weight * (K1 + 1)) / (weight + long);
    }
    scores[index] = score;
  }
  return scores;
}

/**
 * The number of a term's phrase, from 1, by the term's: of its first phrase where it is in several. With how many terms
 * there are, and a bit for the last five of each.
 */
function phrasesByTerm(phrases: readonly Phrase[]): { phraseOf: Uint8Array; terms: number; bits: number } {
  const all = new Set(phrases.flatMap(({ terms }) => terms));
  const phraseOf = new Uint8Array([...all].reduce((largest, term) => Math.max(largest, term), 0) + 1);
  let bits = 0;
  for (const [at, { terms }] of phrases.entries()) {
    for (const term of terms) {
      phraseOf[term] ||= at + 1;
      bits |= 1 << (term & 31);
    }
  }
  return { phraseOf, terms: all.size, bits };
}

/**
 * The ids with the largest scores, the largest first, in the order of their numbers where scores are alike.
 * @param scores of the ids, in their order
 */
export function best(ids: ArrayLike<number>, scores: ArrayLike<number>, most: number): number[] {
  const room = Math.min(most, ids.length);
  if (room <= 0) return [];
  const isBetter = (one: number, other: number): boolean =>
    scores[one]! > scores[other]! || (scores[one] === scores[other] && ids[one]! < ids[other]!);
  // A heap of places whose first is the worst that is kept.
  const kept = Int32Array.from({ length: room }, (_, place) => place);
  const sink = (from: number): void => {
    const place = kept[from]!;
    let at = from;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= room) break;
      if (below + 1 < room && isBetter(kept[below]!, kept[below + 1]!)) below += 1;
      if (!isBetter(place, kept[below]!)) break;
      kept[at] = kept[below]!;
      at = below;
    }
    kept[at] = place;
  };
  for (let from = (room >> 1) - 1; from >= 0; from -= 1) sink(from);
  for (let place = room; place < ids.length; place += 1) {
    if (!isBetter(place, kept[0]!)) continue;
    kept[0] = place;
    sink(0);
  }
  return [...kept].sort((one, other) => (isBetter(one, other) ? -1 : 1)).map((place) => ids[place]!);
}

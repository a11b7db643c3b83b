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
  const { data, starts, documents, length } = columns;
  const middle = documents > 0 ? length / documents : 1;
  const told = phrases.map(({ documents: n }) =>
    Math.max(LEAST_TOLD, Math.log((documents - Math.min(n, documents) + 0.5) / (n + 0.5))),
  );
  const phraseOf = phrasesByTerm(phrases);
  const weights = new Float64Array(phrases.length);
  return best(ids, most, (docId) => {
    const start = starts[docId] ?? 0;
    if (start === 0) return 0;
    const end = start + data[start + SIZE]!;
    weights.fill(0);
    for (let at = start + FIRST + data[start + LABELS]!; at < end; at += 1) {
      const phrase = phraseOf[termOf(data[at]!)];
      if (phrase) weights[phrase - 1]! += weightOf(data[at]!);
    }
    const long = K1 * (1 - B + (B * data[start + LENGTH]!) / middle);
    let score = 0;
    for (let at = 0; at < told.length; at += 1) {
      const weight = weights[at]!;
      if (weight > 0) score += (told[at]! * weight * (K1 + 1)) / (weight + long);
    }
    return score;
  });
}

/** The number of a term's phrase, from 1, by the term's; of its first phrase where it is in several. */
function phrasesByTerm(phrases: readonly Phrase[]): Uint8Array {
  const all = phrases.flatMap(({ terms }) => terms);
  const phraseOf = new Uint8Array(all.reduce((largest, term) => Math.max(largest, term), 0) + 1);
  for (const [at, { terms }] of phrases.entries()) for (const term of terms) phraseOf[term] ||= at + 1;
  return phraseOf;
}

/** The ids with the largest scores, the largest first, in the order of their numbers where scores are alike. */
export function best(ids: ArrayLike<number>, most: number, scoreOf: (id: number) => number): number[] {
  const room = Math.min(most, ids.length);
  if (room <= 0) return [];
  // A heap whose first is the worst that is kept.
  const kept = new Int32Array(room);
  const scores = new Float64Array(room);
  let count = 0;
  const isWorse = (one: number, other: number): boolean =>
    scores[one]! < scores[other]! || (scores[one] === scores[other] && kept[one]! > kept[other]!);
  const swap = (one: number, other: number): void => {
    [kept[one], kept[other]] = [kept[other]!, kept[one]!];
    [scores[one], scores[other]] = [scores[other]!, scores[one]!];
  };
  const sink = (from: number): void => {
    for (let at = from; ;) {
      let worst = at;
      for (const below of [2 * at + 1, 2 * at + 2]) if (below < count && isWorse(below, worst)) worst = below;
      if (worst === at) return;
      swap(at, worst);
      at = worst;
    }
  };
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at]!;
    const score = scoreOf(id);
    if (count < room) {
      kept[count] = id;
      scores[count] = score;
      count += 1;
      if (count === room) for (let from = count >> 1; from >= 0; from -= 1) sink(from);
    } else if (score > scores[0]! || (score === scores[0] && id < kept[0]!)) {
      kept[0] = id;
      scores[0] = score;
      sink(0);
    }
  }
  return [...kept.keys()]
    .sort((one, other) => scores[other]! - scores[one]! || kept[one]! - kept[other]!)
    .map((at) => kept[at]!);
}

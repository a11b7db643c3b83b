/**
 * How neighbours by meaning are put beside words, the same in both twins. The numbers were chosen on one half of the
 * topics of the evaluation; its figures are also those of the other half.
 */

/** Neighbours that are found by a vector: what is farther is not like it. */
export const NEIGHBOURS = 200;

/** The constant of reciprocal rank fusion (Cormack, Clarke and Büttcher, 2009). */
export const FUSION = 20;

/** What a place among the neighbours counts, where one among those with the words counts 1. */
export const NEIGHBOUR_WEIGHT = 0.5;

/** More neighbours beside words found nothing more, and would be counted as found. */
const MOST_BESIDE_WORDS = 50;

/** Neighbours with less of the nearest one's cosine are near by chance. */
const NEAR_ENOUGH = 0.5;

/**
 * How many of the neighbours are answered beside words.
 * @param cosines of the neighbours with what is looked for, the nearest first
 */
export function besideWords(cosines: readonly number[]): number {
  const least = (cosines[0] ?? 0) * NEAR_ENOUGH;
  const far = cosines.findIndex((cosine) => cosine <= 0 || cosine < least);
  return Math.min(MOST_BESIDE_WORDS, far === -1 ? cosines.length : far);
}

/** How good an order of results is, given what is relevant. Relevance is yes or no. */

/**
 * Normalised discounted cumulative gain of the first `depth` (Järvelin and Kekäläinen, 2002): 1 when everything
 * relevant comes first, 0 when nothing relevant is there. Without anything relevant it is 0.
 */
export function ndcg(ranked: readonly string[], relevant: ReadonlySet<string>, depth: number): number {
  const gain = (at: number): number => 1 / Math.log2(at + 2);
  const sum = (places: Iterable<number>): number => [...places].reduce((all, at) => all + gain(at), 0);
  const ideal = sum(Array.from({ length: Math.min(depth, relevant.size) }, (_, at) => at));
  const found = ranked.slice(0, depth).flatMap((key, at) => (relevant.has(key) ? [at] : []));
  return ideal === 0 ? 0 : sum(found) / ideal;
}

/** The share of what is relevant that is among the first `depth`. */
export const recall = (ranked: readonly string[], relevant: ReadonlySet<string>, depth: number): number =>
  relevant.size === 0 ? 0 : ranked.slice(0, depth).filter((key) => relevant.has(key)).length / relevant.size;

/** Precision, recall and their harmonic mean from counts. */
export function precisionRecall(right: number, proposed: number, wanted: number) {
  const [precision, found] = [proposed === 0 ? 0 : right / proposed, wanted === 0 ? 0 : right / wanted];
  const f1 = precision + found === 0 ? 0 : (2 * precision * found) / (precision + found);
  return { precision, recall: found, f1 };
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

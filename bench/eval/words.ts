/** Words and how alike two lists of them are. */

/** Words in order: letters with their marks and digits, without case and compatibility forms. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

const countsOf = (words: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

/** Beginnings of words that a text breaks at the end of a line or a column: `adip-` and then white space. */
const brokenOf = (text: string): Set<string> =>
  new Set(
    [...text.matchAll(/([\p{L}\p{M}]+)[-\u2010](?=\s)/gu)].flatMap(([, part]) => part?.toLowerCase() ?? []),
  );

/**
 * F1 of the words of `found` against those of `wanted`, each counted as often as it stands there; 1 for two texts
 * without words. A word counts as its two parts where `wanted`, a printed page, breaks it with a hyphen.
 */
export function wordF1(found: string, wanted: string): number {
  const left = countsOf(wordsOf(wanted));
  const broken = brokenOf(wanted);
  const take = (word: string): boolean => {
    const count = left.get(word) ?? 0;
    if (count === 0) return false;
    left.set(word, count - 1);
    return true;
  };
  let hits = 0;
  let total = 0;
  for (const word of wordsOf(found)) {
    const parts = left.get(word) ? [word] : partsOf(word, broken, left);
    total += parts.length;
    hits += parts.filter(take).length;
  }
  const all = total + wordsOf(wanted).length;
  return all === 0 ? 1 : (2 * hits) / all;
}

function partsOf(word: string, broken: ReadonlySet<string>, left: ReadonlyMap<string, number>): string[] {
  for (let at = 1; at < word.length; at += 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (broken.has(head) && left.get(head) && left.get(tail)) return [head, tail];
  }
  return [word];
}

/** Word error rate: substituted, left out and added words, by the number of wanted ones. Can go over 1. */
export function wordErrorRate(found: string, wanted: string): number {
  const [a, b] = [wordsOf(found), wordsOf(wanted)];
  if (b.length === 0) return a.length === 0 ? 0 : 1;
  let row = b.map((_, index) => index + 1);
  a.forEach((word, i) => {
    let diagonal = i;
    let before = i + 1;
    row = row.map((above, j) => {
      const cost = Math.min(above + 1, before + 1, diagonal + (word === b[j] ? 0 : 1));
      diagonal = above;
      before = cost;
      return cost;
    });
  });
  return (row.at(-1) ?? b.length) / b.length;
}

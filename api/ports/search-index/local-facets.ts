/** Facets of the local twin, counted over what was found. */
import { columns, FIRST, LABELS } from './local-columns.ts';
import type { Database } from './local-database.ts';
import { facetOf, placeOf } from './local-labels.ts';
import { best } from './local-rank.ts';
import { COUNTED, type Facet, type SearchAnswer } from './port.ts';

/** Values of one facet, at most. */
const VALUES = 20;

/** @param found ids of documents */
export function facetsOf(
  database: Database,
  found: ArrayLike<number>,
  asked: readonly Facet[],
): SearchAnswer['facets'] {
  if (asked.length === 0) return {};
  const { counts, labels } = countedLabels(database, found);
  const facets: SearchAnswer['facets'] = {};
  const label = (id: number): string =>
    String(database.get('SELECT label FROM label WHERE id = ?', id)?.label);
  for (const facet of asked) {
    const own = labels.filter((id) => facetOf(id) === facet);
    const most = best(
      own,
      own.map((id) => counts[placeOf(id)]!),
      VALUES,
    );
    facets[facet] = most
      .map((id) => ({ value: label(id), count: counts[placeOf(id)]! }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }
  return facets;
}

/** How many of the documents have a label, by its place, and the labels that any has. */
function countedLabels(
  database: Database,
  found: ArrayLike<number>,
): { counts: Uint32Array; labels: number[] } {
  const { starts, data } = columns.of(database);
  const counts = new Uint32Array(placeOf(Number(database.get('SELECT max(id) AS n FROM label')?.n)) + 1);
  const labels: number[] = [];
  for (let index = 0; index < found.length && index < COUNTED; index += 1) {
    const start = starts[found[index]!] ?? 0;
    if (start === 0) continue;
    const end = start + FIRST + data[start + LABELS]!;
    for (let at = start + FIRST; at < end; at += 1) {
      const place = placeOf(data[at]!);
      if (counts[place] === 0) labels.push(data[at]!);
      counts[place]! += 1;
    }
  }
  return { counts, labels };
}

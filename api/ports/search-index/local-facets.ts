/** Facets of the local twin, counted over what was found. */
import type { Database } from './local-database.ts';
import { ofFacets } from './local-labels.ts';
import { COUNTED, type Facet, type SearchAnswer } from './port.ts';

/** Values of one facet, at most. */
const VALUES = 20;

/** @param found a statement that answers ids, and its parameters */
export function facetsOf(
  database: Database,
  { sql, values }: { sql: string; values: string[] },
  asked: readonly Facet[],
): SearchAnswer['facets'] {
  if (asked.length === 0) return {};
  const rows = database.all(
    `SELECT facet, label, n FROM (
       SELECT labelId, count(*) AS n FROM (${sql} LIMIT ${COUNTED}) AS found
         CROSS JOIN labelled ON labelled.docId = found.id WHERE ${ofFacets(asked)} GROUP BY labelId
     ) AS counted JOIN label ON label.id = counted.labelId ORDER BY n DESC, label`,
    ...values,
  );
  const facets: SearchAnswer['facets'] = Object.fromEntries(asked.map((facet) => [facet, []]));
  for (const { facet, label, n } of rows) {
    const counts = facets[facet as Facet];
    if (counts && counts.length < VALUES) counts.push({ value: String(label), count: Number(n) });
  }
  return facets;
}

/** What narrows a query to the asker's own and its filters, and what is counted. Pure. */
import { countedValue } from './aws-documents.ts';
import { FACETS, type Asker, type Facet, type Filters, type SearchAnswer } from './port.ts';
import { foldValue } from './search-text.ts';

/** Values of one facet, at most. */
const VALUES = 20;
/** Values that are read, since one may be written in several ways. */
const READ = 100;

/** Clauses that every query of the asker carries: the server puts them in. */
export function ofAsker(asker: Asker): object[] {
  const standing = { term: { removed: false } };
  return asker.scope === 'tenant' ? [standing, { term: { tenantId: asker.tenantId } }] : [standing];
}

/** The asker's clauses, and those of filters. */
export function narrowing(asker: Asker, filters: Filters): object[] {
  const asked: Array<[field: string, values: readonly string[] | undefined]> = [
    ['tenant', filters.tenantId === undefined ? undefined : [filters.tenantId]],
    ['project', filters.projectId === undefined ? undefined : [filters.projectId]],
    ['kind', filters.kinds],
    ['medium', filters.medium],
    ['classification', filters.classification],
    ['tag', filters.tags],
    ['colour', filters.colours],
    ['licence', filters.licence],
    ['language', filters.language],
  ];
  const clauses = ofAsker(asker);
  for (const [field, values] of asked) {
    if (values && values.length > 0) {
      clauses.push({ terms: { [`is.${field}`]: values.map((value) => foldValue(value).toWellFormed()) } });
    }
  }
  if (Number.isFinite(filters.yearFrom)) clauses.push({ range: { lastYear: { gte: filters.yearFrom } } });
  if (Number.isFinite(filters.yearTo)) clauses.push({ range: { firstYear: { lte: filters.yearTo } } });
  return clauses;
}

export const aggregations = (facets: readonly Facet[]): object =>
  Object.fromEntries(
    FACETS.filter((facet) => facets.includes(facet)).map((facet) => [
      facet,
      { terms: { field: `counted.${facet}`, size: READ, order: [{ _count: 'desc' }, { _key: 'asc' }] } },
    ]),
  );

export type Aggregations = Record<string, { buckets?: Array<{ key: string; doc_count: number }> }>;

/** Values that differ in case and accents alone are one, written as it is most often. */
export function facetsOf(asked: readonly Facet[], found: Aggregations = {}): SearchAnswer['facets'] {
  return Object.fromEntries(
    asked.map((facet) => {
      const values = new Map<string, { value: string; count: number }>();
      for (const { key, doc_count } of found[facet]?.buckets ?? []) {
        const { value, label } = countedValue(key);
        const before = values.get(value);
        if (before) before.count += doc_count;
        else values.set(value, { value: label, count: doc_count });
      }
      const counts = [...values.values()].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
      return [facet, counts.slice(0, VALUES)];
    }),
  );
}

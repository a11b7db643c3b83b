/** Labels of the local twin: what a document is filtered by and counted under. */
import type { Database } from './local-database.ts';
import { FACETS, type Facet, type Filters } from './port.ts';
import type { LabelKind } from './search-labels.ts';
import { foldValue } from './search-text.ts';

/** The facet of a label is told by the last bits of its number, so that facets are counted without reading labels. */
const FACET_BITS = 4;
const NUMBERED: readonly LabelKind[] = ['tenant', 'project', ...FACETS];

/** A condition on `labelId`: of one of these facets. */
export const ofFacets = (facets: readonly Facet[]): string =>
  `labelId & ${2 ** FACET_BITS - 1} IN (${facets.map((facet) => NUMBERED.indexOf(facet)).join()})`;

/** Labels with no more documents than this are intersected inside FTS, larger ones looked up for each match. */
const INSIDE = 50_000;
/** With no more than this they are listed, to look at their vectors alone. */
const FEW = 5_000;

/** The token of a label in the column `labels`: no word of a text or a query holds such a sign. */
export const labelToken = (id: number): string => `\u00a7${id}`;

/** Gives labels their numbers, and remembers them for one batch. */
export function labelNumbers(database: Database): (owner: number, facet: LabelKind, label: string) => number {
  const known = new Map<string, number>();
  return (owner, facet, label) => {
    const value = foldValue(label);
    const key = `${owner} ${facet} ${value}`;
    let id = known.get(key);
    if (id === undefined) {
      id =
        labelId(database, owner, facet, value) ??
        Number(
          database.get(
            `INSERT INTO label (id, owner, facet, value, label)
             SELECT ((coalesce(max(id), 0) >> ${FACET_BITS}) + 1 << ${FACET_BITS}) + ?, ?, ?, ?, ? FROM label
             RETURNING id`,
            NUMBERED.indexOf(facet),
            owner,
            facet,
            value,
            label.trim(),
          )?.id,
        );
      known.set(key, id);
    }
    return id;
  };
}

const labelId = (database: Database, owner: number, facet: LabelKind, value: string): number | undefined =>
  database.get('SELECT id FROM label WHERE owner = ? AND facet = ? AND value = ?', owner, facet, value)
    ?.id as number | undefined;

/** Counts documents up and down; a label of none is forgotten. */
export function keepLabels(database: Database, counts: ReadonlyMap<number, number>): void {
  for (const [id, by] of counts) {
    if (by !== 0) database.run('UPDATE label SET documents = documents + ? WHERE id = ?', by, id);
    if (by < 0) database.run('DELETE FROM label WHERE id = ? AND documents <= 0', id);
  }
}

/** Filters as they are put to the tables. */
export interface Narrowing {
  /** For FTS, to be joined with AND; empty when there is none. */
  tokens: string;
  /** For what FTS does not narrow: a condition on `<id>`, beginning with AND, or nothing. */
  rest(id: string): string;
  /** All of it as a condition on `<id>`, where FTS is not asked. */
  all(id: string): string;
  /** Labels of the smallest filter, when it has few documents: one that fits has one of them. The tenant is apart. */
  few: number[] | undefined;
  /** Whose documents fit; everyone's where it is absent. */
  tenantId: string | undefined;
  /** Whether anything but the tenant narrows. */
  filtered: boolean;
}

/**
 * What narrows a query to the asker's own and its filters; null when nothing can fit.
 * @param tenantId whose documents; in the tenant scope it is always given
 */
export function narrowing(
  database: Database,
  owner: number,
  tenantId: string | undefined,
  filters: Filters,
): Narrowing | null {
  const asked: Array<[LabelKind, string[] | undefined]> = [
    ['tenant', tenantId === undefined ? undefined : [tenantId]],
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
  const groups: Array<{ facet: LabelKind; ids: number[]; documents: number }> = [];
  for (const [facet, values] of asked) {
    if (!values || values.length === 0) continue;
    const found = values.map((value) => labelId(database, owner, facet, foldValue(value)));
    const ids = [...new Set(found.filter((id) => id !== undefined))];
    if (ids.length === 0) return null;
    const counted = database.get(`SELECT sum(documents) AS n FROM label WHERE id IN (${ids.join()})`);
    groups.push({ facet, ids, documents: Number(counted?.n) });
  }
  const inside = groups.filter(({ facet, documents }) => facet === 'tenant' || documents <= INSIDE);
  const years = yearCondition(filters);
  const condition = (of: typeof groups, id: string): string =>
    of
      .map(
        ({ ids }) =>
          ` AND EXISTS (SELECT 1 FROM labelled WHERE docId = ${id} AND labelId IN (${ids.join()}))`,
      )
      .join('') + years(id);
  return {
    tokens: inside.map(({ ids }) => `(${ids.map((id) => `"${labelToken(id)}"`).join(' OR ')})`).join(' AND '),
    rest: (id) =>
      condition(
        groups.filter((group) => !inside.includes(group)),
        id,
      ),
    all: (id) => condition(groups, id),
    few: groups
      .filter(({ facet, documents }) => facet !== 'tenant' && documents <= FEW)
      .toSorted((a, b) => a.documents - b.documents)[0]?.ids,
    tenantId: tenantId ?? filters.tenantId,
    filtered: groups.some(({ facet }) => facet !== 'tenant') || years('') !== '',
  };
}

/** Years are numbers of ours by then: they are written into the statement. */
function yearCondition({ yearFrom, yearTo }: Filters): (id: string) => string {
  const bounds = [
    ...(Number.isFinite(yearFrom) ? [`yearTo >= ${Number(yearFrom)}`] : []),
    ...(Number.isFinite(yearTo) ? [`yearFrom <= ${Number(yearTo)}`] : []),
  ];
  if (bounds.length === 0) return () => '';
  return (id) =>
    ` AND EXISTS (SELECT 1 FROM document AS dated WHERE dated.id = ${id} AND ${bounds.join(' AND ')})`;
}

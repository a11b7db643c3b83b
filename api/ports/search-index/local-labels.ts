/** Labels of the local twin: what a document is filtered by and counted under. */
import { columns, FIRST, LABELS, YEAR_FROM, YEAR_TO } from './local-columns.ts';
import type { Database } from './local-database.ts';
import { FACETS, type Filters } from './port.ts';
import type { LabelKind } from './search-labels.ts';
import { foldValue } from './search-text.ts';

/** The facet of a label is told by the last bits of its number, so that facets are counted without reading labels. */
const FACET_BITS = 4;
const NUMBERED: readonly LabelKind[] = ['tenant', 'project', ...FACETS];

/** The facet of a label. */
export const facetOf = (labelId: number): LabelKind => NUMBERED[labelId & (2 ** FACET_BITS - 1)]!;

/** A number of a label among all, without gaps. */
export const placeOf = (labelId: number): number => labelId >>> FACET_BITS;

/** Labels with no more documents than this are intersected inside FTS, larger ones looked up for each match. */
const INSIDE = 50_000;

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

/** Whether a document passes. */
export type Fits = (docId: number) => boolean;

/** Filters as they are put to the tables. */
export interface Narrowing {
  /** For FTS, to be joined with AND; empty when there is none. */
  tokens: string;
  /** For what FTS does not narrow; absent where there is nothing. */
  rest?: Fits;
  /** Whose documents fit; everyone's where it is absent. */
  tenantId?: string;
  /** All but the tenant, where FTS is not asked; absent where there is nothing. */
  fits?: Fits;
  /** All of it; absent where there is nothing. */
  all?: Fits;
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
  const isInside = ({ facet, documents }: (typeof groups)[number]): boolean =>
    facet === 'tenant' || documents <= INSIDE;
  const rest = fitting(
    database,
    groups.filter((group) => !isInside(group)),
    filters,
  );
  const fits = fitting(
    database,
    groups.filter(({ facet }) => facet !== 'tenant'),
    filters,
  );
  const all = fitting(database, groups, filters);
  const whose = tenantId ?? filters.tenantId;
  return {
    tokens: groups
      .filter(isInside)
      .map(({ ids }) => `(${ids.map((id) => `"${labelToken(id)}"`).join(' OR ')})`)
      .join(' AND '),
    ...(rest ? { rest } : {}),
    ...(fits ? { fits } : {}),
    ...(all ? { all } : {}),
    ...(whose === undefined ? {} : { tenantId: whose }),
  };
}

/** Documents with a label of each group, whose years meet the range. */
function fitting(
  database: Database,
  groups: ReadonlyArray<{ ids: number[] }>,
  { yearFrom, yearTo }: Filters,
): Fits | undefined {
  const from = Number.isFinite(yearFrom) ? Number(yearFrom) : undefined;
  const to = Number.isFinite(yearTo) ? Number(yearTo) : undefined;
  if (groups.length === 0 && from === undefined && to === undefined) return undefined;
  const { starts, data } = columns.of(database);
  const asked = groups.map(({ ids }) => ids);
  return (docId) => {
    const start = starts[docId] ?? 0;
    if (start === 0) return false;
    if (from !== undefined && data[start + YEAR_TO]! < from) return false;
    if (to !== undefined && data[start + YEAR_FROM]! > to) return false;
    const end = start + FIRST + data[start + LABELS]!;
    for (const ids of asked) {
      let at = start + FIRST;
      while (at < end && !ids.includes(data[at]!)) at += 1;
      if (at === end) return false;
    }
    return true;
  };
}

import type { Rules } from '#api/resolvers/_lib/validate.ts';
import { asText, fit, ruleOf, split } from './fit.ts';
import type { SectionMapping } from './mapping.ts';
import { shown, valueAt, type CatalogueRecord } from './rows.ts';

/** A fact that has no field of its own. */
export interface Fact {
  key: string;
  label: string;
  value: string;
}

/** What a record becomes: fields, and facts for everything else in the record's own order. */
export interface Mapped {
  fields: Record<string, unknown>;
  facts: Fact[];
  /** What could not go where the mapping sends it, and where it is now. */
  notes: string[];
  /** Columns that are fields. */
  used: ReadonlySet<string>;
}

const MOST_KEY = 64;
const MOST_LABEL = 200;

/** The record with its columns of separated text as lists. */
export function withLists(record: CatalogueRecord, mapping: SectionMapping): CatalogueRecord {
  return Object.fromEntries(
    Object.entries(record).map(([column, value]) => [column, split(value, valueAt(mapping.split, column))]),
  );
}

/** What a fact of a column is called: the mapping's label, or the column's name in words. */
export function labelOf(column: string, mapping: SectionMapping): string {
  const words = column.replaceAll('_', ' ').trim() || column || 'Value';
  const label = valueAt(mapping.labels, column) ?? `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
  return label.slice(0, MOST_LABEL);
}

/** The column's name as a fact's key: other characters than letters, digits and `_.:-` become `_`. */
export function keyOf(column: string): string {
  return column.replace(/[^A-Za-z0-9_.:-]/g, '_').slice(0, MOST_KEY) || '_';
}

/** A value as facts: a list gives one an entry, in order; what is no text becomes JSON text; null is absent. */
export function factsOf(column: string, value: unknown, mapping: SectionMapping): Fact[] {
  if (value === undefined || value === null) return [];
  const entries = Array.isArray(value) ? (value as unknown[]) : [value];
  const [key, label] = [keyOf(column), labelOf(column, mapping)];
  return entries.map((entry) => ({ key, label, value: asText(entry) }));
}

/**
 * Maps a record. Columns go to the field that the mapping names when the field can hold the value; all others become
 * facts, in the order of the record. Nothing is trimmed, repaired or dropped; null is the same as absent.
 *
 * @param types GraphQL type of each field that may be filled.
 * @param rules Limits of those fields.
 * @param own Facts of columns that are not plain values: they replace what `factsOf` would give.
 */
export function mapRecord(
  record: CatalogueRecord,
  mapping: SectionMapping,
  types: Readonly<Record<string, string>>,
  rules: Rules,
  own: ReadonlyMap<string, Fact[]> = new Map(),
): Mapped {
  const fields: Record<string, unknown> = {};
  const used = new Set<string>();
  const notes: string[] = [];
  for (const [column, field] of Object.entries(mapping.fields)) {
    const value = valueAt(record, column);
    if (value === undefined || value === null || Object.hasOwn(fields, field)) continue;
    const fitting = fit(value, types[field] ?? 'String', ruleOf(rules, field));
    if (fitting === undefined) {
      notes.push(`${column} cannot be the field ${field} and is kept as a fact. Received: ${shown(value)}.`);
    } else {
      fields[field] = fitting;
      used.add(column);
    }
  }
  const facts = Object.entries(record)
    .filter(([column]) => !used.has(column))
    .flatMap(([column, value]) => own.get(column) ?? factsOf(column, value, mapping));
  return { fields, facts, notes, used };
}

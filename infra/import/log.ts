import { createLogEntryInput } from '#api/resolvers/_lib/rules.gen.ts';
import { asText } from './fit.ts';
import { MappingError, mappableFields, type Mapping } from './mapping.ts';
import { mapRecord, withLists, type Fact } from './record.ts';
import { valueAt, type CatalogueRecord } from './rows.ts';

/** The record of a log as an entry of a process log. */
export interface MappedLog {
  fields: Record<string, unknown>;
  notes: string[];
  /** Id of the work that it is about; null when the record names none. */
  work: string | null;
  /** Ids of artists that it is about. */
  artists: string[];
  /** Columns without a field, for the project that holds the entry: entries have no facts of their own. */
  fact: Fact | null;
  /** Why the entry cannot be made; null when it can. */
  problem: string | null;
}

const TYPES = mappableFields('logs');

/** Maps the record of a log. A missing text becomes an empty one; a date must be there and be understood. */
export function mapLog(record: CatalogueRecord, mapping: Mapping): MappedLog {
  const section = mapping.logs;
  if (section === undefined)
    throw new MappingError(['logs is missing: say how the columns of the logs map.']);
  const listed = withLists(record, section);
  const { fields, notes, used } = mapRecord(listed, section, TYPES, createLogEntryInput);
  const rest = Object.entries(listed).filter(([column]) => !used.has(column) && column !== section.id);
  const ids = section.artists === undefined ? [] : valueAt(listed, section.artists);
  const work = section.work === undefined ? undefined : valueAt(listed, section.work);
  const problem =
    fields.occurredAt === undefined
      ? 'The entry has no date that is understood, such as 2011-01-30 09:00:00Z.'
      : null;
  return {
    fields: { body: '', ...fields },
    notes,
    work: work === undefined || work === null ? null : asText(work),
    artists: (Array.isArray(ids) ? (ids as unknown[]) : ids === undefined || ids === null ? [] : [ids]).map(
      asText,
    ),
    fact: rest.length === 0 ? null : restFact(rest, valueAt(record, section.id)),
    problem,
  };
}

const restFact = (rest: Array<[string, unknown]>, id: unknown): Fact => ({
  key: 'log',
  label: 'Record of a log entry',
  value: JSON.stringify({ id, ...Object.fromEntries(rest) }),
});

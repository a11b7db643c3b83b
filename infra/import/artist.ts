import { createTenantInput } from '#api/resolvers/_lib/rules.gen.ts';
import { mappableFields, type Mapping } from './mapping.ts';
import { mapRecord, withLists, type Mapped } from './record.ts';
import type { RefusedField } from './report.ts';
import { shown, valueAt, type CatalogueRecord } from './rows.ts';

const TYPES = mappableFields('artists');
const { minLength, maxLength } = createTenantInput.name ?? {};

/** What keeps a record from being a tenant: the name is the one required field that a column fills. */
export function nameProblem(record: CatalogueRecord, mapping: Mapping): RefusedField | undefined {
  if (mapArtist(record, mapping, '').fields.name !== undefined) return undefined;
  const { fields } = mapping.artists;
  const columns = Object.keys(fields).filter((column) => fields[column] === 'name');
  const column = columns.find((from) => (valueAt(record, from) ?? null) !== null);
  const received = column === undefined ? 'nothing' : shown(JSON.stringify(record[column]));
  const fix =
    columns.length === 0
      ? 'Let the mapping say which column is the name.'
      : `Put one into ${columns.join(' or ')}, and run the import again.`;
  const reason = `The name must be a text of ${minLength} to ${maxLength} characters. Received: ${received}. ${fix}`;
  return { reason, field: 'input.name', received };
}

/**
 * The record of an artist as a tenant. The handle is a field when it is the one that the record asked for, and a fact
 * when the tenant has another.
 * @param handle The handle that the tenant has or will have.
 */
export function mapArtist(record: CatalogueRecord, mapping: Mapping, handle: string): Mapped {
  const section = mapping.artists;
  const listed = withLists(record, section);
  const own =
    section.handle !== undefined && valueAt(listed, section.handle) === handle
      ? new Map([[section.handle, []]])
      : undefined;
  const { fields, facts, notes, used } = mapRecord(listed, section, TYPES, createTenantInput, own);
  const kind = section.kind && valueAt(section.kind.values, String(valueAt(listed, section.kind.column)));
  return { fields: { ...fields, ...(kind && { kind }), facts }, facts, notes, used };
}

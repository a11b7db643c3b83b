import { createTenantInput } from '#api/resolvers/_lib/rules.gen.ts';
import { mappableFields, type Mapping } from './mapping.ts';
import { mapRecord, withLists, type Mapped } from './record.ts';
import type { CatalogueRecord } from './rows.ts';

const TYPES = mappableFields('artists');

/**
 * The record of an artist as a tenant. The handle is a field when it is the one that the record asked for, and a fact
 * when the tenant has another.
 * @param handle The handle that the tenant has or will have.
 */
export function mapArtist(record: CatalogueRecord, mapping: Mapping, handle: string): Mapped {
  const section = mapping.artists;
  const listed = withLists(record, section);
  const own =
    section.handle !== undefined && listed[section.handle] === handle ? { [section.handle]: [] } : {};
  const { fields, facts, notes, used } = mapRecord(listed, section, TYPES, createTenantInput, own);
  const kind = section.kind && section.kind.values[String(listed[section.kind.column])];
  return { fields: { ...fields, ...(kind && { kind }), facts }, facts, notes, used };
}

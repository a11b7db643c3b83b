import { createProjectInput } from '#api/resolvers/_lib/rules.gen.ts';
import { asText } from './fit.ts';
import { mappableFields, type Mapping } from './mapping.ts';
import { factsOf, mapRecord, withLists, type Mapped } from './record.ts';
import { isRecord, valueAt, type CatalogueRecord } from './rows.ts';

/** A maker other than the owner, as the API takes it. */
export interface Credit {
  name: string;
  role: string | null;
  handle: string | null;
}

/** An image that the record names. */
export interface ImageReference {
  /** Names of the file, in order of preference. */
  files: string[];
  alt: string | null;
}

/** The record of a work as a project. */
export interface MappedWork extends Mapped {
  /** Id of the artist who owns the work; null when the record names none. */
  owner: string | null;
  /** Ids of artists that nobody knows: they are credited by name alone. */
  unknown: string[];
  images: ImageReference[];
}

/** What is known of an artist whom a work names. */
export interface KnownArtist {
  name: string;
  handle: string;
}

const TYPES = mappableFields('works');

const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : value === undefined || value === null ? [] : [value];

/**
 * Maps the record of a work. The first artist owns it, the others are credits in their order; what the owner is called
 * and did there are facts, where that says more than the portfolio does.
 * @param artist What is known of an artist by id.
 */
export function mapWork(
  record: CatalogueRecord,
  mapping: Mapping,
  artist: (id: string) => KnownArtist | undefined,
): MappedWork {
  const section = mapping.works;
  const listed = withLists(record, section);
  const columns = section.artists;
  const ids = list(valueAt(listed, columns.ids)).map(asText);
  const names = list(columns.names && valueAt(listed, columns.names));
  const roles = list(columns.roles && valueAt(listed, columns.roles));
  const owner = ids[0] ?? null;
  const count = Math.max(ids.length, names.length);
  const credits: Credit[] = [];
  for (let at = 1; at < count; at += 1) {
    const id = ids[at];
    const known = id === undefined ? undefined : artist(id);
    const name = names[at] ?? known?.name ?? id ?? '';
    const role = roles[at] ?? null;
    credits.push({
      name: asText(name),
      role: role === null ? null : asText(role),
      handle: known?.handle ?? null,
    });
  }
  const ownersName = owner === null ? undefined : artist(owner)?.name;
  const own = new Map([[columns.ids, factsOf(columns.ids, ids, section)]]);
  if (columns.names !== undefined) {
    own.set(columns.names, names[0] === ownersName ? [] : factsOf(columns.names, names[0], section));
  }
  if (columns.roles !== undefined) {
    const rest = roles.slice(Math.max(count, 1)).filter((role) => role !== null);
    const said = [roles[0], ...rest].filter((role) => role != null);
    own.set(columns.roles, factsOf(columns.roles, said, section));
  }
  if (section.images?.facts === false) own.set(section.images.column, []);
  const { fields, facts, notes, used } = mapRecord(listed, section, TYPES, createProjectInput, own);
  const title = fields.title;
  if (typeof title === 'string' && title !== '' && title.trim() === '') {
    const column = Object.keys(section.fields).find((name) => section.fields[name] === 'title') ?? 'title';
    facts.push(...factsOf(column, title, section));
    notes.push('The title is blank: the work is called Untitled, and the blank is kept as a fact.');
  }
  return {
    fields: { ...fields, credits, facts },
    facts,
    notes,
    used,
    owner,
    unknown: ids.slice(1).filter((id) => artist(id) === undefined),
    images: imagesOf(listed, mapping),
  };
}

function imagesOf(record: CatalogueRecord, { works: { images } }: Mapping): ImageReference[] {
  if (images === undefined) return [];
  return list(valueAt(record, images.column)).map((entry) => {
    if (!isRecord(entry)) return { files: [asText(entry)], alt: null };
    const files = images.file
      .map((column) => valueAt(entry, column))
      .filter((file) => typeof file === 'string');
    const alt = images.alt === undefined ? null : valueAt(entry, images.alt);
    return { files, alt: typeof alt === 'string' ? alt : null };
  });
}

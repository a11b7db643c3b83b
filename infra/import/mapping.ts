import { inputs } from '#openapi/inputs.gen.ts';
import { isRecord, shown } from './rows.ts';

/** How the records of one file become entities of ours. */
export interface SectionMapping {
  /** Column with the record's own id: it becomes `externalRef`. */
  id: string;
  /**
   * Fields by column, in order of preference: where two columns name one field, the first that holds something the
   * field can take gets it, and the other is kept as a fact.
   */
  fields: Readonly<Record<string, string>>;
  /** What readers see before a fact, by column; a column without one is shown by its own name. */
  labels: Readonly<Record<string, string>>;
  /** Separators of columns whose text is a list, for files that have no lists (CSV). */
  split: Readonly<Record<string, string>>;
}

/** How the records of artists become tenants. */
export interface ArtistMapping extends SectionMapping {
  /** Column with the handle that the artist should have. */
  handle?: string;
  /** Column that tells groups from persons, and its values that mean one or the other. */
  kind?: { column: string; values: Readonly<Record<string, 'PERSON' | 'ORGANISATION'>> };
}

/** How the records of works become projects. */
export interface WorkMapping extends SectionMapping {
  /** Column with the catalogue that the record is from; works without an artist are gathered by it. */
  source?: string;
  /** Columns with the ids, names and roles of the artists: lists side by side, the owner first. */
  artists: { ids: string; names?: string; roles?: string };
  /**
   * Column with the image records: objects whose `file` columns, in order of preference, name the file. Each record is
   * kept as a fact as well, unless `facts` is false.
   */
  images?: { column: string; file: readonly string[]; alt?: string; facts?: boolean };
}

/** How the records of logs become entries of process logs. */
export interface LogMapping extends SectionMapping {
  /** Column with the catalogue that the record is from. */
  source?: string;
  /** Column with the id of the work that the entry is about. */
  work?: string;
  /** Column with the ids of artists: an entry without a work goes to the log of the first that is known. */
  artists?: string;
  /** Title of the project that gathers the entries of an artist that are about no work of the catalogue. */
  project: string;
}

/** The whole mapping file. */
export interface Mapping {
  artists: ArtistMapping;
  works: WorkMapping;
  logs?: LogMapping;
}

/** The input that each section fills. */
export const SECTION_INPUTS = {
  artists: 'CreateTenantInput',
  works: 'CreateProjectInput',
  logs: 'CreateLogEntryInput',
} as const;

/** Fields that have a place of their own in the mapping, or that the importer fills. */
const NOT_MAPPABLE = ['externalRef', 'handle'];
const MAPPABLE_TYPES = ['String', 'Int', '[String!]', 'AWSDateTime'];

/** GraphQL type of each field of an input that a column may fill, without the mark that it is required. */
export function mappableFields(section: keyof typeof SECTION_INPUTS): Record<string, string> {
  const fields = Object.entries(inputs[SECTION_INPUTS[section]] ?? {}).map(
    ([name, type]) => [name, type.replace(/!$/, '')] as const,
  );
  return Object.fromEntries(
    fields.filter(([name, type]) => MAPPABLE_TYPES.includes(type) && !NOT_MAPPABLE.includes(name)),
  );
}

/** What is wrong with a mapping file, all of it. */
export class MappingError extends Error {
  override name = 'MappingError';
  /** One sentence a problem, each beginning with where it is. */
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The mapping cannot be used:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/**
 * Checks a mapping file and fills in what may be left out.
 * @param value What the file holds, parsed.
 * @throws MappingError With every problem.
 */
export function parseMapping(value: unknown): Mapping {
  const problems: string[] = [];
  if (!isRecord(value)) throw new MappingError([`A mapping is a JSON object. Received: ${shown(value)}.`]);
  onlyKeys(value, ['artists', 'works', 'logs'], '', problems);
  const artists = section(value.artists, 'artists', ['handle', 'kind'], problems);
  const works = section(value.works, 'works', ['source', 'artists', 'images'], problems);
  const logs =
    value.logs === undefined
      ? undefined
      : section(value.logs, 'logs', ['source', 'work', 'artists', 'project'], problems);
  const mapping = {
    artists: { ...artists, ...kindOf(value.artists, problems) },
    works: { ...works, ...workParts(value.works, problems) },
    ...(logs && {
      logs: { ...logs, project: optionalText(value.logs, 'project', 'logs', problems) ?? 'Process log' },
    }),
  };
  for (const [name, columns] of [
    ['artists', ['handle']],
    ['works', ['source']],
    ['logs', ['source', 'work', 'artists']],
  ] as const) {
    const target = mapping[name as 'artists'] as unknown as Record<string, unknown> | undefined;
    for (const column of target ? columns : []) {
      const text = optionalText(value[name], column, name, problems);
      if (text !== undefined) target![column] = text;
    }
  }
  if (problems.length > 0) throw new MappingError(problems);
  return mapping as Mapping;
}

function section(
  value: unknown,
  name: keyof typeof SECTION_INPUTS,
  more: readonly string[],
  problems: string[],
): SectionMapping {
  if (!isRecord(value)) {
    problems.push(`${name} must be an object. Received: ${shown(value)}.`);
    return { id: 'id', fields: {}, labels: {}, split: {} };
  }
  onlyKeys(value, ['id', 'fields', 'labels', 'split', ...more], `${name}.`, problems);
  const fields = texts(value.fields, `${name}.fields`, problems);
  const known = Object.keys(mappableFields(name));
  for (const [column, field] of Object.entries(fields)) {
    if (!known.includes(field)) {
      problems.push(`${name}.fields.${column} must be one of ${known.join(', ')}. Received: ${field}.`);
    }
  }
  return {
    id: optionalText(value, 'id', name, problems) ?? 'id',
    fields,
    labels: texts(value.labels, `${name}.labels`, problems),
    split: texts(value.split, `${name}.split`, problems),
  };
}

function kindOf(value: unknown, problems: string[]): Pick<ArtistMapping, 'kind'> {
  if (!isRecord(value) || value.kind === undefined) return {};
  const kind = isRecord(value.kind) ? value.kind : {};
  const column = optionalText(kind, 'column', 'artists.kind', problems);
  if (column === undefined) {
    problems.push(`artists.kind must be an object with column and values. Received: ${shown(value.kind)}.`);
  }
  const values = texts(kind.values, 'artists.kind.values', problems);
  for (const [from, to] of Object.entries(values)) {
    if (to !== 'PERSON' && to !== 'ORGANISATION') {
      problems.push(`artists.kind.values.${from} must be PERSON or ORGANISATION. Received: ${to}.`);
    }
  }
  return { kind: { column: column ?? '', values: values as Record<string, 'PERSON' | 'ORGANISATION'> } };
}

function workParts(value: unknown, problems: string[]): Pick<WorkMapping, 'artists' | 'images'> {
  const works = isRecord(value) ? value : {};
  const artists = isRecord(works.artists) ? works.artists : {};
  onlyKeys(artists, ['ids', 'names', 'roles'], 'works.artists.', problems);
  const ids = optionalText(artists, 'ids', 'works.artists', problems);
  if (ids === undefined) {
    problems.push(`works.artists must be an object with the column ids. Received: ${shown(works.artists)}.`);
  }
  const names = optionalText(artists, 'names', 'works.artists', problems);
  const roles = optionalText(artists, 'roles', 'works.artists', problems);
  const columns = { ids: ids ?? '', ...(names && { names }), ...(roles && { roles }) };
  if (works.images === undefined) return { artists: columns };
  const images = isRecord(works.images) ? works.images : {};
  onlyKeys(images, ['column', 'file', 'alt', 'facts'], 'works.images.', problems);
  const column = optionalText(images, 'column', 'works.images', problems);
  const file = Array.isArray(images.file) ? images.file.filter((name) => typeof name === 'string') : [];
  if (column === undefined || file.length === 0) {
    problems.push(
      `works.images must be an object with column and a list file of names. Received: ${shown(works.images)}.`,
    );
  }
  const alt = optionalText(images, 'alt', 'works.images', problems);
  const { facts } = images;
  if (facts !== undefined && typeof facts !== 'boolean') {
    problems.push(`works.images.facts must be true or false. Received: ${shown(facts)}.`);
  }
  return {
    artists: columns,
    images: { column: column ?? '', file, ...(alt && { alt }), ...(facts === false && { facts }) },
  };
}

function onlyKeys(value: object, allowed: readonly string[], path: string, problems: string[]): void {
  for (const key of Object.keys(value)) {
    if (!allowed.includes(key)) {
      problems.push(`${path}${key} is not known: use one of ${allowed.join(', ')}.`);
    }
  }
}

function optionalText(value: unknown, key: string, path: string, problems: string[]): string | undefined {
  const found = isRecord(value) ? value[key] : undefined;
  if (found === undefined || (typeof found === 'string' && found !== '')) return found;
  if (!(path === 'works' && key === 'artists')) {
    problems.push(`${path}.${key} must be the name of a column. Received: ${shown(found)}.`);
  }
  return undefined;
}

function texts(value: unknown, path: string, problems: string[]): Record<string, string> {
  if (value === undefined) return {};
  if (!isRecord(value)) {
    problems.push(`${path} must be an object of texts. Received: ${shown(value)}.`);
    return {};
  }
  const entries = Object.entries(value);
  for (const [key, text] of entries) {
    if (typeof text !== 'string' || text === '') {
      problems.push(`${path}.${key} must be a text. Received: ${shown(text)}.`);
    }
  }
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

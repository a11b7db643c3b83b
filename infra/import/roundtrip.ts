import { isDeepStrictEqual } from 'node:util';
import { mapArtist } from './artist.ts';
import { htmlFields, type FieldElement } from './html-fields.ts';
import { mappableFields, type Mapping, type SECTION_INPUTS } from './mapping.ts';
import type { Fact } from './record.ts';
import type { CatalogueRecord } from './rows.ts';
import { mapWork, type Credit, type KnownArtist } from './work.ts';

/** What every way out of the platform must say of a record: each field that an import fills, null where it is absent. */
export type Expected = Readonly<Record<string, unknown>>;

/** A field that a way out tells otherwise. */
export interface Discrepancy {
  field: string;
  expected: unknown;
  actual: unknown;
}

/** Fields that only the import itself and the draft know. */
const NEVER_FILLED = ['slug', 'statement', 'body'];

function complete(section: keyof typeof SECTION_INPUTS, fields: Record<string, unknown>): Expected {
  const names = Object.keys(mappableFields(section)).filter(
    (name) => !NEVER_FILLED.includes(name) || name in fields,
  );
  return { ...Object.fromEntries(names.map((name) => [name, null])), ...fields };
}

/** What a portfolio must say of an artist's record. @param handle The handle that the tenant has. */
export function expectedArtist(record: CatalogueRecord, mapping: Mapping, handle: string): Expected {
  return { kind: 'PERSON', ...complete('artists', mapArtist(record, mapping, handle).fields) };
}

/**
 * What a work must say of its record.
 * @param artist Name and handle of the tenants, by the id of their record.
 */
export function expectedWork(
  record: CatalogueRecord,
  mapping: Mapping,
  artist: (id: string) => KnownArtist | undefined,
): Expected {
  const { fields } = mapWork(record, mapping, artist);
  const title = typeof fields.title === 'string' && fields.title.trim() !== '' ? fields.title : 'Untitled';
  return complete('works', { ...fields, title });
}

function plain(value: unknown): unknown {
  if (!Array.isArray(value)) return value ?? null;
  const entries = (value as unknown[]).map((entry) => {
    if (typeof entry !== 'object' || entry === null) return entry;
    const { __typename: _, ...fields } = entry as Record<string, unknown>;
    return fields;
  });
  return entries.length === 0 ? null : entries;
}

/** Compares what GraphQL answers: a `Project`, `PublicProject`, `Profile` or `Portfolio` with the expected fields. */
export function compareGraphql(expected: Expected, actual: Readonly<Record<string, unknown>>): Discrepancy[] {
  return Object.entries(expected)
    .map(([field, value]) => ({ field, expected: plain(value), actual: plain(actual[field]) }))
    .filter(({ expected: wanted, actual: found }) => !isDeepStrictEqual(wanted, found));
}

/** Compares the body of a REST answer, as it was sent or parsed: it has the fields of GraphQL. */
export function compareRest(
  expected: Expected,
  body: string | Readonly<Record<string, unknown>>,
): Discrepancy[] {
  const parsed = typeof body === 'string' ? (JSON.parse(body) as Record<string, unknown>) : body;
  return compareGraphql(expected, parsed);
}

/** HTML has one kind of line break: https://html.spec.whatwg.org/#normalize-newlines */
const normalised = (text: string): string => text.replace(/\r\n?/g, '\n');

const said = (elements: readonly FieldElement[]): string[] => elements.map(({ text }) => normalised(text));

/** Fields that a page gives as HTML of its own, and not as the text that was written. */
const RENDERED = ['statement', 'body'];

/**
 * Compares a page. Each element with `data-field` holds exactly the text of its field: one a list entry; `fact` and
 * `factLabel` with `data-key`; `creditName`, and `creditRole` where there is a role; numbers and choices in the value
 * of a `<data>` element. Newlines are compared as HTML has them.
 */
export function compareHtml(expected: Expected, html: string): Discrepancy[] {
  const elements = htmlFields(html);
  const of = (field: string): FieldElement[] => elements.filter((element) => element.field === field);
  const found: Discrepancy[] = [];
  const compare = (field: string, wanted: unknown, actual: unknown): void => {
    if (!isDeepStrictEqual(wanted, actual)) found.push({ field, expected: wanted, actual });
  };
  for (const [field, value] of Object.entries(expected)) {
    if (RENDERED.includes(field)) continue;
    if (field === 'facts') {
      compareFacts((value ?? []) as Fact[], of, compare);
    } else if (field === 'credits') {
      compareCredits((value ?? []) as Credit[], of, compare);
    } else if (Array.isArray(value)) {
      compare(
        field,
        value.map((entry) => normalised(String(entry))),
        said(of(field)),
      );
    } else {
      // A page may show other things of the same kind further down: its own come first.
      const [first] = of(field);
      const wanted = value === null ? null : normalised(String(value));
      compare(field, wanted, first === undefined ? null : normalised(first.value ?? first.text));
    }
  }
  return found;
}

type Of = (field: string) => FieldElement[];
type Compare = (field: string, wanted: unknown, actual: unknown) => void;

function compareFacts(facts: readonly Fact[], of: Of, compare: Compare): void {
  const pairs = (field: string): unknown[] => of(field).map(({ key, text }) => [key, normalised(text)]);
  compare(
    'fact',
    facts.map(({ key, value }) => [key, normalised(value)]),
    pairs('fact'),
  );
  compare(
    'factLabel',
    facts.map(({ key, label }) => [key, normalised(label)]),
    pairs('factLabel'),
  );
}

function compareCredits(credits: readonly Credit[], of: Of, compare: Compare): void {
  compare(
    'creditName',
    credits.map(({ name }) => normalised(name)),
    said(of('creditName')),
  );
  compare(
    'creditRole',
    credits.flatMap(({ role }) => (role === null ? [] : [normalised(role)])),
    said(of('creditRole')),
  );
}

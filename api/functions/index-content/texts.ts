/** Small parts that documents of both scopes are put together of. */
import { colourNames } from '../../ports/search-index/colours.ts';
import type { SearchDocument } from '../../ports/search-index/port.ts';
import type { Credit, Fact } from '../../types.gen.ts';

/** Characters of a document's longest text, so that one work with thousands of log entries stays a document. */
const LONGEST = 400_000;

type Text = string | null | undefined;

/** The texts that say something, each once, in their order. */
export const told = (texts: readonly Text[]): string[] => [
  ...new Set(texts.map((text) => text?.trim() ?? '').filter(Boolean)),
];

/** Texts as one, a paragraph each, or undefined. */
export function joined(texts: readonly Text[]): string | undefined {
  const text = told(texts).join('\n\n');
  return text ? text.slice(0, LONGEST) : undefined;
}

export const creditNames = (credits: Array<Pick<Credit, 'name'>> | null | undefined): string[] =>
  (credits ?? []).map(({ name }) => name);

type Facts = Array<Pick<Fact, 'value'>> | null | undefined;

/** What facts say: text in a picture, an accession number. Addresses elsewhere say nothing of the thing itself. */
export const factTexts = (facts: Facts): string[] =>
  (facts ?? []).map(({ value }) => value).filter((value) => !ADDRESS.test(value));

const ADDRESS = /^\s*[a-z][a-z0-9+.-]*:\/\/\S+\s*$/iu;

/** Names of the colours of several pictures, each once. */
export const coloursOf = (palettes: ReadonlyArray<string[] | null | undefined>): string[] => [
  ...new Set(palettes.flatMap((palette) => colourNames(palette ?? []))),
];

/** The document without the fields that are not known: an absent field and an empty one are the same. */
export function known(document: {
  [Field in keyof SearchDocument]: SearchDocument[Field] | null;
}): SearchDocument {
  return Object.fromEntries(
    Object.entries(document).filter(
      ([, value]) =>
        value !== undefined &&
        value !== null &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  ) as unknown as SearchDocument;
}

import type { ProposalField } from '../../enrichment.ts';
import type { Fact } from '../../types.gen.ts';

/** Under which key and label a value becomes a fact, where it has no field of its own. */
const NAMES: Record<ProposalField, readonly [string, string]> = {
  SUMMARY: ['summary', 'Summary'],
  TAGS: ['tag', 'Tag'],
  MEDIUM: ['medium', 'Medium'],
  TECHNIQUE: ['technique', 'Technique'],
  PERIOD: ['period', 'Period'],
  MOOD: ['mood', 'Mood'],
  PEOPLE: ['person', 'Person'],
  PLACES: ['place', 'Place'],
  LANGUAGE: ['language', 'Language'],
  ALT_TEXT: ['description', 'Description'],
  CAPTION: ['caption', 'Caption'],
  OCR_TEXT: ['text-in-picture', 'Text in the picture'],
  OBJECTS: ['shown', 'Shown'],
  TRANSCRIPT: ['transcript', 'Transcript'],
  DOCUMENT_TEXT: ['text', 'Text'],
  TITLE: ['title', 'Title'],
  CREATOR: ['creator', 'Creator'],
  SOURCE_DATE: ['source-date', 'Date of the source'],
  SOURCE_SITE: ['source-site', 'Site'],
  SOURCE_IMAGE: ['source-image', 'Picture of the source'],
  LICENCE: ['licence', 'Licence'],
};

/** Values as facts, one each. */
export function factsOf(field: ProposalField, values: readonly string[]): Fact[] {
  const [key, label] = NAMES[field];
  return values.map((value) => ({ key, label, value }));
}

export const isSameFact = (one: Fact, other: Fact): boolean =>
  one.key === other.key && one.value === other.value;

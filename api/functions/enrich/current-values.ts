/** Where the value of a proposal stands once it is accepted, as far as the entity has a field for it. */
import type { Proposal, ProposalField } from '../../enrichment.ts';
import type { Item } from '../../ports/table/port.ts';

const ATTRIBUTES: Record<Proposal['entity'], Partial<Record<ProposalField, string>>> = {
  PROJECT: {
    SUMMARY: 'description',
    TAGS: 'tags',
    MEDIUM: 'medium',
    PERIOD: 'period',
    PLACES: 'places',
    LANGUAGE: 'language',
  },
  ASSET: { ALT_TEXT: 'altText', CAPTION: 'caption' },
  INSPIRATION: { TITLE: 'title', CREATOR: 'creator', LICENCE: 'licence', SUMMARY: 'note', TAGS: 'tags' },
  LOG: {},
};

/** What stands in the field now; nothing where it is empty, or there is no such field. */
export function currentValues(entity: Proposal['entity'], field: ProposalField, item: Item): string[] {
  const attribute = ATTRIBUTES[entity][field];
  const value = attribute === undefined ? undefined : item[attribute];
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  return Array.isArray(value) ? (value as string[]) : [];
}

/** Values that do not stand there already, whatever their case. */
export function newValues(values: readonly string[], current: readonly string[]): string[] {
  const known = new Set(current.map((value) => value.trim().toLowerCase()));
  return values.filter((value) => !known.has(value.trim().toLowerCase()));
}

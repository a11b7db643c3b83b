/** What accepting a proposal changes. Resolvers show it, the function `proposals` writes it: one table for both. */
import type { ProposalEntity, ProposalField } from '../../types.gen.ts';

export interface Target {
  entity: ProposalEntity;
  /** Null where something new is made. */
  id: string | null;
  field: string;
  /** A text is replaced, a list and facts are added to, a new entry of the log is made. */
  kind: 'TEXT' | 'LIST' | 'FACTS' | 'LOG';
}

/** Fields that hold one text, or a list, by entity. Whatever else is proposed becomes facts. */
const TEXTS: Record<string, Record<string, string>> = {
  PROJECT: {
    SUMMARY: 'description',
    MEDIUM: 'medium',
    PERIOD: 'period',
    LANGUAGE: 'language',
    TITLE: 'title',
    LICENCE: 'licence',
  },
  ASSET: { ALT_TEXT: 'altText', CAPTION: 'caption' },
  LOG: { TITLE: 'title', LANGUAGE: 'language' },
  INSPIRATION: { TITLE: 'title', CREATOR: 'creator', LICENCE: 'licence' },
};
const LISTS: Record<string, Record<string, string>> = {
  PROJECT: { TAGS: 'tags', PLACES: 'places' },
  LOG: { TAGS: 'tags' },
  INSPIRATION: { TAGS: 'tags' },
};
const LOGS = ['TRANSCRIPT', 'DOCUMENT_TEXT'];

/** Of what a proposal says of itself. Assets and log entries have no facts: theirs stand with their project. */
export function targetOf(of: {
  entity: ProposalEntity;
  entityId: string;
  field: ProposalField;
  projectId?: string | null;
}): Target {
  const { entity, entityId, field, projectId } = of;
  if (LOGS.includes(field)) {
    return { entity: 'LOG', id: null, field: 'body', kind: 'LOG' };
  }
  const text = (TEXTS[entity] ?? {})[field];
  if (text !== undefined) {
    return { entity, id: entityId, field: text, kind: 'TEXT' };
  }
  const list = (LISTS[entity] ?? {})[field];
  if (list !== undefined) {
    return { entity, id: entityId, field: list, kind: 'LIST' };
  }
  if (entity === 'PROJECT' || entity === 'INSPIRATION') {
    return { entity, id: entityId, field: 'facts', kind: 'FACTS' };
  }
  return { entity: 'PROJECT', id: projectId ?? null, field: 'facts', kind: 'FACTS' };
}

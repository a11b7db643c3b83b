import type { PublicationState } from '../../types.gen.ts';

/** How the draft stands to its public form. */
export function stateOf(item: { version: number; publishedVersion?: number | null }): PublicationState {
  if (item.publishedVersion === undefined || item.publishedVersion === null) {
    return 'DRAFT';
  }
  return item.publishedVersion === item.version ? 'PUBLISHED' : 'CHANGED';
}

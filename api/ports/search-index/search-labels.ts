/** What a document is filtered by and counted under, the same in both twins. Pure. */
import type { Facet, SearchDocument } from './port.ts';
import { centuries, foldValue } from './search-text.ts';

/** Facets, and two that are filtered by and never counted. */
export type LabelKind = Facet | 'tenant' | 'project';

/** What a document is labelled with. */
export function labelsOf(document: SearchDocument): Array<{ facet: LabelKind; label: string }> {
  const values: Array<[LabelKind, Array<string | undefined>]> = [
    ['tenant', [document.tenantId]],
    ['project', [document.projectId]],
    ['kind', [document.kind]],
    ['medium', [document.medium]],
    ['classification', [document.classification]],
    ['tag', document.tags ?? []],
    ['colour', document.colours ?? []],
    ['licence', [document.licence]],
    ['language', [document.language]],
    ['century', centuries(document.yearFrom, document.yearTo)],
  ];
  return values.flatMap(([facet, labels]) =>
    labels.flatMap((label) => (label !== undefined && foldValue(label) !== '' ? [{ facet, label }] : [])),
  );
}

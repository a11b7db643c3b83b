/** Documents as they stand in OpenSearch: themselves, and beside them what is filtered by and counted. Pure. */
import { modelField, vectorField, type Side } from './aws-template.ts';
import type { SearchDocument, Vector, VectorChange } from './port.ts';
import { labelsOf } from './search-labels.ts';
import { foldValue } from './search-text.ts';

/** Between a value as it is compared and as it is written: in no value, since folding makes it a space. */
const APART = '\u001f';

/** What stands under a key. A removed one stays without texts, so that a late older state does not come back. */
export interface Stored extends Partial<SearchDocument> {
  docKey: string;
  tenantId: string;
  version: number;
  removed: boolean;
  textModel?: string;
  imageModel?: string;
  [vector: `${Side}Vector${number}`]: number[];
}

/** Fields of vectors: large, and read only where they are needed. */
export const VECTOR_FIELDS = ['textVector*', 'imageVector*'];

export function storedDocument(document: SearchDocument): Stored {
  const is: Record<string, string[]> = {};
  const counted: Record<string, string[]> = {};
  for (const { facet, label } of labelsOf(document)) {
    const value = foldValue(label);
    const before = (is[facet] ??= []);
    if (before.includes(value)) continue;
    before.push(value);
    if (facet !== 'tenant' && facet !== 'project') (counted[facet] ??= []).push(value + APART + label.trim());
  }
  const years = [document.yearFrom, document.yearTo].filter((year) => year !== undefined);
  const stored = {
    ...document,
    removed: false,
    is,
    counted,
    ...(years.length > 0 && { firstYear: Math.min(...years), lastYear: Math.max(...years) }),
  };
  return stored;
}

export const storedRemoval = (remove: { docKey: string; tenantId: string; version: number }): Stored => ({
  ...remove,
  removed: true,
});

/** A document with vectors set, or taken out with null; what is absent stays. */
export function withVectors(stored: Stored, change: VectorChange): Stored {
  const next: Stored = { ...stored };
  for (const side of ['text', 'image'] as const) {
    const vector = change[side];
    if (vector === undefined) continue;
    for (const key of Object.keys(next))
      if (key.startsWith(`${side}Vector`)) delete next[key as keyof Stored];
    delete next[`${side}Model`];
    if (vector) {
      next[modelField(side) as `${Side}Model`] = vector.model;
      next[vectorField(side, vector.values.length) as `${Side}Vector${number}`] = [...vector.values];
    }
  }
  return next;
}

/** The vector of a document. */
export function vectorOf(stored: Stored, side: Side): Vector | undefined {
  const model = stored[`${side}Model`];
  const field = Object.keys(stored).find((key) => key.startsWith(`${side}Vector`));
  if (model === undefined || field === undefined) return undefined;
  return { model, values: Float32Array.from(stored[field as `${Side}Vector${number}`] ?? []) };
}

/** A counted value, as compared and as written. */
export function countedValue(key: string): { value: string; label: string } {
  const at = key.indexOf(APART);
  return { value: key.slice(0, at), label: key.slice(at + 1) };
}

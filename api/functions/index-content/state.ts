/** What the index should hold of a thing, with what its vectors are made of. */
import type { Change, SearchDocument } from '../../ports/search-index/port.ts';

/** A document with the media store's key of its picture, or a removal. The index takes it as a change. */
export type State = { document: SearchDocument; picture?: string } | Extract<Change, { remove: unknown }>;

/** Width from which a picture says enough of its look. */
const ENOUGH = 160;

/** The smallest size of a picture that says enough, or the largest there is. */
export function smallest<T extends { width: number }>(variants: readonly T[]): T | undefined {
  const bySize = variants.toSorted((a, b) => a.width - b.width);
  return bySize.find(({ width }) => width >= ENOUGH) ?? bySize.at(-1);
}

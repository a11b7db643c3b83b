/** How projects and pages differ in what stands for them: pure functions, so that any thread can work them out. */
import type { PageCard, PageDocument, ProjectDocument } from '#api/ports/public-content/port.ts';
import { cardOf, type Output, type Owner, pageCardOf, pageOutputs, projectOutputs } from './outputs.ts';
import type { EntityRecord } from './records.ts';

export type Document = ProjectDocument | PageDocument;

export interface Shape {
  kind: 'project' | 'page';
  /** The name as an address below the portfolio. */
  place(name: string): string;
  /** Old names that lead to this one, from `movedNames`. */
  movedTo(moved: ReadonlyMap<string, string[]>, name: string): string[];
  nameOf(document: Document): string;
  card(document: Document): string;
  outputs(owner: Owner, document: Document, moved: readonly string[], siblings: PageCard[]): Output[];
}

const prefix = 'pages/';

export const SHAPES: Record<'project' | 'page', Shape> = {
  project: {
    kind: 'project',
    place: (slug) => slug,
    movedTo: (moved, slug) => (moved.get(slug) ?? []).filter((place) => !place.includes('/')),
    nameOf: (document) => (document as ProjectDocument).slug,
    card: (document) => cardOf(document as ProjectDocument),
    outputs: (owner, document, moved) => projectOutputs(owner, document as ProjectDocument, moved),
  },
  page: {
    kind: 'page',
    place: (path) => prefix + path,
    movedTo: (moved, path) =>
      (moved.get(prefix + path) ?? [])
        .filter((place) => place.startsWith(prefix))
        .map((place) => place.slice(prefix.length)),
    nameOf: (document) => (document as PageDocument).path,
    card: (document) => pageCardOf(document as PageDocument),
    outputs: (owner, document, moved, siblings) =>
      pageOutputs(owner, document as PageDocument, moved, siblings),
  },
};

/** What to note of a document. */
export const recordOf = (shape: Shape, document: Document, moved: string[]): EntityRecord => ({
  name: shape.nameOf(document),
  moved,
  card: shape.card(document),
  version: document.version,
  publishedAt: document.publishedAt,
});

/** What stands for a document when all of it is published: its id, its old names, and what is noted. */
export function standing(
  shape: Shape,
  document: Document,
  names: ReadonlyMap<string, string[]>,
): { id: string; moved: string[]; record: EntityRecord } {
  const moved = shape.movedTo(names, shape.nameOf(document));
  return { id: document.id, moved, record: recordOf(shape, document, moved) };
}

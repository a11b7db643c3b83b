/**
 * The name of one attempt to publish something, which its pieces carry: whose it is, the how-manieth change of the
 * public form it would be, and the attempt. The draft counts these changes in `publication`; of attempts with the same
 * number at most one comes to stand.
 */
import type { Item } from '../../ports/table/port.ts';

const DIGITS = 10;

/** How often the public form was replaced or taken down so far. */
export const publicationOf = (draft: Item): number => (draft.publication ?? 0) as number;

/** Begins all generations of an entity. */
export const generationsOf = (id: string): string => `${id}.`;

export const generationOf = (id: string, publication: number, attempt: string): string =>
  `${generationsOf(id)}${String(publication).padStart(DIGITS, '0')}.${attempt}`;

/** Whether nobody reads the pieces of a generation any more, and nobody ever will. */
export function isOver(generation: string, draft: Item): boolean {
  const number = Number(generation.split('.')[1]);
  return generation !== draft.generation && number <= publicationOf(draft);
}

/** The condition that nobody changed the draft or its public form meanwhile. */
export const unchanged = (draft: Item) => ({
  expression: `#version = :expected AND attribute_not_exists(deletedAt) AND ${
    draft.publication === undefined ? 'attribute_not_exists(publication)' : 'publication = :was'
  }`,
  names: { '#version': 'version' },
  values: {
    ':expected': draft.version,
    ...(draft.publication !== undefined && { ':was': draft.publication }),
  },
});

import type { CreateInspirationInput, Inspiration } from '../../types.gen.ts';
import { inspirationSk, tenantCollection, tenantKey } from './keys.ts';
import { createInspirationInputDefaults } from './rules.gen.ts';
import { held, pick, type Attributes } from './expression.ts';

/** Lists show whole inspirations. */
export const INSPIRATION_CARD = [
  'title',
  'creator',
  'sourceUrl',
  'note',
  'tags',
  'licence',
  'facts',
  'audience',
  'externalRef',
  'updatedAt',
  'updatedBy',
];

export const inspirationKey = (tenantId: string, id: string) => tenantKey(tenantId, inspirationSk(id));

/** The item of a new inspiration. */
export function inspirationItem(
  tenantId: string,
  id: string,
  input: CreateInspirationInput,
  stamped: Attributes,
): Attributes {
  const { updatedAt } = stamped as { updatedAt: string };
  const item: Attributes = {
    ...createInspirationInputDefaults,
    ...held(input as Attributes),
    ...stamped,
    entity: 'inspiration',
    id,
    tenantId,
    version: 1,
    createdAt: updatedAt,
    collection: tenantCollection(tenantId, 'INSPIRATION'),
    changedAt: `${updatedAt}#${id}`,
    createdId: id,
  };
  return { ...item, card: { ...pick(item, INSPIRATION_CARD), id, version: 1, createdAt: updatedAt } };
}

export const inspirationView = (item: Record<string, unknown>): Inspiration => item as unknown as Inspiration;

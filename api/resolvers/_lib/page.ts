import type { CreatePageInput, Page, PageCard } from '../../types.gen.ts';
import { pageSk, tenantCollection, tenantKey } from './keys.ts';
import { createPageInputDefaults } from './rules.gen.ts';
import { stateOf } from './state.ts';
import { held, pick, type Attributes } from './expression.ts';

/** What the card of a page repeats. */
export const PAGE_CARD = ['path', 'title', 'visibility', 'updatedAt', 'publishedVersion', 'publishedAt'];

export const pageKey = (tenantId: string, id: string) => tenantKey(tenantId, pageSk(id));

/** The item of a new page. */
export function pageItem(
  tenantId: string,
  id: string,
  input: CreatePageInput,
  stamped: Attributes,
): Attributes {
  const { updatedAt } = stamped as { updatedAt: string };
  const item: Attributes = {
    ...createPageInputDefaults,
    ...held(input as Attributes),
    ...stamped,
    entity: 'page',
    id,
    tenantId,
    version: 1,
    createdAt: updatedAt,
    collection: tenantCollection(tenantId, 'PAGE'),
    changedAt: `${updatedAt}#${id}`,
    createdId: id,
  };
  return { ...item, card: { ...pick(item, PAGE_CARD), id, version: 1, createdAt: updatedAt } };
}

/** The page as the API shows it. */
export function pageView(item: Record<string, unknown>): Page {
  const page = item as unknown as Page;
  return { ...page, state: stateOf(page) };
}

/** The card as the API shows it. */
export function pageCardView(card: PageCard): PageCard {
  return { ...card, state: stateOf(card) };
}

/** Lists made from documents at hand, as the table's index would answer them. */
import { workCard, workOrder } from '#api/ports/public-content/cards.ts';
import type { ProjectDocument, WorkCard } from '#api/ports/public-content/port.ts';

/** What lists show of a work, and the key that orders it among the others. */
export interface ListedWork {
  order: string;
  card: WorkCard;
}

/** How a work is listed; null for one that no list shows. */
export const listed = (work: ProjectDocument): ListedWork | null =>
  work.visibility === 'LISTED' ? { order: workOrder(work), card: workCard(work) } : null;

/** The works as their portfolio shows them: by the bytes of their keys, as DynamoDB sorts text. */
export const inOrder = (works: readonly ListedWork[]): WorkCard[] =>
  works
    .map(({ order, card }) => ({ order: Buffer.from(order), card }))
    .sort((a, b) => Buffer.compare(a.order, b.order))
    .map(({ card }) => card);

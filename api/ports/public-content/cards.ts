/** What lists show of a work, and where it stands among the others: the same wherever it is made. */
import { fold } from '../../functions/publish/fold.ts';
import type { ProjectDocument, WorkCard } from './port.ts';

/** Far beyond any year, so that a later one sorts first. */
const AFTER_ALL_YEARS = 20_000;

/** What lists show of a work. */
export function workCard(document: ProjectDocument): WorkCard {
  const { id, slug, title, language, dateText, yearStart, medium, cover, publishedAt } = document;
  return { id, slug, title, language, dateText, yearStart, medium, cover, publishedAt };
}

/** The key that listed works are ordered by: latest date of making first, then by title; works without a year last. */
export function workOrder(document: ProjectDocument): string {
  const year = document.yearEnd ?? document.yearStart;
  const rank = typeof year === 'number' ? AFTER_ALL_YEARS - year : 99_999;
  return `${String(rank).padStart(5, '0')}#${fold(document.title)}#${document.id}`;
}

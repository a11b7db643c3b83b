/** The list of pages beside each page. */
import { docsPath } from '../looks/address.ts';
import type { PageCard } from '../view.ts';

interface Link {
  label: string;
  link: string;
}

/** A group of pages as Starlight takes it. */
export interface Group {
  label: string;
  items: Link[];
  collapsed?: boolean;
}

/** Groups by the first part of a path; a page without one is a guide. */
const GROUPS: ReadonlyArray<{ part: string; label: string }> = [
  { part: '', label: 'Guides' },
  { part: 'operating', label: 'Operating' },
  { part: 'rest', label: 'REST reference' },
  { part: 'graphql', label: 'GraphQL reference' },
  { part: 'problems', label: 'Problems' },
];

/** The group whose pages are many and looked up from elsewhere. */
const CLOSED = 'problems';

const partOf = (path: string): string => {
  const known = GROUPS.find(({ part }) => part !== '' && (path === part || path.startsWith(`${part}/`)));
  return known?.part ?? '';
};

/**
 * Groups of links, in the order of the pages.
 * @param current path of the page that is shown: its group is open
 */
export function sidebarOf(pages: readonly PageCard[], current: string): Group[] {
  return GROUPS.flatMap(({ part, label }) => {
    const items = pages
      .filter(({ path }) => partOf(path) === part)
      .map(({ path, title }) => ({ label: path === part ? 'Overview' : title, link: docsPath(path) }));
    if (items.length === 0) return [];
    return [{ label, items, collapsed: part === CLOSED && partOf(current) !== part }];
  });
}

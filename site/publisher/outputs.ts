/**
 * What stands in the store for a piece of public content: pages and redirects. Pure functions of the present public
 * state, so that events in any order and a run over everything end in the same bytes.
 */
import { createHash } from 'node:crypto';
import type {
  PageCard,
  PageDocument,
  ProjectDocument,
  PublicTenant,
} from '#api/ports/public-content/port.ts';
import { docsPath, pagePath, portfolioPath, workPath } from '../looks/address.ts';
import type { View } from '../view.ts';

/** A page to render, or an address that leads to another. `address` begins with a slash. */
export type Output =
  | { kind: 'page'; address: string; view: Omit<View, 'site'> }
  | { kind: 'redirect'; address: string; location: string };

/** The tenant as its pages see it. */
export type Owner = Pick<PublicTenant, 'tenantId' | 'handle' | 'oldHandles' | 'profile'> & {
  /** Its pages are the documentation, below `/docs/`. */
  docs: boolean;
};

const masthead = ({ handle, profile }: Owner): { handle: string; name: string } => ({
  handle,
  name: profile.name,
});
const below = (handle: string, name: string): string => `/@${handle}/${name}/`;

/** Redirects to `address` from the same place below old handles, and from old names below all of them. */
function redirects(owner: Owner, address: string, name: string, moved: readonly string[]): Output[] {
  const handles = [owner.handle, ...owner.oldHandles];
  return handles
    .flatMap((handle) => [name, ...moved].map((from) => below(handle, from)))
    .filter((from) => from !== address)
    .map((from) => ({ kind: 'redirect', address: from, location: address }));
}

/** A work's page and what leads to it. `moved` are its old slugs. */
export const projectOutputs = (owner: Owner, work: ProjectDocument, moved: readonly string[]): Output[] => {
  const address = workPath(owner.handle, work.slug);
  return [
    { kind: 'page', address, view: { work: { masthead: masthead(owner), work } } },
    ...redirects(owner, address, work.slug, moved),
  ];
};

/**
 * A text page and what leads to it. `moved` are its old paths, `siblings` the
 * pages that documentation lists beside it.
 */
export const pageOutputs = (
  owner: Owner,
  page: PageDocument,
  moved: readonly string[],
  siblings: PageCard[],
): Output[] => {
  if (owner.docs) {
    const address = docsPath(page.path);
    return [
      { kind: 'page', address, view: { docs: { page, pages: siblings } } },
      ...moved.map((from): Output => ({ kind: 'redirect', address: docsPath(from), location: address })),
    ];
  }
  const address = pagePath(owner.handle, page.path);
  return [
    { kind: 'page', address, view: { page: { masthead: masthead(owner), page } } },
    ...redirects(
      owner,
      address,
      `pages/${page.path}`,
      moved.map((from) => `pages/${from}`),
    ),
  ];
};

/** Redirects from the front pages of old handles. */
export const handleOutputs = (owner: Owner): Output[] =>
  owner.oldHandles.map((old) => ({
    kind: 'redirect',
    address: portfolioPath(old),
    location: portfolioPath(owner.handle),
  }));

/** The address in the store's form: without the leading slash. */
export const storePath = (address: string): string => address.slice(1);

/** Short fingerprint of a value. */
export const fingerprint = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16);

/** Fingerprint of what lists show of a work and of what orders them; empty for works that no list shows. */
export const cardOf = (work: ProjectDocument): string =>
  work.visibility === 'LISTED'
    ? fingerprint([
        work.slug,
        work.title,
        work.language,
        work.dateText,
        work.yearStart,
        work.yearEnd,
        work.cover,
      ])
    : '';

/** Fingerprint of what lists show of a page; empty for pages that no list shows. */
export const pageCardOf = (page: PageDocument): string =>
  page.visibility === 'LISTED' ? fingerprint([page.path, page.title, page.summary, page.sortOrder]) : '';

/** Fingerprint of what all pages of a tenant show of it. */
export const mastheadOf = (owner: Owner): string =>
  fingerprint([owner.handle, owner.oldHandles, owner.profile.name]);

/**
 * Old names by where they lead at last: chains of renames are followed, rings are left out.
 * @param pairs `from` and `to` are addresses below the portfolio
 */
export function movedNames(pairs: ReadonlyArray<{ from: string; to: string }>): Map<string, string[]> {
  const next = new Map(pairs.map(({ from, to }) => [from, to]));
  const moved = new Map<string, string[]>();
  for (const from of [...next.keys()].sort()) {
    let to = from;
    const seen = new Set<string>();
    while (next.has(to) && !seen.has(to)) {
      seen.add(to);
      to = next.get(to)!;
    }
    if (!seen.has(to)) moved.set(to, [...(moved.get(to) ?? []), from]);
  }
  return moved;
}

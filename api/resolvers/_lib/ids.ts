import { notFound } from './errors.ts';

/** Arguments that become a part of a key. */
const KEYED = ['id', 'projectId', 'inspirationId', 'uid'];

/**
 * Keys are ids joined by `#`, so no id holds one: what looks like an id and is two, such as a project's and a log
 * entry's, is nothing that anybody has.
 */
export function requireIds(args: Record<string, unknown>): void {
  for (const name of KEYED) {
    const id = args[name];
    if (typeof id === 'string' && id.includes('#')) {
      notFound('entry', id, name);
    }
  }
}

/** Whether a slug may be one: `#` begins the number of a piece, `/` a path. */
export const isOneName = (slug: string): boolean => !slug.includes('#') && !slug.includes('/');

/** Cursors of searches: bound to who asks what, and to how the first page was looked for. */
import { createHash } from 'node:crypto';
import type { SearchMode } from '../../types.gen.ts';
import { Problem } from '../publish/problem.ts';

/** Where a search goes on. */
export interface Position {
  /** How the pages before were looked for: one search does not change its order in between. */
  mode: SearchMode;
  /** The index's own cursor. */
  after: string;
}

/** A short name of a search: all that decides what is found and in which order. */
export function searchOf(scope: string, tenantId: string, args: object): string {
  const { limit: _limit, cursor: _cursor, facets: _facets, ...asked } = args as Record<string, unknown>;
  const told = Object.entries(asked)
    .filter(([, value]) => value !== null && value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([scope, tenantId, told]))
    .digest('base64url')
    .slice(0, 16);
}

export const writeCursor = (search: string, { mode, after }: Position): string =>
  Buffer.from(JSON.stringify([search, mode, after])).toString('base64url');

/** Modes that may have gone over to words. */
const WITH_WORDS: readonly SearchMode[] = ['HYBRID', 'SEMANTIC'];

/**
 * @param wanted the mode that the arguments ask for: what goes on in another was never given out
 * @throws Problem `BadInput` for a cursor of another search, or none at all
 */
export function readCursor(search: string, cursor: string, wanted: SearchMode): Position {
  try {
    const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown;
    if (Array.isArray(parts) && parts.length === 3 && parts[0] === search) {
      const [, mode, after] = parts as [unknown, unknown, unknown];
      const isGiven = mode === wanted || (mode === 'TEXT' && WITH_WORDS.includes(wanted));
      if (typeof after === 'string' && isGiven) return { mode: mode as SearchMode, after };
    }
  } catch {
    // No JSON, so no cursor of ours.
  }
  throw badCursor(cursor);
}

export const badCursor = (received: string): Problem =>
  new Problem('BadInput', `cursor is not one that this search gave. Received: ${received.slice(0, 80)}.`, {
    field: 'cursor',
    received: received.slice(0, 80),
    fix: 'Send the `next` of the page before, unchanged, with the same arguments; or leave it out.',
  });

/** Cursors of searches: how far one has come, bound to who asked and what for. */
import { createHash } from 'node:crypto';
import { InvalidSearchCursor, type Asker, type SearchQuery, type Vector } from './port.ts';

/** Hits of one query that can be paged through. */
export const REACH = 1_000;

/** A cursor for the page that begins after `offset` hits. */
export const writeCursor = (asker: Asker, query: SearchQuery, offset: number): string =>
  Buffer.from(`${offset}.${fingerprint(asker, query)}`).toString('base64url');

/**
 * Hits that stand before the page asked for.
 * @throws InvalidSearchCursor
 */
export function readCursor(asker: Asker, query: SearchQuery): number {
  if (query.after === undefined) return 0;
  const offset = /^(\d{1,4})\./u.exec(Buffer.from(query.after, 'base64url').toString())?.[1];
  if (offset === undefined || Number(offset) > REACH) {
    throw new InvalidSearchCursor(
      `This is no cursor of a search: begin again without one. Received: ${query.after.slice(0, 80)}`,
    );
  }
  if (query.after !== writeCursor(asker, query, Number(offset))) {
    throw new InvalidSearchCursor(
      'This cursor is of another search: words, filters and mode must stay as they were, or begin without one.',
    );
  }
  return Number(offset);
}

function fingerprint(asker: Asker, query: SearchQuery): string {
  const { mode, text = '', like, filters = {} } = query;
  const asked = [
    asker.scope,
    asker.scope === 'tenant' ? asker.tenantId : '',
    mode,
    text,
    like ?? '',
    Object.entries(filters)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ];
  const hash = createHash('sha256').update(JSON.stringify(asked));
  for (const vector of [query.vector, query.image]) hash.update(vector ? bytesOf(vector) : '-');
  return hash.digest('base64url').slice(0, 22);
}

const bytesOf = ({ model, values }: Vector): Buffer =>
  Buffer.concat([
    Buffer.from(`${model}\0`),
    Buffer.from(values.buffer, values.byteOffset, values.byteLength),
  ]);

/** A query to the local twin, from its words and vectors to the answer. */
import type { Database } from './local-database.ts';
import { narrowing, type Narrowing } from './local-labels.ts';
import { matchedSql, textMatches, wantedOf, type Matches, type Wanted } from './local-text.ts';
import { ownerOf } from './local-write.ts';
import {
  COUNTED,
  type Asker,
  type Hit,
  type SearchAnswer,
  type SearchDocument,
  type SearchQuery,
} from './port.ts';
import { REACH, readCursor, writeCursor } from './search-cursor.ts';

const MOST_HITS = 100;
const NOTHING: SearchAnswer = { hits: [], facets: {}, total: { count: 0, atLeast: false } };

/** What was found, before it is cut into pages. */
interface Found {
  /** The best, best first: at most as many as asked for. */
  ids: number[];
  /** A statement that answers the ids of all of it, and its parameters. */
  all: { sql: string; values: string[] };
  wanted?: Wanted;
  without?: 'vectors';
}

/** @throws InvalidSearchCursor */
export function answer(database: Database, asker: Asker, query: SearchQuery): SearchAnswer {
  const offset = readCursor(asker, query);
  const limit = Math.min(MOST_HITS, Math.max(1, Math.trunc(query.limit) || 1));
  const tenantId = asker.scope === 'tenant' ? asker.tenantId : undefined;
  const owner = ownerOf(database, asker.scope, tenantId ?? '');
  if (owner === undefined) return NOTHING;
  const narrow = narrowing(database, owner, tenantId, query.filters ?? {});
  if (!narrow) return NOTHING;
  const found = find(database, { owner, narrow, query, most: Math.min(REACH, offset + limit) + 1 });
  const page = found.ids.slice(offset, offset + limit);
  const more = found.ids.length > offset + limit && offset + limit < REACH;
  return {
    hits: hitsOf(database, tenantId, page, offset),
    facets: {},
    total: totalOf(database, found),
    ...(more ? { next: writeCursor(asker, query, offset + limit) } : {}),
    ...(found.without ? { without: found.without } : {}),
  };
}

interface Search {
  owner: number;
  narrow: Narrowing;
  query: SearchQuery;
  /** Ids wanted, at most. */
  most: number;
}

function find(database: Database, search: Search): Found {
  const { owner, narrow, query, most } = search;
  const text = query.text ?? '';
  if (text.trim() === '') return latest(database, narrow, most);
  const wanted = wantedOf(database, owner, narrow.tokens, text);
  const matches = textMatches(database, wanted, narrow, most);
  return matches
    ? { ...ofWords(matches), wanted }
    : { ids: [], all: { sql: 'SELECT 0 AS id WHERE 0', values: [] } };
}

const ofWords = ({ ids, match }: Matches): Found => ({
  ids,
  all: { sql: matchedSql(match, COUNTED + 1), values: [match.expression] },
});

/** What is filtered and nothing else, latest first. */
function latest(database: Database, narrow: Narrowing, most: number): Found {
  const from = `FROM document WHERE removed = 0${narrow.all('document.id')}`;
  return {
    ids: database.all(`SELECT id ${from} ORDER BY at DESC, id LIMIT ${most}`).map(({ id }) => Number(id)),
    all: { sql: `SELECT id ${from} LIMIT ${COUNTED + 1}`, values: [] },
  };
}

function totalOf(database: Database, { all }: Found): SearchAnswer['total'] {
  const count = Number(database.get(`SELECT count(*) AS n FROM (${all.sql})`, ...all.values)?.n);
  return { count: Math.min(count, COUNTED), atLeast: count > COUNTED };
}

function hitsOf(database: Database, tenantId: string | undefined, ids: number[], offset: number): Hit[] {
  return ids.flatMap((id, index) => {
    const json = database.get('SELECT json FROM content WHERE id = ?', id)?.json;
    const document = JSON.parse(String(json)) as SearchDocument;
    // What FTS narrowed already: a second lock before anything leaves.
    if (tenantId !== undefined && document.tenantId !== tenantId) return [];
    const { docKey, kind, entityId, projectId, path, title, version } = document;
    return [
      {
        docKey,
        tenantId: document.tenantId,
        kind,
        entityId,
        ...(projectId === undefined ? {} : { projectId }),
        ...(path === undefined ? {} : { path }),
        title,
        version,
        score: 1 / (offset + index + 1),
        highlights: [],
      },
    ];
  });
}

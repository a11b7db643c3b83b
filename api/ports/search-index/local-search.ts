/** A query to the local twin, from what was found to the page that is answered. */
import type { Database } from './local-database.ts';
import { facetsOf } from './local-facets.ts';
import { find, likeOf, type Found } from './local-find.ts';
import { narrowing } from './local-labels.ts';
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
import { highlightsOf } from './search-highlights.ts';
import { meantText } from './search-text.ts';

const MOST_HITS = 100;
const NOTHING: SearchAnswer = { hits: [], facets: {}, total: { count: 0, atLeast: false } };

/** @throws InvalidSearchCursor */
export function answer(database: Database, asker: Asker, query: SearchQuery): SearchAnswer {
  const offset = readCursor(asker, query);
  const limit = Math.min(MOST_HITS, Math.max(1, Math.trunc(query.limit) || 1));
  const tenantId = asker.scope === 'tenant' ? asker.tenantId : undefined;
  const owner = ownerOf(database, asker.scope, tenantId ?? '');
  if (owner === undefined) return NOTHING;
  const narrow = narrowing(database, owner, tenantId, query.filters ?? {});
  const like = query.mode === 'similar' ? likeOf(database, tenantId, query.like)?.document : undefined;
  const liked = like && {
    like: {
      docKey: like.docKey,
      tenantId: like.tenantId,
      kind: like.kind,
      ...(like.path !== undefined && { path: like.path }),
    },
  };
  if (!narrow) return { ...NOTHING, ...liked };
  const end = Math.min(REACH, offset + limit);
  const found = find(database, { owner, tenantId, narrow, query, most: end + 1 });
  const meant = found.worded && found.words ? meantText(query.text ?? '', found.words.corrected) : undefined;
  return {
    hits: hitsOf(database, tenantId, found, offset, end),
    facets: facetsOf(database, found.all, query.facets ?? []),
    total: { count: Math.min(found.all.length, COUNTED), atLeast: found.all.length > COUNTED },
    ...(meant === undefined ? {} : { didYouMean: meant }),
    ...(found.ids.length > end && end < REACH ? { next: writeCursor(asker, query, end) } : {}),
    ...(found.without ? { without: found.without } : {}),
    ...liked,
  };
}

function hitsOf(
  database: Database,
  tenantId: string | undefined,
  { ids, words }: Found,
  from: number,
  to: number,
): Hit[] {
  return ids.slice(from, to).flatMap((id, index) => {
    const json = database.get('SELECT json FROM content WHERE id = ?', id)?.json;
    const document = JSON.parse(String(json)) as SearchDocument;
    // The tables narrowed it already: a second lock before anything leaves.
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
        // By place: measures of words would tell how frequent they are with others.
        score: 1 / (from + index + 1),
        highlights: words ? highlightsOf(document, words) : [],
      },
    ];
  });
}

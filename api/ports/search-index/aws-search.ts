/** A query to OpenSearch, from what was found to the page that is answered. */
import type { Stored } from './aws-documents.ts';
import { VECTOR_FIELDS } from './aws-documents.ts';
import { facetsOf } from './aws-filters.ts';
import { find, type Found } from './aws-find.ts';
import type { Searches } from './aws-searches.ts';
import type { Asker, Hit, SearchAnswer, SearchDocument, SearchQuery } from './port.ts';
import { REACH, readCursor, writeCursor } from './search-cursor.ts';
import { highlightsOf } from './search-highlights.ts';
import { meantText } from './search-text.ts';

const MOST_HITS = 100;
/** Rows that are read for one key, at most: collections without ids of ours may hold doubles. */
const DOUBLES = 5;

/**
 * Pages are cut from the first `REACH` hits: a cursor says how many stand before it, never a score, which would tell
 * how frequent words are with other tenants.
 * @throws InvalidSearchCursor, SearchUnavailable
 */
export async function answer(searches: Searches, asker: Asker, query: SearchQuery): Promise<SearchAnswer> {
  const offset = readCursor(asker, query);
  const limit = Math.min(MOST_HITS, Math.max(1, Math.trunc(query.limit) || 1));
  const end = Math.min(REACH, offset + limit);
  const found = await find(searches, asker, query, Math.min(REACH, end + 1));
  const meant = found.worded && found.words ? meantText(query.text ?? '', found.words.corrected) : undefined;
  const { like } = found;
  return {
    hits: await hitsOf(searches, asker, found, offset, end),
    facets: facetsOf(query.facets ?? [], found.facets),
    total: found.total,
    ...(meant === undefined ? {} : { didYouMean: meant }),
    ...(found.keys.length > end && end < REACH ? { next: writeCursor(asker, query, end) } : {}),
    ...(found.without ? { without: found.without } : {}),
    ...(like && {
      like: {
        docKey: like.docKey,
        tenantId: like.tenantId,
        kind: like.kind,
        ...(like.path !== undefined && { path: like.path }),
      },
    }),
  };
}

async function hitsOf(
  searches: Searches,
  asker: Asker,
  { keys, words }: Found,
  from: number,
  to: number,
): Promise<Hit[]> {
  const page = keys.slice(from, to);
  const documents = await newest(searches, asker, page);
  return page.flatMap((docKey, at) => {
    const document = documents.get(docKey);
    if (!document || document.removed) return [];
    const { tenantId, kind, entityId, projectId, path, title, version } = document;
    return [
      {
        docKey,
        tenantId,
        kind,
        entityId,
        ...(projectId === undefined ? {} : { projectId }),
        ...(path === undefined ? {} : { path }),
        title,
        version,
        // By place: measures of words would tell how frequent they are with others.
        score: 1 / (from + at + 1),
        highlights: words ? highlightsOf(document, words) : [],
      },
    ];
  });
}

type Whole = Stored & SearchDocument;

/** What stands under each key now, removals included, of the asker's alone: a second lock before anything leaves. */
async function newest(searches: Searches, asker: Asker, keys: string[]): Promise<Map<string, Whole>> {
  if (keys.length === 0) return new Map();
  const found = await searches.one({
    size: keys.length * DOUBLES,
    track_total_hits: false,
    _source: { excludes: [...VECTOR_FIELDS, 'is', 'counted'] },
    query: {
      bool: {
        filter: [
          { terms: { docKey: keys } },
          ...(asker.scope === 'tenant' ? [{ term: { tenantId: asker.tenantId } }] : []),
        ],
      },
    },
    sort: [{ version: 'asc' }],
  });
  return new Map(found.hits.hits.map(({ _source }) => [_source.docKey, _source as Whole]));
}

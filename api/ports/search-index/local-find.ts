/** What a query finds in the local twin: words, neighbours, or both fused. */
import { columns } from './local-columns.ts';
import type { Database } from './local-database.ts';
import type { Narrowing } from './local-labels.ts';
import { best } from './local-rank.ts';
import { textMatches, wordsOf, type Words } from './local-text.ts';
import { nearest, ownVector, wantedVector, type Neighbour, type Side } from './local-vectors.ts';
import type { SearchDocument, SearchQuery, Vector } from './port.ts';
import { REACH } from './search-cursor.ts';
import { besideWords, FUSION, NEIGHBOUR_WEIGHT, NEIGHBOURS } from './search-neighbours.ts';

/** What was found, before it is cut into pages. */
export interface Found {
  /** The best, best first. */
  ids: number[];
  /** All of it, in no order that tells anything. */
  all: readonly number[] | Int32Array;
  /** The words that were looked for. */
  words?: Words;
  /** Whether words found anything. */
  worded?: boolean;
  without?: 'vectors';
}

export interface Search {
  /** Whose words they are. */
  owner: number;
  /** Whose documents may be likened; everyone's where it is absent. */
  tenantId: string | undefined;
  narrow: Narrowing;
  query: SearchQuery;
  /** Ids wanted, at most. */
  most: number;
}

const NOTHING: Found = { ids: [], all: [] };

/** Finds what a query asks for. */
export function find(database: Database, search: Search): Found {
  const { query, narrow } = search;
  const text = query.text ?? '';
  const empty = text.trim() === '';
  switch (query.mode) {
    case 'text':
      return empty ? latest(database, search) : ofText(database, search, text);
    case 'similar':
      return similar(database, search);
    case 'image': {
      const near = neighbours(database, search, 'image', query.image);
      if (near) return ofNeighbours(near);
      return { ...(empty ? NOTHING : ofText(database, search, text)), without: 'vectors' };
    }
    case 'semantic':
    case 'hybrid': {
      if (empty && !query.vector) return latest(database, search);
      const near = neighbours(database, search, 'text', query.vector);
      if (query.mode === 'semantic' && near) {
        return { ...ofNeighbours(near), words: wordsOf(database, search.owner, narrow.tokens, text) };
      }
      const worded = empty ? NOTHING : ofText(database, { ...search, most: REACH }, text);
      if (!near) return { ...worded, without: 'vectors' };
      // The small model answers something for whatever it is sent, and nearness does not tell that from meaning. Words
      // that no document holds are what neighbours are for.
      return empty || READ.test(text) ? fused(worded, near) : worded;
    }
  }
}

/** What is near within the filters, which may be nothing; undefined where the asker has no vectors of the model. */
function neighbours(
  database: Database,
  { tenantId, narrow }: Search,
  side: Side,
  vector: Vector | undefined,
): Neighbour[] | undefined {
  const wanted = wantedVector(database, side, vector);
  if (!wanted) return undefined;
  const near = nearest(database, side, wanted, narrow, NEIGHBOURS);
  if (near.length > 0) return near;
  const own = { tokens: '', ...(tenantId !== undefined && { tenantId }) };
  return nearest(database, side, wanted, own, 1).length > 0 ? [] : undefined;
}

/** Letters that the model of this twin reads: it knows English alone. */
const READ = /\p{Script=Latin}/u;

/** What is filtered and nothing else, latest first. */
function latest(database: Database, { narrow, most }: Search): Found {
  const { starts, times, documents } = columns.of(database);
  const all = new Int32Array(documents);
  const found = new Float64Array(documents);
  let count = 0;
  // From the last, since what comes late is mostly late in the index as well, and then little has to be sorted.
  for (let docId = starts.length - 1; docId >= 0; docId -= 1) {
    if (starts[docId] === 0 || (narrow.all && !narrow.all(docId))) continue;
    all[count] = docId;
    found[count] = times[docId]!;
    count += 1;
  }
  const ids = all.subarray(0, count);
  return { ids: best(ids, found, most), all: ids };
}

function ofText(database: Database, { owner, narrow, most }: Search, text: string): Found {
  const words = wordsOf(database, owner, narrow.tokens, text);
  const matches = textMatches(database, words, narrow, most);
  if (!matches) return NOTHING;
  return { ...matches, words, worded: matches.ids.length > 0 };
}

const ofIds = (ids: number[]): Found => ({ ids, all: ids });

const ofNeighbours = (near: readonly Neighbour[]): Found => ofIds(near.map(({ id }) => id));

/** Found by words and by neighbours that are near enough, in reciprocal rank fusion. */
function fused(worded: Found, neighbours: readonly Neighbour[]): Found {
  const near = neighbours.slice(0, besideWords(neighbours.map(({ cosine }) => cosine))).map(({ id }) => id);
  // Those of the fewer neighbours that no word finds: words may find very many.
  const unworded = new Set(near);
  for (let at = 0; at < worded.all.length; at += 1) unworded.delete(worded.all[at]!);
  return {
    ...worded,
    ids: fuse([worded.ids, near], [1, NEIGHBOUR_WEIGHT]).slice(0, REACH),
    all: [...worded.all, ...unworded],
  };
}

/** One order of several: a place early in any counts, in more of them counts more. */
function fuse(lists: number[][], weights: readonly number[] = []): number[] {
  const scores = new Map<number, number>();
  for (const [which, list] of lists.entries()) {
    const weight = weights[which] ?? 1;
    for (const [at, id] of list.entries()) scores.set(id, (scores.get(id) ?? 0) + weight / (FUSION + at + 1));
  }
  return [...scores].sort(([a, one], [b, other]) => other - one || a - b).map(([id]) => id);
}

/** What neighbours are asked for of, of the asker's alone. */
export function likeOf(
  database: Database,
  tenantId: string | undefined,
  docKey: string | undefined,
): { id: number; document: SearchDocument } | undefined {
  const row = database.get(
    'SELECT document.id, tenantId, json FROM document JOIN content USING (id) WHERE docKey = ? AND removed = 0',
    docKey ?? '',
  );
  if (!row || (tenantId !== undefined && row.tenantId !== tenantId)) return undefined;
  return { id: Number(row.id), document: JSON.parse(String(row.json)) as SearchDocument };
}

/** Neighbours of a document by meaning and by look; by its telling words where it has no vector. */
function similar(database: Database, search: Search): Found {
  const { query, tenantId, narrow } = search;
  const stands = likeOf(database, tenantId, query.like);
  if (!stands) return NOTHING;
  const like = stands.id;
  const lists = (['text', 'image'] as const).flatMap((side) => {
    const own = ownVector(database, like, side);
    if (!own) return [];
    const near = nearest(database, side, own, narrow, NEIGHBOURS + 1);
    return [near.map(({ id }) => id).filter((id) => id !== like)];
  });
  if (lists.length > 0) return ofIds(fuse(lists).slice(0, NEIGHBOURS));
  const { title, tags = [], medium = '' } = stands.document;
  const found = ofText(database, { ...search, most: search.most + 1 }, [title, ...tags, medium].join(' '));
  return {
    ids: found.ids.filter((id) => id !== like),
    all: [...found.all].filter((id) => id !== like),
    without: 'vectors',
  };
}

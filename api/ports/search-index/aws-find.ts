/** What a query finds in OpenSearch: words, neighbours, or both fused. */
import { vectorOf, type Stored } from './aws-documents.ts';
import { aggregations, narrowing, ofAsker, type Aggregations } from './aws-filters.ts';
import type { Row } from './aws-pages.ts';
import type { Found as Answer, Searches } from './aws-searches.ts';
import { modelField, vectorField, type Side } from './aws-template.ts';
import { wordsOf, type Words } from './aws-words.ts';
import {
  COUNTED,
  type Asker,
  type SearchAnswer,
  type SearchDocument,
  type SearchQuery,
  type Vector,
} from './port.ts';
import { REACH } from './search-cursor.ts';
import { besideWords, FUSION, NEIGHBOURS } from './search-neighbours.ts';

/** What was found, before it is cut into pages. */
export interface Found {
  /** Keys of the best, best first. */
  keys: string[];
  total: SearchAnswer['total'];
  facets?: Aggregations;
  words?: Words;
  /** Whether words found anything. */
  worded?: boolean;
  without?: 'vectors';
  /** Mode `similar`: what neighbours are asked for of. */
  like?: Stored & SearchDocument;
}

const NOTHING: Found = { keys: [], total: { count: 0, atLeast: false } };

/** @param most keys wanted, at most */
export async function find(
  searches: Searches,
  asker: Asker,
  query: SearchQuery,
  most: number,
): Promise<Found> {
  const finder = createFinder(searches, asker, query, most);
  const text = query.text ?? '';
  const empty = text.trim() === '';
  switch (query.mode) {
    case 'text':
      return empty ? finder.latest() : finder.ofText(text);
    case 'similar':
      return finder.similar();
    case 'image': {
      const near = query.image && (await finder.near('image', query.image));
      if (near) return near;
      return { ...(empty ? NOTHING : await finder.ofText(text)), without: 'vectors' };
    }
    case 'semantic': {
      if (empty && !query.vector) return finder.latest();
      const near = query.vector && (await finder.near('text', query.vector));
      if (near)
        return { ...near, ...(!empty && { words: (await finder.words(text)) ?? undefined }) } as Found;
      return { ...(empty ? NOTHING : await finder.ofText(text)), without: 'vectors' };
    }
    case 'hybrid': {
      if (!query.vector)
        return empty ? finder.latest() : { ...(await finder.ofText(text)), without: 'vectors' };
      if (!empty) return finder.both(text, query.vector);
      return (await finder.near('text', query.vector)) ?? { ...NOTHING, without: 'vectors' };
    }
  }
}

function createFinder(searches: Searches, asker: Asker, query: SearchQuery, most: number) {
  const narrow = narrowing(asker, query.filters ?? {});
  const counting = { aggs: aggregations(query.facets ?? []), track_total_hits: COUNTED };
  const keysOnly = { _source: ['docKey'] };

  const within = (clause: object, but: object[] = []): object => ({
    bool: { filter: narrow, must: [clause], ...(but.length > 0 && { must_not: but }) },
  });
  /** Filtered where neighbours are looked for, so that filters leave enough of them. */
  const nearby = (side: Side, { model, values }: Vector, but: object[] = []): object => ({
    knn: {
      [vectorField(side, values.length)]: {
        vector: [...values],
        k: NEIGHBOURS,
        filter: {
          bool: {
            filter: [...narrow, { term: { [modelField(side)]: model } }],
            ...(but.length > 0 && { must_not: but }),
          },
        },
      },
    },
  });
  /** A collection in several parts answers so many from each. */
  const nearest = (side: Side, vector: Vector, but: object[] = []): object => ({
    ...keysOnly,
    size: NEIGHBOURS,
    query: nearby(side, vector, but),
  });

  async function latest(): Promise<Found> {
    const answer = await searches.one({
      ...keysOnly,
      ...counting,
      size: most,
      query: { bool: { filter: narrow } },
      sort: [{ at: 'desc' }, { docKey: 'asc' }],
    });
    return { keys: keysOf(answer), ...countsOf(answer) };
  }

  const ranked = (clause: object, size: number, but?: object[]): object => ({
    ...keysOnly,
    size,
    query: within(clause, but),
    sort: ['_score', { docKey: 'asc' }],
  });

  async function ofText(text: string, but?: object[]): Promise<Found> {
    const words = await wordsOf(searches, ofAsker(asker), text);
    if (!words) return NOTHING;
    const answer = await searches.one({ ...ranked(words.clause, most, but), ...counting });
    const keys = keysOf(answer);
    return { keys, ...countsOf(answer), words, worded: keys.length > 0 };
  }

  async function near(side: Side, vector: Vector): Promise<Found | undefined> {
    const [answer] = await searches.attempts([{ ...nearest(side, vector), ...counting }]);
    if (!answer) return undefined;
    const keys = keysOf(answer);
    return keys.length > 0 || (await areThere(side, vector)) ? { keys, ...countsOf(answer) } : undefined;
  }

  /** Whether the asker has vectors of the model, whatever the filters. */
  async function areThere(side: Side, { model }: Vector): Promise<boolean> {
    const filter = [...ofAsker(asker), { term: { [modelField(side)]: model } }];
    const found = await searches.one({ ...keysOnly, size: 1, query: { bool: { filter } } });
    return found.hits.hits.length > 0;
  }

  async function both(text: string, vector: Vector): Promise<Found> {
    const words = await wordsOf(searches, ofAsker(asker), text);
    if (!words) return (await near('text', vector)) ?? { ...NOTHING, without: 'vectors' };
    const sides = [within(words.weighed), nearby('text', vector)];
    const [fused, [worded, neighbours]] = await Promise.all([
      searches.hybrid({ ...keysOnly, size: REACH, query: { hybrid: { queries: sides } } }),
      searches.attempts([
        { ...keysOnly, size: REACH, query: sides[0], track_total_hits: false },
        nearest('text', vector),
      ]),
    ]);
    const beside = neighbours ? nearEnough(neighbours) : [];
    const isCompared = neighbours && (neighbours.hits.hits.length > 0 || (await areThere('text', vector)));
    const [counted] = isCompared
      ? await searches.attempts([
          countedOf([sides[0], { bool: { filter: [...narrow, { terms: { docKey: beside } }] } }]),
        ])
      : [];
    if (!fused || !worded || !counted) return { ...(await ofText(text)), without: 'vectors' };
    const best = keysOf({ hits: { hits: fused.hits.hits.toSorted(byScore) } });
    const allowed = new Set([...keysOf(worded), ...beside]);
    return {
      keys: best.filter((key) => allowed.has(key)).slice(0, REACH),
      ...countsOf(counted),
      words,
      worded: worded.hits.hits.length > 0,
    };
  }

  const countedOf = (should: unknown[]): object => ({ size: 0, query: { bool: { should } }, ...counting });

  /** Keys of the neighbours that are answered beside words. */
  function nearEnough(neighbours: Answer): string[] {
    const keys = keysOf(neighbours);
    const scores = new Map(
      neighbours.hits.hits.toReversed().map(({ _source, _score }) => [_source.docKey, _score ?? 0]),
    );
    return keys.slice(0, besideWords(keys.map((key) => searches.cosineOf(scores.get(key) ?? 0))));
  }

  /** Neighbours of a document by meaning and by look; by its telling words where it has no vector. */
  async function similar(): Promise<Found> {
    const like = query.like?.toWellFormed() ?? '';
    const stands = await searches.one({
      size: 1,
      sort: [{ version: 'desc' }],
      query: { bool: { filter: [...ofAsker(asker), { term: { docKey: like } }] } },
    });
    const document = stands.hits.hits[0]?._source as (Stored & SearchDocument) | undefined;
    if (!document) return NOTHING;
    const itself = [{ term: { docKey: like } }];
    const own = (['text', 'image'] as const).flatMap((side) => {
      const vector = vectorOf(document, side);
      return vector ? [{ side, vector }] : [];
    });
    const answers =
      own.length === 0
        ? []
        : await searches.attempts(own.map(({ side, vector }) => nearest(side, vector, itself)));
    const keys = fuse(answers.map((answer) => (answer ? keysOf(answer) : []))).slice(0, NEIGHBOURS);
    // Where it has vectors, nothing near is an answer as well.
    if (keys.length > 0 || answers.some((answer) => answer !== undefined)) {
      const counted = await searches.one({
        size: 0,
        query: { bool: { filter: [...narrow, { terms: { docKey: keys } }] } },
        ...counting,
      });
      return { keys, ...countsOf(counted), like: document };
    }
    const { title, tags = [], medium = '' } = document;
    const { keys: worded, total, facets } = await ofText([title, ...tags, medium].join(' '), itself);
    return { keys: worded, total, ...(facets && { facets }), without: 'vectors', like: document };
  }

  return {
    latest,
    ofText,
    near,
    both,
    similar,
    words: (text: string) => wordsOf(searches, ofAsker(asker), text),
  };
}

/** The best first; of equals the same ones at each request. */
const byScore = (one: Row, other: Row): number =>
  (other._score ?? 0) - (one._score ?? 0) || (one._source.docKey < other._source.docKey ? -1 : 1);

/** Each key once: collections without ids of ours may hold doubles. */
const keysOf = ({ hits: { hits } }: Answer): string[] => [
  ...new Set(hits.map(({ _source }) => _source.docKey)),
];

function countsOf({ hits: { total }, aggregations: facets }: Answer): Pick<Found, 'total' | 'facets'> {
  const { value = 0, relation = 'eq' } = total ?? {};
  return { total: { count: value, atLeast: relation === 'gte' }, ...(facets && { facets }) };
}

/** One order of several: a place early in any counts, in more of them counts more. Of equals, the first list's. */
function fuse(lists: string[][]): string[] {
  const scores = new Map<string, number>();
  for (const list of lists) {
    for (const [at, key] of list.entries()) scores.set(key, (scores.get(key) ?? 0) + 1 / (FUSION + at + 1));
  }
  return [...scores]
    .sort(([, one], [, other]) => other - one)
    .map(([key]) => key)
    .slice(0, REACH);
}

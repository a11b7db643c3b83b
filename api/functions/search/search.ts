/**
 * Search over GraphQL: what is public for everyone, and a tenant's own for its members. The index finds, the table
 * says what stands there now. Words are enough: without vectors, an answer comes by words and says so.
 */
import { ModelRefusal, type Embeddings } from '../../ports/embeddings/port.ts';
import type { MediaStore } from '../../ports/media-store/port.ts';
import {
  FACETS,
  InvalidSearchCursor,
  SearchUnavailable,
  type Asker,
  type Filters,
  type SearchAnswer,
  type SearchIndex,
  type SearchQuery,
} from '../../ports/search-index/port.ts';
import type { Table } from '../../ports/table/port.ts';
import { handleKey, projectSk, tenantKey } from '../../resolvers/_lib/keys.ts';
import type { Facet, OwnSearchResult, SearchMode, SearchResult, SuggestionList } from '../../types.gen.ts';
import { readChoice } from '../enrich/settings.ts';
import { Problem } from '../publish/problem.ts';
import { badCursor, readCursor, searchOf, writeCursor } from './cursor.ts';
import { countFor, modelsFor, type NoModels } from './models-for.ts';
import { ownHits } from './own-hits.ts';
import { ownPicture, publishedPicture, type Picture } from './picture.ts';
import { publicHit, readPublic } from './public-hits.ts';
import { createQueryVectors, uncounted, type Count } from './query-vectors.ts';
import {
  MODES,
  OWN_KINDS,
  PUBLIC_KINDS,
  filtersOf,
  modeOf,
  wordsOf,
  type OwnArguments,
  type PublicArguments,
  type SearchRequest,
} from './request.ts';

export interface SearchPorts {
  index: Pick<SearchIndex, 'search' | 'suggest'>;
  table: Pick<Table, 'get' | 'batchGet' | 'transact'>;
  media: Pick<MediaStore, 'read' | 'list'>;
  /** Made when it is first asked for. */
  embeddings: () => Promise<Embeddings>;
  mediaOrigin: string;
  /** How long an answer waits for a vector, in milliseconds. */
  vectorWaitMs?: number;
  now?: () => number;
  /** Told of what was not the caller's fault. */
  onError?: (error: unknown) => void;
}

/** A refusal that the resolver raises. */
export interface SearchError {
  error: { type: string; message: string; info: Record<string, unknown> };
}

const VECTOR_WAIT_MS = 1500;

const NO_VECTORS = 'Meaning cannot be compared at the moment: this was looked for by words.';
const NO_WORDS = 'Without words there is nothing to compare: this is what fits the filters, latest first.';
const NO_VECTOR =
  'What this is to be similar to has no vector: it was not read by a model, or not yet. Its words were looked for.';
const NO_MODELS: Readonly<Record<NoModels, string>> = {
  off: 'The tenant has switched enrichment off, so its words go to no model: this was looked for by words.',
  spent: 'The tenant has reached its limit of enrichment for this month: this was looked for by words.',
};

/** What both scopes answer beside their hits. */
type Rest = Omit<SearchResult, 'items' | '__typename'>;

/** What a search looks by beside its words. */
interface Example {
  picture: () => Promise<Picture>;
  like: string | undefined;
  /** Why nothing of the tenant's may be sent to a model; absent where it may. */
  no?: NoModels;
  /** Who pays for the vector. */
  count: Count;
}

export function createSearch(ports: SearchPorts) {
  const { index, table, media, mediaOrigin } = ports;
  const now = ports.now ?? Date.now;
  const vectors = createQueryVectors(ports.embeddings, ports.vectorWaitMs ?? VECTOR_WAIT_MS);

  const countOf = (tenantId: string): Count => countFor(table, tenantId, now(), ports.onError);

  async function search(args: PublicArguments, tenantId: string | null): Promise<SearchResult> {
    const kinds = (args.kind ?? []).map((kind) => PUBLIC_KINDS[kind]);
    const owner = args.handle ? await tenantOf(table, args.handle) : undefined;
    const filters = {
      ...filtersOf(args),
      ...(kinds.length > 0 && { kinds }),
      ...(owner !== undefined && { tenantId: owner }),
    };
    const picture = async () => {
      if (!args.pictureOf) return readablePicture(args.picture ?? '');
      const no = await modelsFor(table, tenantId ?? '', now());
      if (no) throw noModels(no, args.pictureOf);
      return ownPicture(media, tenantId ?? '', args.pictureOf);
    };
    const like = args.similarTo ? `work#${args.similarTo}` : undefined;
    // What is public is searched by anyone: its vectors are the platform's own cost, but for a member's own picture.
    const count = args.pictureOf && tenantId ? countOf(tenantId) : uncounted;
    const { answer, rest } = await ask({ scope: 'public' }, args, { filters, picture, like, count });
    const { like: liked } = answer;
    const present = await readPublic(table, liked ? [...answer.hits, liked] : answer.hits);
    if (args.similarTo && (!liked || present(liked) === null)) throw nothingLike(args.similarTo);
    const items = answer.hits.flatMap((hit) => {
      const now = present(hit);
      return now === null ? [] : [publicHit(hit, now, mediaOrigin)];
    });
    return { items, ...rest };
  }

  async function searchMine(args: OwnArguments, tenantId: string): Promise<OwnSearchResult> {
    const kinds = (args.kind ?? []).map((kind) => OWN_KINDS[kind]);
    const filters = {
      ...filtersOf(args),
      ...(kinds.length > 0 && { kinds }),
      ...(args.projectId && { projectId: args.projectId }),
    };
    const no = await modelsFor(table, tenantId, now());
    const picture = () => {
      if (no) throw noModels(no, args.pictureOf ?? '');
      return ownPicture(media, tenantId, args.pictureOf ?? '');
    };
    if (args.similarTo) {
      const project = await table.get(tenantKey(tenantId, projectSk(args.similarTo)));
      if (project?.id !== args.similarTo || project.deletedAt) throw nothingLike(args.similarTo);
    }
    const like = args.similarTo ? `project#${args.similarTo}` : undefined;
    const { answer, rest } = await ask({ scope: 'tenant', tenantId }, args, {
      filters,
      picture,
      like,
      count: countOf(tenantId),
      ...(no && { no }),
    });
    return { items: await ownHits(table, tenantId, answer.hits), ...rest };
  }

  async function suggest(text: string, limit: number): Promise<SuggestionList> {
    const found = await index.suggest({ scope: 'public' }, text, limit);
    const present = await readPublic(table, found);
    const items = found.flatMap((suggestion) => {
      const now = present(suggestion);
      return now === null ? [] : [{ text: now.title, kind: now.kind, path: now.path }];
    });
    return { items };
  }

  /** One question to the index, by words where it must be. */
  async function ask(
    asker: Asker,
    args: PublicArguments | OwnArguments,
    by: Example & { filters: Filters },
  ): Promise<{ answer: SearchAnswer; rest: Rest }> {
    const wanted = modeOf(args, asker.scope);
    const name = searchOf(asker.scope, asker.scope === 'tenant' ? asker.tenantId : '', args);
    const from = args.cursor ? readCursor(name, args.cursor, wanted) : null;
    const text = wordsOf(args.text);
    const query: SearchQuery = {
      mode: MODES[from?.mode ?? wanted],
      ...(text !== '' && { text }),
      filters: by.filters,
      ...(args.facets === true && { facets: FACETS }),
      limit: args.limit ?? 20,
      ...(from && { after: from.after }),
    };
    const { answer, byWords } = await answered(asker, await withExample(query, by));
    const mode: SearchMode = byWords ? 'TEXT' : (from?.mode ?? wanted);
    const rest = {
      facets: args.facets === true ? facetsOf(answer, asker.scope) : [],
      total: answer.total.count,
      totalIsAtLeast: answer.total.atLeast,
      didYouMean: answer.didYouMean ?? null,
      mode,
      notice: noticeOf(args, wanted, mode, by.no),
      next:
        answer.next === undefined
          ? null
          : // Neighbours of something without a vector are asked for as before: words alone would not say of what.
            writeCursor(name, { mode: wanted === 'SIMILAR' ? wanted : mode, after: answer.next }),
    };
    return { answer, rest };
  }

  /** The query with the vector that its mode looks by. */
  async function withExample(
    query: SearchQuery,
    { picture, like, no, count }: Example,
  ): Promise<SearchQuery> {
    if (query.mode === 'similar') return { ...query, ...(like !== undefined && { like }) };
    if (query.mode === 'image') return { ...query, image: await lookOf(await picture(), count) };
    if (query.mode === 'text' || query.text === undefined) return query;
    if (no) return { ...query, mode: 'text' };
    const vector = await vectors.text(query.text, count);
    return vector ? { ...query, vector } : { ...query, mode: 'text' };
  }

  /** Whoever looks for it, a model sees a published picture only where its own tenant lets models read. */
  async function readablePicture(address: string): Promise<Picture> {
    const picture = await publishedPicture(media, address, mediaOrigin);
    const { mode } = await readChoice(table, picture.tenantId);
    if (mode === 'OFF') throw closedPicture(address);
    return picture;
  }

  async function lookOf(picture: Picture, count: Count) {
    const image = await vectors.image(picture, count);
    if (image === null) throw new SearchUnavailable('The look of a picture cannot be compared now.');
    return image;
  }

  /** An index that is away by vectors may still answer by words. */
  async function answered(
    asker: Asker,
    query: SearchQuery,
  ): Promise<{ answer: SearchAnswer; byWords: boolean }> {
    const words = query.mode === 'text';
    try {
      const answer = await index.search(asker, query);
      return { answer, byWords: words || answer.without === 'vectors' };
    } catch (error) {
      const canFallBack = !words && query.text !== undefined && query.after === undefined;
      if (!(error instanceof SearchUnavailable) || !canFallBack) throw error;
      const { vector: _vector, ...rest } = query;
      return { answer: await index.search(asker, { ...rest, mode: 'text' }), byWords: true };
    }
  }

  return async (
    request: SearchRequest,
  ): Promise<SearchResult | OwnSearchResult | SuggestionList | SearchError> => {
    try {
      if (request.action === 'search') return await search(request.arguments, request.tenantId);
      if (request.action === 'searchMine') return await searchMine(request.arguments, request.tenantId);
      return await suggest(request.arguments.text, request.arguments.limit ?? 8);
    } catch (error) {
      const cursor = request.action === 'suggest' ? null : request.arguments.cursor;
      return { error: refusalOf(error, cursor ?? '', ports.onError) };
    }
  };
}

/** The tenant behind a handle, present or old. @throws Problem `NotFound` */
async function tenantOf(table: Pick<Table, 'get'>, handle: string): Promise<string> {
  const claim = await table.get(handleKey(handle));
  if (claim) return claim.tenantId as string;
  throw new Problem('NotFound', `There is no portfolio @${handle} here. Check the handle.`, {
    field: 'handle',
    received: handle,
    fix: 'Use a handle from the list of portfolios, or leave it out to search all of them.',
  });
}

/** Unknown, unpublished and foreign ones answer the same. */
const nothingLike = (id: string): Problem =>
  new Problem(
    'NotFound',
    `There is nothing ${id} here whose neighbours could be looked for. Check similarTo.`,
    {
      field: 'similarTo',
      received: id,
      fix: 'In public send the id of a published work, among your own that of a project of the tenant you act for.',
    },
  );

const closedPicture = (address: string): Problem =>
  new Problem(
    'EnrichmentOff',
    'The tenant whose picture this is has switched enrichment off, so its pictures go to no model.',
    {
      field: 'picture',
      received: address.slice(0, 120),
      fix: 'Look by a picture of another portfolio, by words, or with similarTo for what is near a work.',
    },
  );

const noModels = (no: NoModels, received: string): Problem =>
  no === 'off'
    ? new Problem(
        'EnrichmentOff',
        'The tenant has switched enrichment off, so its pictures go to no model.',
        { field: 'pictureOf', received, fix: 'Search by words, or have an owner switch enrichment on.' },
      )
    : new Problem('EnrichmentOff', 'The tenant has reached its limit of enrichment for this month.', {
        field: 'pictureOf',
        received,
        fix: 'Search by words, have an owner raise the limit, or wait for the next month.',
      });

/** Why the answer is not looked for as it was asked; null where it is. */
function noticeOf(
  { mode: asked, text }: PublicArguments | OwnArguments,
  wanted: SearchMode,
  mode: SearchMode,
  no: NoModels | undefined,
): string | null {
  if (mode === wanted) return asked && asked !== mode && wordsOf(text) === '' ? NO_WORDS : null;
  if (wanted === 'SIMILAR') return NO_VECTOR;
  return no ? NO_MODELS[no] : NO_VECTORS;
}

/** Facets that hold something, kinds by the names that filters take. */
function facetsOf({ facets }: SearchAnswer, scope: Asker['scope']): Facet[] {
  const kinds = new Map<string, string>(
    Object.entries(scope === 'public' ? PUBLIC_KINDS : OWN_KINDS).map(([name, kind]) => [kind, name]),
  );
  return FACETS.map((name) => ({
    name,
    values: (facets[name] ?? []).map(({ value, count }) => ({
      value: name === 'kind' ? (kinds.get(value) ?? value) : value,
      count,
    })),
  })).filter(({ values }) => values.length > 0);
}

/** What the caller is told. @throws whatever is nobody's fault but ours */
function refusalOf(
  error: unknown,
  cursor: string,
  onError: (error: unknown) => void = () => undefined,
): SearchError['error'] {
  if (error instanceof Problem) return { type: error.type, message: error.message, info: error.info };
  if (error instanceof InvalidSearchCursor) {
    const { type, message, info } = badCursor(cursor);
    return { type, message, info };
  }
  if (error instanceof ModelRefusal) {
    const fix = 'Send another picture.';
    return { type: 'BadInput', message: 'The picture cannot be read.', info: { fix } };
  }
  if (error instanceof SearchUnavailable) {
    onError(error);
    const fix = 'Try again in a few seconds; everything else works meanwhile.';
    return { type: 'Unavailable', message: `The search cannot answer now. ${fix}`, info: { fix } };
  }
  throw error;
}

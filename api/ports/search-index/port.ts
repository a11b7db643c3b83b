/**
 * The search index: public documents and tenants' own, in two scopes that cannot mix.
 *
 * A scope is an index of its own (a file, or an OpenSearch index behind an alias). What is asked of the tenant scope
 * always names one tenant, and the twin puts that filter in itself: there is no query over tenants.
 * The port holds no models: whoever asks brings the vectors.
 */

/** `public`: what everyone may find. `tenant`: drafts, logs, transcripts and inspirations, for their tenant alone. */
export type Scope = 'public' | 'tenant';

/** What a document is of. `portfolio` and `work` and `page` stand in the public scope. */
export type Kind = 'portfolio' | 'work' | 'page' | 'project' | 'log' | 'asset' | 'inspiration' | 'ownPage';

/** A unit vector and what made it. Vectors of different models are never compared. */
export interface Vector {
  /** Model id with its version, for example `use-lite-en@0.2.0`. */
  model: string;
  values: Float32Array;
}

/** One thing that can be found. Texts are plain; absent fields are not known. */
export interface SearchDocument {
  /** `<kind>#<entityId>`, unique in its scope. */
  docKey: string;
  tenantId: string;
  kind: Kind;
  entityId: string;
  /** The project that it is a part of. */
  projectId?: string;
  /** Grows with every state of the entity: an older state never replaces a newer one. */
  version: number;
  /** Name in the address below the portfolio (public scope). */
  path?: string;
  /** Fields that words are looked for in, from the most telling to the least. */
  title: string;
  /** Titles in other languages, other names, series. */
  altTitles?: string[];
  /** Artist, credits, people named. */
  people?: string[];
  tags?: string[];
  /** Materials and technique, as written. */
  medium?: string;
  /** Description, summary, note. */
  summary?: string;
  /** Longer text: body, log, transcript, text of documents, alternative texts, inscriptions. */
  body?: string;
  /** Place, period, culture, dates as written. */
  context?: string[];
  /** Fields that are filtered by. */
  classification?: string;
  yearFrom?: number;
  yearTo?: number;
  /** Names of colours, see `colours.ts`. */
  colours?: string[];
  licence?: string;
  /** BCP 47 tag. */
  language?: string;
  /** When it was last published or changed, ISO 8601. */
  at: string;
}

export type Change =
  | { document: SearchDocument }
  /** Gone as of this version; a late older document does not bring it back. */
  | { remove: { docKey: string; tenantId: string; version: number } };

/** `stale`: what stands there is as new or newer, nothing was changed. */
export type Applied = 'applied' | 'stale';

export interface VectorChange {
  docKey: string;
  tenantId: string;
  /** Of the document that it was computed from: ignored when another version stands there. */
  version: number;
  /** Null takes the vector out; what is absent stays as it is. */
  text?: Vector | null;
  image?: Vector | null;
}

export interface Filters {
  /** Public scope: the portfolio of one tenant. */
  tenantId?: string;
  projectId?: string;
  kinds?: Kind[];
  /** Within one filter any value fits, between filters all must. Compared folded, whole values. */
  medium?: string[];
  classification?: string[];
  tags?: string[];
  colours?: string[];
  licence?: string[];
  language?: string[];
  /** A work fits when its years meet the range. */
  yearFrom?: number;
  yearTo?: number;
}

export const FACETS = [
  'kind',
  'medium',
  'classification',
  'tag',
  'colour',
  'licence',
  'language',
  'century',
] as const;
export type Facet = (typeof FACETS)[number];

export type Mode = 'text' | 'semantic' | 'hybrid' | 'similar' | 'image';

export interface SearchQuery {
  mode: Mode;
  /** Words; what is filtered and nothing else when empty (latest first). */
  text?: string;
  /** Meaning of the words, for `semantic` and `hybrid`. */
  vector?: Vector;
  /** Look of a picture, for `image`. */
  image?: Vector;
  /** `docKey` whose neighbours are wanted, for `similar`; it is not among them. */
  like?: string;
  filters?: Filters;
  facets?: readonly Facet[];
  /** Hits of one page, 1 to 100. */
  limit: number;
  /** Opaque, from the page before; of another query it is refused. */
  after?: string;
}

/** A piece of a text around what was found; `match` tells the found words from the rest. */
export interface Highlight {
  field: 'title' | 'altTitles' | 'people' | 'tags' | 'medium' | 'summary' | 'body' | 'context';
  parts: Array<{ text: string; match: boolean }>;
}

export interface Hit {
  docKey: string;
  tenantId: string;
  kind: Kind;
  entityId: string;
  projectId?: string;
  path?: string;
  title: string;
  version: number;
  /** Larger is better; comparable within one answer only. */
  score: number;
  highlights: Highlight[];
}

export interface SearchAnswer {
  hits: Hit[];
  /** By facet, the most frequent first, 20 values at most; counted over everything found (at most `COUNTED`). */
  facets: Partial<Record<Facet, Array<{ value: string; count: number }>>>;
  /** Documents found; `atLeast` when counting stopped. */
  total: { count: number; atLeast: boolean };
  /** The words as they were probably meant, when nothing or little fits them as they are. */
  didYouMean?: string;
  next?: string;
  /** `vectors`: there are none of the query's model or that side does not answer, and words alone were used. */
  without?: 'vectors';
  /** Mode `similar`: what `like` names, whatever the filters; absent where nothing of the asker's stands under it. */
  like?: Pick<Hit, 'docKey' | 'tenantId' | 'kind' | 'path'>;
}

/** Documents that facets are counted over, at most. */
export const COUNTED = 10_000;

export interface Suggestion {
  text: string;
  kind: Kind;
  docKey: string;
  tenantId: string;
  path?: string;
}

/** What stands in an index, for the comparison with the table. */
export interface Standing {
  docKey: string;
  tenantId: string;
  version: number;
  /** Model of its text vector; absent without one. */
  model?: string;
}

/** A new index beside the one in use: filled, then switched to. Changes that come meanwhile go to both. */
export interface Rebuild {
  apply(changes: readonly Change[]): Promise<Applied[]>;
  setVectors(changes: readonly VectorChange[]): Promise<Applied[]>;
  /** Switches the alias and drops the old index. */
  finish(): Promise<void>;
  /** Drops the new index; the old one stays. */
  abort(): Promise<void>;
}

/** Who asks decides the scope: a tenant's own is never asked for without the tenant. */
export type Asker = { scope: 'public' } | { scope: 'tenant'; tenantId: string };

/** The index cannot answer now (a cold collection, no connection). */
export class SearchUnavailable extends Error {
  override name = 'SearchUnavailable';
}

/** The index of a scope cannot be read: it is to be made anew. */
export class BrokenSearchIndex extends Error {
  override name = 'BrokenSearchIndex';
}

/** A cursor that is not of this query, or no cursor at all. */
export class InvalidSearchCursor extends Error {
  override name = 'InvalidSearchCursor';
}

export interface SearchIndex {
  /** By the order of the changes. Visible to the next query locally; within a refresh on AWS. */
  apply(scope: Scope, changes: readonly Change[]): Promise<Applied[]>;
  setVectors(scope: Scope, changes: readonly VectorChange[]): Promise<Applied[]>;
  /** @throws InvalidSearchCursor, SearchUnavailable */
  search(asker: Asker, query: SearchQuery): Promise<SearchAnswer>;
  /** Completions of the last word, of titles and people, as one types. */
  suggest(asker: Asker, text: string, limit: number): Promise<Suggestion[]>;
  /** Everything that stands there, in order of `docKey`. */
  standing(scope: Scope): AsyncIterable<Standing>;
  rebuild(scope: Scope): Promise<Rebuild>;
  /** Everything of a tenant, in both scopes, when the tenant is deleted. */
  forget(tenantId: string): Promise<void>;
  close(): Promise<void>;
}

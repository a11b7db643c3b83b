/** What every part of the contract of the search index begins with. */
import { ulid } from 'ulid';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type {
  Applied,
  Change,
  Scope,
  SearchAnswer,
  SearchDocument,
  SearchIndex,
  SearchQuery,
  Suggestion,
  Vector,
  VectorChange,
} from './port.ts';

/** An index to be tried. */
export interface Twin {
  index: SearchIndex;
  /** Of the vectors that it is made for. */
  dimensions: number;
  /** Waits until what was written is visible. */
  settle(): Promise<void>;
  end(): Promise<void>;
}

export type StartTwin = () => Promise<Twin>;

/** A twin, and two tenants that are new for each test: a twin may keep one index for all of them. */
export interface Fixture {
  readonly index: SearchIndex;
  readonly tenant: string;
  readonly other: string;
  settle(): Promise<void>;
  write(scope: Scope, changes: Change[]): Promise<Applied[]>;
  put(scope: Scope, ...documents: SearchDocument[]): Promise<Applied[]>;
  setVectors(scope: Scope, changes: VectorChange[]): Promise<Applied[]>;
  /** Asks for the tenant's own. */
  mine(query: Partial<SearchQuery>): Promise<SearchAnswer>;
  /** Asks for what the tenant has published. */
  everyones(query: Partial<SearchQuery>): Promise<SearchAnswer>;
  suggest(text: string): Promise<Suggestion[]>;
  /** A unit vector in a plane: angles tell how near two are. */
  vector(degrees: number, model?: string): Vector;
  document(title: string, more?: Partial<SearchDocument>): SearchDocument;
}

/** A document of a tenant. */
export function documentOf(
  tenantId: string,
  title: string,
  more: Partial<SearchDocument> = {},
): SearchDocument {
  const entityId = more.entityId ?? ulid();
  const kind = more.kind ?? 'work';
  return {
    docKey: `${kind}#${entityId}`,
    tenantId,
    kind,
    entityId,
    version: 1,
    title,
    at: '2026-01-01T00:00:00.000Z',
    ...more,
  };
}

export const titles = ({ hits }: { hits: Array<{ title: string }> }): string[] =>
  hits.map(({ title }) => title);

/** Registers what starts and ends the twin; call it inside `describe`. */
export function useFixture(start: StartTwin): Fixture {
  let twin: Twin;
  let tenant: string;
  let other: string;
  beforeAll(async () => {
    twin = await start();
  });
  afterAll(() => twin.end());
  beforeEach(() => {
    tenant = ulid();
    other = ulid();
  });
  const settled = async <Result>(written: Promise<Result>): Promise<Result> => {
    const result = await written;
    await twin.settle();
    return result;
  };
  const write: Fixture['write'] = (scope, changes) => settled(twin.index.apply(scope, changes));
  return {
    get index() {
      return twin.index;
    },
    get tenant() {
      return tenant;
    },
    get other() {
      return other;
    },
    settle: () => twin.settle(),
    write,
    put: (scope, ...documents) =>
      write(
        scope,
        documents.map((document) => ({ document })),
      ),
    setVectors: (scope, changes) => settled(twin.index.setVectors(scope, changes)),
    mine: (query) =>
      twin.index.search({ scope: 'tenant', tenantId: tenant }, { mode: 'text', limit: 20, ...query }),
    everyones: (query) =>
      twin.index.search(
        { scope: 'public' },
        { mode: 'text', limit: 20, ...query, filters: { tenantId: tenant, ...query.filters } },
      ),
    suggest: (text) => twin.index.suggest({ scope: 'tenant', tenantId: tenant }, text, 10),
    vector(degrees, model = 'plane@1') {
      const values = new Float32Array(twin.dimensions);
      values[0] = Math.cos((degrees * Math.PI) / 180);
      values[1] = Math.sin((degrees * Math.PI) / 180);
      return { model, values };
    },
    document: (title, more) => documentOf(tenant, title, more),
  };
}

/** What the twin of AWS asks of OpenSearch, and what it makes of answers; the contract runs on a real one. */
import { describe, expect, it } from 'vitest';
import type { OpenSearchTransport } from './aws-client.ts';
import { createOpenSearchIndex } from './aws.ts';
import { documentOf } from './fixture.testing.ts';
import { SearchUnavailable, type SearchQuery } from './port.ts';

interface Asked {
  method: string;
  path: string;
  querystring?: Record<string, string>;
  body?: unknown;
  bulkBody?: unknown[];
}
type Reply = (asked: Asked) => {
  statusCode?: number;
  body?: unknown;
  error?: Error & { statusCode?: number };
};

/** A client that keeps what it is asked, and answers what it is told. */
function fake(reply: Reply) {
  const asked: Asked[] = [];
  const client: OpenSearchTransport = {
    transport: {
      async request(params) {
        asked.push(params as Asked);
        const { statusCode = 200, body = {}, error } = reply(params as Asked);
        if (error) throw error;
        return { statusCode, body };
      },
    },
    close: async () => undefined,
  };
  return { asked, client };
}

const hits = (...sources: object[]) => ({
  status: 200,
  hits: {
    hits: sources.map((_source) => ({ _id: 'x', _source })),
    total: { value: sources.length, relation: 'eq' },
  },
});
/** Answers every search of a request in the same way. */
const searched = ({ bulkBody = [] }: Asked, one: (body: object) => object) => ({
  body: { responses: bulkBody.filter((_, at) => at % 2 === 1).map((body) => one(body as object)) },
});
const standing: Reply = ({ path }) =>
  path === '/_alias/artissist-tenant'
    ? { body: { 'artissist-tenant-1': {} } }
    : path.startsWith('/_alias/')
      ? { statusCode: 404 }
      : { body: { items: [{ index: { status: 201 } }] } };

describe('what is written to OpenSearch', () => {
  it('goes to the alias under our id, and only where it is newer', async () => {
    const { asked, client } = fake(standing);
    const document = documentOf('ada', 'Wave', { version: 7, tags: ['Été', 'été'] });

    await createOpenSearchIndex({ client }).apply('tenant', [{ document }]);

    const { path, querystring, bulkBody = [] } = asked.at(-1)!;
    expect({ path, querystring }).toEqual({
      path: '/artissist-tenant/_bulk',
      querystring: { require_alias: 'true' },
    });
    expect(bulkBody[0]).toEqual({ index: { _id: document.docKey, version: 7, version_type: 'external' } });
    expect(bulkBody[1]).toMatchObject({ title: 'Wave', removed: false, is: { tag: ['ete'] } });
    expect(asked.some(({ path }) => path.includes('_refresh'))).toBe(false);
  });

  it('is stale where OpenSearch has as new a version', async () => {
    const { client } = fake((asked) =>
      asked.path.endsWith('/_bulk') ? { body: { items: [{ index: { status: 409 } }] } } : standing(asked),
    );
    const index = createOpenSearchIndex({ client });

    expect(await index.apply('tenant', [{ document: documentOf('ada', 'Wave') }])).toEqual(['stale']);
  });

  it('carries no id where the collection gives its own, and deletes what stood', async () => {
    const { asked, client } = fake((request) =>
      request.path.endsWith('/_search')
        ? { body: { hits: { hits: [{ _id: 'theirs', _source: { docKey: 'work#1', version: 1 } }] } } }
        : standing(request),
    );
    const document = documentOf('ada', 'Wave', { entityId: '1', version: 2 });

    await createOpenSearchIndex({ client, ids: 'theirs' }).apply('tenant', [{ document }]);

    expect(asked.at(-1)?.bulkBody).toEqual([
      { index: {} },
      expect.objectContaining({ docKey: 'work#1', version: 2 }),
      { delete: { _id: 'theirs' } },
    ]);
  });
});

describe('what is asked of OpenSearch', () => {
  const text: SearchQuery = { mode: 'text', text: 'great wave', limit: 5, filters: { tenantId: 'ben' } };

  it.each<[string, SearchQuery]>([
    ['text', text],
    ['latest', { ...text, text: '' }],
    ['hybrid', { ...text, mode: 'hybrid', vector: { model: 'm@1', values: new Float32Array([1, 0]) } }],
    ['similar', { ...text, mode: 'similar', like: 'work#1' }],
    ['image', { ...text, mode: 'image', image: { model: 'm@1', values: new Float32Array([1, 0]) } }],
  ])('always carries the tenant: %s', async (_, query) => {
    const { asked, client } = fake((request) =>
      request.bulkBody ? searched(request, () => hits()) : { body: hits() },
    );

    await createOpenSearchIndex({ client }).search({ scope: 'tenant', tenantId: 'ada' }, query);

    expect(asked.length).toBeGreaterThan(0);
    for (const { path, body, bulkBody = [] } of asked) {
      if (body) {
        const { hybrid } = (body as { query: { hybrid: { queries: object[] } } }).query;
        expect(path).toBe('/artissist-tenant/_search');
        for (const side of hybrid.queries)
          expect(JSON.stringify(side)).toContain('{"term":{"tenantId":"ada"}}');
        continue;
      }
      expect(path).toBe('/artissist-tenant/_msearch');
      for (let at = 1; at < bulkBody.length; at += 2) {
        expect(JSON.stringify(bulkBody[at])).toContain('{"term":{"tenantId":"ada"}}');
      }
    }
  });

  it('puts words and neighbours together by the pipeline, which writers put', async () => {
    const vector = { model: 'm@1', values: new Float32Array([1, 0]) };
    const { asked, client } = fake((request) =>
      request.path.endsWith('/_msearch') ? searched(request, () => hits({ docKey: 'a' })) : standing(request),
    );
    const index = createOpenSearchIndex({ client });

    await index.apply('tenant', [{ document: documentOf('ada', 'Wave') }]);
    await index
      .search({ scope: 'tenant', tenantId: 'ada' }, { mode: 'hybrid', text: 'wave', vector, limit: 5 })
      .catch(() => undefined);

    const pipeline = asked.find(({ path }) => path === '/_search/pipeline/artissist-hybrid');
    expect(pipeline).toMatchObject({
      method: 'PUT',
      body: {
        phase_results_processors: [
          { 'normalization-processor': { normalization: { technique: 'min_max' } } },
        ],
      },
    });
    const hybrid = asked.find(({ querystring }) => querystring?.search_pipeline);
    expect(hybrid?.querystring).toEqual({ search_pipeline: 'artissist-hybrid' });
  });

  it('is in the order of the fused scores, and of equals by key', async () => {
    const vector = { model: 'm@1', values: new Float32Array([1, 0]) };
    const documents = ['1', '2', '3'].map((id) => documentOf('ada', `Wave ${id}`, { entityId: id }));
    const fused = documents.map((_source, at) => ({ _id: 'x', _source, _score: at === 2 ? 0.9 : 0.5 }));
    const { client } = fake((request) =>
      request.bulkBody
        ? searched(request, () => hits(...documents))
        : { body: { hits: { hits: fused.toReversed() } } },
    );

    const found = await createOpenSearchIndex({ client }).search(
      { scope: 'tenant', tenantId: 'ada' },
      { mode: 'hybrid', text: 'wave', vector, limit: 5 },
    );

    expect(found.hits.map(({ title }) => title)).toEqual(['Wave 3', 'Wave 1', 'Wave 2']);
  });

  it('is answered by words where the vector side fails, and the answer says so', async () => {
    const document = documentOf('ada', 'Great wave');
    const { client } = fake((request) =>
      request.bulkBody
        ? searched(request, (body) =>
            JSON.stringify(body).includes('"knn"')
              ? { status: 400, error: { type: 'no knn' } }
              : hits(document),
          )
        : { error: Object.assign(new Error('no knn'), { statusCode: 400 }) },
    );
    const vector = { model: 'm@1', values: new Float32Array([1, 0]) };

    const found = await createOpenSearchIndex({ client }).search(
      { scope: 'tenant', tenantId: 'ada' },
      { mode: 'hybrid', text: 'wave', vector, limit: 5 },
    );

    expect(found.hits.map(({ title }) => title)).toEqual(['Great wave']);
    expect(found.without).toBe('vectors');
  });

  it.each(['hybrid', 'semantic'] as const)(
    'of neighbours that a filter leaves out misses nothing: %s',
    async (mode) => {
      const standing = documentOf('ada', 'Great wave');
      const { client } = fake((request) =>
        request.bulkBody
          ? searched(request, (body) =>
              JSON.stringify(body).includes('"knn"') || !JSON.stringify(body).includes('"textModel"')
                ? hits()
                : hits(standing),
            )
          : { body: hits() },
      );
      const vector = { model: 'm@1', values: new Float32Array([1, 0]) };

      const found = await createOpenSearchIndex({ client }).search(
        { scope: 'tenant', tenantId: 'ada' },
        { mode, text: 'wave', vector, filters: { yearFrom: 9000 }, limit: 5 },
      );

      expect(found.hits).toEqual([]);
      expect(found.without).toBeUndefined();
    },
  );

  it('shows nothing of a key whose newest row is a removal', async () => {
    const document = documentOf('ada', 'Great wave');
    const { client } = fake((request) =>
      searched(request, (body) =>
        'sort' in body && JSON.stringify(body.sort) === '[{"version":"asc"}]'
          ? hits(document, { docKey: document.docKey, tenantId: 'ada', version: 2, removed: true })
          : hits(document),
      ),
    );

    const { hits: shown } = await createOpenSearchIndex({ client, ids: 'theirs' }).search(
      { scope: 'tenant', tenantId: 'ada' },
      { mode: 'text', text: 'wave', limit: 5 },
    );

    expect(shown).toEqual([]);
  });

  it.each([[undefined], [429], [503]])('is unavailable without an answer (%s)', async (statusCode) => {
    const { client } = fake(() => ({
      error: Object.assign(new Error('away'), statusCode === undefined ? {} : { statusCode }),
    }));

    const asking = createOpenSearchIndex({ client }).search({ scope: 'public' }, text);

    await expect(asking).rejects.toThrow(SearchUnavailable);
  });

  it('finds nothing in an index that is not there yet', async () => {
    const { client } = fake(() => ({ statusCode: 404 }));

    expect(await createOpenSearchIndex({ client }).search({ scope: 'public' }, text)).toEqual({
      hits: [],
      facets: {},
      total: { count: 0, atLeast: false },
    });
  });
});

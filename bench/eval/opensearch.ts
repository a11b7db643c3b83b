/** OpenSearch as it comes, and our twin on it, for as long as they are asked. */
import { randomUUID } from 'node:crypto';
import { createOpenSearchClient, sender } from '#api/ports/search-index/aws-client.ts';
import { createOpenSearchIndex } from '#api/ports/search-index/aws.ts';
import type { SearchDocument, SearchIndex } from '#api/ports/search-index/port.ts';
import { DEPTH, FIELDS, plainFields, type Find } from './engines.ts';

/** One node, and nobody else asks it. */
const SETTINGS = { number_of_shards: 1, number_of_replicas: 0 };
const TIMEOUT_MS = 60_000;

export interface OpenSearch {
  /** Our twin. */
  index: SearchIndex;
  /** Makes all that was written visible. */
  refresh(): Promise<void>;
  /** BM25 with the default analysis of the same documents: `multi_match` over the fields, as it comes. */
  bm25(documents: readonly SearchDocument[]): Promise<Record<'fields' | 'one field', Find>>;
}

/** @param endpoint for example `http://127.0.0.1:9200` */
export async function withOpenSearch<Result>(
  endpoint: string,
  use: (openSearch: OpenSearch) => Promise<Result>,
): Promise<Result> {
  const client = createOpenSearchClient({ endpoint, timeoutMs: TIMEOUT_MS });
  const send = sender(client);
  const prefix = `eval-${randomUUID()}`;
  const index = createOpenSearchIndex({ client, prefix, engine: 'lucene', settings: SETTINGS });
  const refresh = async (): Promise<void> => {
    await send({ method: 'POST', path: `/${prefix}*/_refresh` });
  };
  const plain = `${prefix}-plain`;
  try {
    return await use({
      index,
      refresh,
      async bm25(documents) {
        const properties = Object.fromEntries(
          FIELDS.map((field) => [field, { type: 'text', copy_to: 'all' }]),
        );
        await send({
          method: 'PUT',
          path: `/${plain}`,
          body: { settings: SETTINGS, mappings: { properties: { ...properties, all: { type: 'text' } } } },
        });
        await send({
          method: 'POST',
          path: `/${plain}/_bulk`,
          lines: documents.flatMap((document) => {
            const { id, ...fields } = plainFields(document);
            return [{ index: { _id: id } }, fields];
          }),
        });
        await refresh();
        const ask =
          (match: (query: string) => object): Find =>
          async (text) => {
            const answer = await send<{ hits: { hits: Array<{ _id: string }> } }>({
              method: 'POST',
              path: `/${plain}/_search`,
              body: { size: DEPTH, _source: false, query: match(text) },
            });
            return (answer?.hits.hits ?? []).map(({ _id }) => _id);
          };
        return {
          fields: ask((query) => ({ multi_match: { query, fields: FIELDS } })),
          'one field': ask((query) => ({ match: { all: query } })),
        };
      },
    });
  } finally {
    await send({ method: 'DELETE', path: `/${prefix}*` });
    await send({ method: 'DELETE', path: `/_index_template/${prefix}` });
    await index.close();
  }
}

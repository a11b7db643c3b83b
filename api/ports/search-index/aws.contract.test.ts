/**
 * The contract on OpenSearch. It runs where `OPENSEARCH_ENDPOINT` names one:
 * `node infra/testing/opensearch/run.mjs -- npx vitest run api/ports/search-index/aws.contract.test.ts`.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { ulid } from 'ulid';
import { describe, vi } from 'vitest';
import { createOpenSearchClient, sender } from './aws-client.ts';
import { createOpenSearchIndex } from './aws.ts';
import { documentOf, type Twin } from './fixture.testing.ts';
import { searchIndexContract } from './search-index.contract.ts';

const endpoint = process.env['OPENSEARCH_ENDPOINT'] ?? '';
/** The node runs behind everything else on its machine. */
const PATIENCE_MS = 300_000;

async function startOpenSearch(ids: 'ours' | 'theirs'): Promise<Twin> {
  const prefix = `test-${ulid().toLowerCase()}`;
  const client = createOpenSearchClient({ endpoint });
  const send = sender(client);
  const index = createOpenSearchIndex({
    client,
    prefix,
    ids,
    engine: 'lucene',
    settings: { refresh_interval: '25ms', number_of_shards: 1, number_of_replicas: 0 },
  });
  /** Whatever is written last is seen last: a document of its own tells when all is. */
  const settle = async (): Promise<void> => {
    for (const scope of ['public', 'tenant'] as const) {
      const mark = documentOf(`mark-${ulid()}`, 'Mark');
      await index.apply(scope, [{ remove: { docKey: mark.docKey, tenantId: mark.tenantId, version: 1 } }]);
      const query = { query: { term: { docKey: mark.docKey } } };
      for (;;) {
        const found = await send<{ hits: { hits: unknown[] } }>({
          method: 'POST',
          path: `/${prefix}-${scope}/_search`,
          body: query,
        });
        if (found && found.hits.hits.length > 0) break;
        await wait(15);
      }
    }
  };
  await settle();
  return {
    index,
    dimensions: 16,
    settle,
    async end() {
      await send({ method: 'DELETE', path: `/${prefix}-*` });
      await send({ method: 'DELETE', path: `/_index_template/${prefix}` });
      await index.close();
    },
  };
}

vi.setConfig({ testTimeout: PATIENCE_MS, hookTimeout: PATIENCE_MS });
if (!endpoint) console.warn('NOT RUN: search index on OpenSearch (set OPENSEARCH_ENDPOINT)');
describe.skipIf(!endpoint)('search index on OpenSearch (NOT RUN unless OPENSEARCH_ENDPOINT is set)', () => {
  describe('with ids of ours', () => searchIndexContract(() => startOpenSearch('ours')));
  describe('with ids of its own', () => searchIndexContract(() => startOpenSearch('theirs')));
});

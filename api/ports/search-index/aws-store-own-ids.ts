/**
 * Documents under ids of ours: in collections of type SEARCH, and on plain OpenSearch. OpenSearch itself keeps the
 * newest by the version we give it (external versions), whatever order writes come in.
 */
import { bulk } from './aws-bulk.ts';
import type { Send } from './aws-client.ts';
import { withVectors, type Stored } from './aws-documents.ts';
import type { Store } from './aws-store.ts';
import { pagesOf } from './aws-pages.ts';
import type { Applied } from './port.ts';

interface Multiple {
  docs: Array<{ _source?: Stored }>;
}

export function createOwnIdStore(send: Send): Store {
  const write = async (
    alias: string,
    documents: readonly Stored[],
    version_type: 'external' | 'external_gte',
  ): Promise<Applied[] | null> => {
    if (documents.length === 0) return [];
    const written = await bulk(
      send,
      alias,
      documents.map((source) => ({
        action: { index: { _id: source.docKey, version: source.version, version_type } },
        source,
      })),
    );
    if (written.every(({ status }) => status === 404)) return null;
    return written.map(({ status }) => (status < 300 ? 'applied' : 'stale'));
  };
  return {
    put: (alias, documents) => write(alias, documents, 'external'),
    async setVectors(alias, changes) {
      if (changes.length === 0) return [];
      const ids = [...new Set(changes.map(({ docKey }) => docKey))];
      const answer = await send<Multiple>({ method: 'POST', path: `/${alias}/_mget`, body: { ids } });
      if (!answer) return null;
      const standing = new Map(ids.map((id, at) => [id, answer.docs[at]?._source]));
      const next = new Map<string, Stored>();
      const fits = changes.map((change) => {
        const stands = standing.get(change.docKey);
        const fit =
          stands?.removed === false &&
          stands.tenantId === change.tenantId &&
          stands.version === change.version;
        if (fit) next.set(change.docKey, withVectors(next.get(change.docKey) ?? stands, change));
        return fit;
      });
      // Written for the version that was read: where a newer one came meanwhile, OpenSearch refuses.
      const written = await write(alias, [...next.values()], 'external_gte');
      if (!written) return null;
      const applied = new Map([...next.keys()].map((docKey, at) => [docKey, written[at]!]));
      return changes.map(({ docKey }, at) => (fits[at] ? applied.get(docKey)! : 'stale'));
    },
    async forget(alias, tenantId) {
      for await (const page of pagesOf(send, alias, { term: { tenantId } }, ['docKey'])) {
        await bulk(
          send,
          alias,
          page.map(({ _id }) => ({ action: { delete: { _id } } })),
        );
      }
    },
  };
}

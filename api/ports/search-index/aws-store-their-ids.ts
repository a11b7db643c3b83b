/**
 * Documents under ids that OpenSearch gives: collections of type VECTORSEARCH take no others. What stands is found by
 * `docKey`, so a document written a moment ago may not be seen yet: doubles can come to stand side by side. The newest
 * counts wherever they are read, and older ones are deleted by the next write that sees them.
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-vector-search.html
 */
import { bulk, type Write } from './aws-bulk.ts';
import type { Send } from './aws-client.ts';
import { withVectors, type Stored } from './aws-documents.ts';
import { pagesOf, type Row } from './aws-pages.ts';
import type { Store } from './aws-store.ts';
import type { Applied } from './port.ts';

export function createTheirIdStore(send: Send): Store {
  /** All rows of each key, the newest first. */
  async function rowsOf(alias: string, keys: readonly string[]): Promise<Map<string, Row[]>> {
    const found = new Map<string, Row[]>();
    if (keys.length === 0) return found;
    for await (const page of pagesOf(send, alias, { terms: { docKey: [...new Set(keys)] } }, ['*'])) {
      for (const row of page) found.set(row._source.docKey, [...(found.get(row._source.docKey) ?? []), row]);
    }
    return found;
  }

  /** New rows are written before old ones go: at no time is there none. */
  async function replace(
    alias: string,
    next: ReadonlyMap<string, Stored>,
    standing: ReadonlyMap<string, Row[]>,
  ): Promise<boolean> {
    const writes: Write[] = [
      ...[...next.values()].map((source) => ({ action: { index: {} }, source })),
      ...[...next.keys()].flatMap((docKey) =>
        (standing.get(docKey) ?? []).map(({ _id }) => ({ action: { delete: { _id } } })),
      ),
    ];
    if (writes.length === 0) return true;
    const written = await bulk(send, alias, writes);
    return written.some(({ status }) => status !== 404);
  }

  return {
    async put(alias, documents) {
      const standing = await rowsOf(
        alias,
        documents.map(({ docKey }) => docKey),
      );
      const next = new Map<string, Stored>();
      const applied = documents.map((document): Applied => {
        const { docKey, version } = document;
        const stands = next.get(docKey) ?? standing.get(docKey)?.[0]?._source;
        if (stands && stands.version >= version) return 'stale';
        next.set(docKey, document);
        return 'applied';
      });
      return (await replace(alias, next, standing)) ? applied : null;
    },
    async setVectors(alias, changes) {
      const standing = await rowsOf(
        alias,
        changes.map(({ docKey }) => docKey),
      );
      const next = new Map<string, Stored>();
      const applied = changes.map((change): Applied => {
        const stands = next.get(change.docKey) ?? standing.get(change.docKey)?.[0]?._source;
        const fits =
          stands?.removed === false &&
          stands.tenantId === change.tenantId &&
          stands.version === change.version;
        if (!fits) return 'stale';
        next.set(change.docKey, withVectors(stands, change));
        return 'applied';
      });
      return (await replace(alias, next, standing)) ? applied : null;
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

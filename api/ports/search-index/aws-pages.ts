/** Everything that fits a query, page by page in order of `docKey`. */
import type { Send } from './aws-client.ts';
import type { Stored } from './aws-documents.ts';

const PAGE = 500;

/** A document as a search answers it. */
export interface Row {
  _id: string;
  _source: Stored;
  _score?: number | null;
  sort?: unknown[];
}

export interface Rows {
  hits: { hits: Row[]; total?: { value: number; relation: 'eq' | 'gte' } };
}

/** @param fields that are read of each; of an index that is not there, nothing */
export async function* pagesOf(
  send: Send,
  alias: string,
  query: object,
  fields: string[],
): AsyncGenerator<Row[]> {
  for (let after: unknown[] | undefined; ;) {
    const answer = await send<Rows>({
      method: 'POST',
      path: `/${alias}/_search`,
      body: {
        size: PAGE,
        query,
        _source: fields,
        // Doubles of one key stand side by side, the newest first.
        sort: [{ docKey: 'asc' }, { version: 'desc' }],
        ...(after && { search_after: after }),
        track_total_hits: false,
      },
    });
    const rows = answer?.hits.hits ?? [];
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.sort;
  }
}

/** Many writes in one request. https://docs.opensearch.org/2.17/api-reference/document-apis/bulk/ */
import { OpenSearchRefusal, isPassing, type Send } from './aws-client.ts';
import { SearchUnavailable } from './port.ts';

export interface Write {
  action: Record<string, object>;
  source?: object;
}

/** The state of one write, and of an id that OpenSearch gave. */
export interface Written {
  status: number;
  _id?: string;
}

interface BulkAnswer {
  items: Array<Record<string, Written & { error?: { type?: string; reason?: string } }>>;
}

/** Bytes of one request, at most: collections take 20 MiB. */
const MOST_BYTES = 5 * 2 ** 20;

/**
 * Writes in order. A conflict of versions is an answer (409), a missing index too (404).
 * @throws SearchUnavailable when any write is to be tried again; what was written before stays
 */
export async function bulk(send: Send, index: string, writes: readonly Write[]): Promise<Written[]> {
  const done: Written[] = [];
  for (const some of portions(writes)) {
    const lines = some.flatMap(({ action, source }) => [action, ...(source ? [source] : [])]);
    const answer = await send<BulkAnswer>({
      method: 'POST',
      path: `/${index}/_bulk`,
      query: { require_alias: 'true' },
      lines,
    });
    const items = answer?.items.map((item) => Object.values(item)[0]!) ?? some.map(() => ({ status: 404 }));
    for (const { status, error } of items as BulkAnswer['items'][number][string][]) {
      if (status < 300 || status === 404 || status === 409) continue;
      const reason = `${error?.type ?? ''}: ${error?.reason ?? ''}`;
      if (isPassing(status)) throw new SearchUnavailable(`OpenSearch did not write, try again. (${reason})`);
      throw new OpenSearchRefusal(status, `OpenSearch refused a document with ${status}: ${reason}`);
    }
    done.push(...items);
  }
  return done;
}

function* portions(writes: readonly Write[]): Generator<Write[]> {
  let some: Write[] = [];
  let bytes = 0;
  for (const write of writes) {
    const size = Buffer.byteLength(JSON.stringify(write));
    if (some.length > 0 && bytes + size > MOST_BYTES) {
      yield some;
      [some, bytes] = [[], 0];
    }
    some.push(write);
    bytes += size;
  }
  if (some.length > 0) yield some;
}

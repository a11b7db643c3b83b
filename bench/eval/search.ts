/** Search: topics and known items, by the local twin and by the one on OpenSearch where there is one. */
import { join } from 'node:path';
import { createLocalEmbeddings } from '#api/ports/embeddings/local.ts';
import type { SearchDocument, SearchIndex, Vector, VectorChange } from '#api/ports/search-index/port.ts';
import { readDocuments } from './corpus.ts';
import type { EvalData } from './data.ts';
import { queryVectors, vectorsOf } from './embedding.ts';
import { createMiniSearch, fill, withLocalIndex } from './engines.ts';
import { halfRememberedTitles, knownItemRows, mistypedTitles } from './known-items.ts';
import { withOpenSearch } from './opensearch.ts';
import { aboveCheckedIn, aboveRows, findAll, rowsOf, twinRows, type Found } from './retrieval.ts';
import type { Row } from './row.ts';
import type { Twin } from './table.ts';
import { readTopics, topicsOf, type Topic } from './topics.ts';

const OPENSEARCH = "OpenSearch's BM25";

/** Everything that is asked, and what it is asked of. */
interface Bench {
  documents: SearchDocument[];
  vectors: VectorChange[];
  topics: Topic[];
  items: Parameters<typeof knownItemRows>[1];
  queries: ReadonlyMap<string, Vector>;
}

export async function benchOf(data: EvalData, tell?: (done: number, all: number) => void): Promise<Bench> {
  const documents = await readDocuments(data.works);
  const topics = data.topics
    ? await readTopics(data.topics)
    : await topicsOf(join(data.works, 'works.jsonl'));
  const items = {
    mistyped: mistypedTitles(documents),
    'half-remembered': halfRememberedTitles(documents),
  };
  const asked = [...topics, ...Object.values(items).flat()].map(({ query }) => query);
  const embeddings = createLocalEmbeddings();
  try {
    const vectors = await vectorsOf(documents, embeddings, tell);
    return { documents, topics, items, vectors, queries: await queryVectors(asked, embeddings) };
  } finally {
    await embeddings.close();
  }
}

/**
 * The figures of both twins; those of OpenSearch only where an endpoint is given. Without one, words are held against
 * what OpenSearch reached when it was measured.
 * @param checkedIn rows of the table of OpenSearch
 */
export async function searchRows(
  bench: Bench,
  endpoint: string | undefined,
  checkedIn: readonly Row[],
): Promise<Partial<Record<Twin, Row[]>>> {
  const { documents, topics } = bench;
  const mini = await findAll(createMiniSearch(documents), topics);
  const local = await withLocalIndex(async (index) => {
    await fill(index, documents, bench.vectors);
    return twin(bench, index);
  });
  const rows = [
    ...local.rows,
    ...others(rowsOf('MiniSearch', mini, topics)),
    ...aboveRows('words', local.text, 'MiniSearch', mini, topics, true),
  ];
  if (!endpoint) {
    const before = checkedIn.filter(({ name }) => name.startsWith(`topics, ${OPENSEARCH}`));
    return { local: [...rows, ...aboveCheckedIn('words', local.text, before, topics)] };
  }
  return withOpenSearch(endpoint, async ({ index, refresh, bm25 }) => {
    await fill(index, documents, bench.vectors);
    await refresh();
    const own = await twin(bench, index);
    const both = { local: [...rows], opensearch: [...own.rows] };
    for (const [name, find] of Object.entries(await bm25(documents))) {
      const engine = `${OPENSEARCH} over ${name}`;
      const found = await findAll(find, topics);
      both.opensearch.push(
        ...others(rowsOf(engine, found, topics)),
        ...aboveRows('words', own.text, engine, found, topics, true),
      );
      both.local.push(...aboveRows('words', local.text, engine, found, topics, true));
    }
    return both;
  });
}

async function twin(
  { documents, topics, items, queries }: Bench,
  index: SearchIndex,
): Promise<{ rows: Row[]; text: Found }> {
  const { rows, text } = await twinRows(index, topics, documents, queries);
  return { text, rows: [...rows, ...(await knownItemRows(index, items, queries))] };
}

/** What others reach is not ours to keep up. */
const others = (rows: readonly Row[]): Row[] => rows.map((row) => ({ ...row, free: true }));

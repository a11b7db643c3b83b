/**
 * Works about a topic: nDCG@10 and recall@50 of words, of meaning and of both, over all topics, by how much words can
 * find, and on the half of the topics that no setting was chosen on.
 */
import type { SearchDocument, SearchIndex, Vector } from '#api/ports/search-index/port.ts';
import { DEPTH, idsOf, modesOf, type Find } from './engines.ts';
import { mean, ndcg, recall } from './ranking.ts';
import { above, type Row } from './row.ts';
import { BANDS, halvesOf, type Topic } from './topics.ts';

const TOP = 10;

/** What an engine found for each topic, by the topic's id. */
export type Found = ReadonlyMap<string, readonly string[]>;

export async function findAll(find: Find, topics: readonly Topic[]): Promise<Found> {
  const found = new Map<string, string[]>();
  for (const { id, query } of topics) found.set(id, await find(query));
  return found;
}

export const meanNdcg = (found: Found, topics: readonly Topic[]): number =>
  mean(topics.map(({ id, relevant }) => ndcg(found.get(id) ?? [], relevant, TOP)));

const meanRecall = (found: Found, topics: readonly Topic[]): number =>
  mean(topics.map(({ id, relevant }) => recall(found.get(id) ?? [], relevant, DEPTH)));

const heldOutOf = (topics: readonly Topic[]): Topic[] => halvesOf(topics).heldOut;

/** The figures of one engine. */
export function rowsOf(engine: string, found: Found, topics: readonly Topic[]): Row[] {
  const groups = [
    { name: 'all', of: [...topics] },
    { name: 'held-out half', of: heldOutOf(topics) },
    ...BANDS.map(({ name, holds }) => ({ name, of: topics.filter(holds) })),
  ].filter(({ of }) => of.length > 0);
  return groups.flatMap(({ name, of }) => [
    { name: `topics, ${engine}, ${name}: nDCG@${TOP}`, value: meanNdcg(found, of), unit: `of ${of.length}` },
    {
      name: `topics, ${engine}, ${name}: recall@${DEPTH}`,
      value: meanRecall(found, of),
      unit: `of ${of.length}`,
    },
  ]);
}

/** What an engine has to be above another on. */
const compared = (topics: readonly Topic[]) => [
  { name: 'all', of: topics },
  { name: 'held-out half', of: heldOutOf(topics) },
];

/** That one engine is above another, over all topics and on the held-out half. */
export const aboveRows = (
  engine: string,
  found: Found,
  than: string,
  other: Found,
  topics: readonly Topic[],
  mayEqual: boolean,
): Row[] =>
  compared(topics).map(({ name, of }) =>
    above(
      `topics, ${engine} above ${than}, ${name}: nDCG@${TOP}`,
      meanNdcg(found, of),
      meanNdcg(other, of),
      mayEqual,
    ),
  );

/** That an engine is at least where others were when they were measured, by their checked-in rows. */
export const aboveCheckedIn = (
  engine: string,
  found: Found,
  rows: readonly Row[],
  topics: readonly Topic[],
): Row[] =>
  compared(topics).flatMap(({ name, of }) =>
    rows
      .filter((row) => row.name.endsWith(`, ${name}: nDCG@${TOP}`))
      .map((row) => {
        const what = row.name.replace('topics, ', `topics, ${engine} above `);
        return above(what, meanNdcg(found, of), row.value, true);
      }),
  );

/** A twin's modes on all topics: their figures, that both together are best, and how many works they answer. */
export async function twinRows(
  index: SearchIndex,
  topics: readonly Topic[],
  documents: readonly SearchDocument[],
  vectors: ReadonlyMap<string, Vector>,
): Promise<{ rows: Row[]; text: Found }> {
  const modes = modesOf(index, vectors);
  const find =
    (mode: keyof typeof modes): Find =>
    async (text) =>
      idsOf(await modes[mode](text));
  const text = await findAll(find('text'), topics);
  const semantic = await findAll(find('semantic'), topics);
  const hybrid = await findAll(find('hybrid'), topics);
  const totals: number[] = [];
  for (const { query } of topics) totals.push((await modes.hybrid(query)).total.count / documents.length);
  return {
    text,
    rows: [
      ...rowsOf('words', text, topics),
      ...rowsOf('meaning', semantic, topics),
      ...rowsOf('both', hybrid, topics),
      ...aboveRows('both', hybrid, 'words', text, topics, false),
      ...aboveRows('both', hybrid, 'meaning', semantic, topics, false),
      {
        name: 'topics, both: share of all works that is answered',
        value: mean(totals),
        unit: `of ${documents.length}`,
        better: 'lower',
      },
    ],
  };
}

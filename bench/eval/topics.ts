/** What is asked, and which works cataloguers said are about it. */
import { recordsOf } from './corpus.ts';
import { shuffled } from '#api/ports/search-index/order.testing.ts';
import { wordsOf } from './words.ts';

export interface Topic {
  id: string;
  query: string;
  /** Ids of works; labels are positive only, so others may be relevant too. */
  relevant: ReadonlySet<string>;
  /** Share of the relevant works that hold a word of the query in a text of theirs. */
  textHits: number;
}

export async function readTopics(file: string): Promise<Topic[]> {
  return (await recordsOf(file)).map((record) => ({
    id: String(record.qid),
    query: String(record.query),
    relevant: new Set(record.relevant as string[]),
    textHits: Number(record.text_hit_fraction),
  }));
}

/** Decides which topics settings were chosen on. */
const SEED = 20;

/** Two halves, the same in each run: settings are chosen on the first, the second is held out. */
export function halvesOf(topics: readonly Topic[]): { tuned: Topic[]; heldOut: Topic[] } {
  const mixed = shuffled(topics, SEED);
  const middle = Math.ceil(mixed.length / 2);
  return { tuned: mixed.slice(0, middle), heldOut: mixed.slice(middle) };
}

/** By how much of what is relevant words can find at all. */
export const BANDS = [
  { name: 'no word in common', holds: ({ textHits }: Topic) => textHits === 0 },
  { name: 'words in some', holds: ({ textHits }: Topic) => textHits > 0 && textHits < 0.5 },
  { name: 'words in most', holds: ({ textHits }: Topic) => textHits >= 0.5 },
] as const;

/** Fewer relevant works say little, more than so many are no search. */
const FEWEST = 3;
const MOST = 10;
/** Texts that hold a word of a query or not, as `text_hit_fraction` counts them. */
const TEXTS = ['title', 'series', 'inscription', 'description'];

/** Topics of the works themselves: each subject that some of them have. For data that comes without topics. */
export async function topicsOf(works: string): Promise<Topic[]> {
  const records = await recordsOf(works);
  const bySubject = new Map<string, Set<string>>();
  for (const { id, subjects } of records) {
    for (const subject of Array.isArray(subjects) ? (subjects as string[]) : []) {
      const about = bySubject.get(subject) ?? new Set();
      bySubject.set(subject, about.add(String(id)));
    }
  }
  return [...bySubject]
    .filter(([, { size }]) => size >= FEWEST && size <= MOST)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([query, relevant]) => {
      const hits = records.filter(
        ({ id, ...record }) => relevant.has(String(id)) && holdsWord(record, query),
      );
      return { id: query, query, relevant, textHits: hits.length / relevant.size };
    });
}

function holdsWord(record: Record<string, unknown>, query: string): boolean {
  const words = new Set(wordsOf(TEXTS.map((column) => String(record[column] ?? '')).join(' ')));
  return wordsOf(query).some((word) => words.has(word));
}

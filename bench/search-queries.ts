/** What is asked of every engine: words of works from all over the collection, the same in each run, each once. */
import type { SearchDocument } from '#api/ports/search-index/port.ts';

/** Queries of one kind, at most. */
const MOST = 120;
/** One of so many works gives queries. */
const EVERY = 1_201;
/** The most frequent words of titles that are asked for. */
const FREQUENT = 40;

export interface Queries {
  /** Two words of a title. */
  titles: string[];
  /** The same with one letter missing. */
  mistyped: string[];
  people: string[];
  tags: string[];
  /** Words that the most titles hold. */
  frequent: string[];
  /** Works that were asked about: for filters, likeness and updates. */
  works: SearchDocument[];
}

const wordsOf = ({ title }: SearchDocument): string[] => title.match(/\p{L}{4,}/gu) ?? [];

/** The first two words of a title that say something. */
export const pairOf = (work: SearchDocument): string => wordsOf(work).slice(0, 2).join(' ');

/** Collects queries while works pass by; frequent words when all have. */
export function createQueries(): Queries & { see(work: SearchDocument): void; finish(): void } {
  const queries: Queries = { titles: [], mistyped: [], people: [], tags: [], frequent: [], works: [] };
  const counts = new Map<string, number>();
  let seen = 0;
  const add = (to: string[], text: string | undefined): void => {
    if (text && to.length < MOST && !to.includes(text)) to.push(text);
  };
  return {
    ...queries,
    see(work) {
      seen += 1;
      const words = wordsOf(work);
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
      if (seen % EVERY !== 1) return;
      if (queries.works.length < MOST) queries.works.push(work);
      add(queries.titles, pairOf(work));
      const [longest = ''] = words.toSorted((a, b) => b.length - a.length);
      if (longest.length >= 6) add(queries.mistyped, longest.slice(0, 3) + longest.slice(4));
      add(queries.people, work.people?.[0]);
      add(queries.tags, work.tags?.at(-1));
    },
    finish() {
      const most = [...counts].sort(([, a], [, b]) => b - a).slice(0, FREQUENT);
      queries.frequent.push(...most.map(([word]) => word));
      counts.clear();
    },
  };
}

/** Words of titles, people, tags and frequent ones, in turns. */
export const mixed = ({ titles, people, tags, frequent }: Queries): string[] =>
  titles.flatMap((title, at) =>
    [title, people[at], tags[at], frequent[at]].filter((text) => text !== undefined),
  );

/**
 * One work that somebody has in mind: by its title with one mistake in typing, and by a title of which words were
 * forgotten and the others come in another order. Found when the work is among the first ten.
 */
import type { SearchDocument, SearchIndex, Vector } from '#api/ports/search-index/port.ts';
import { idsOf, modesOf } from './engines.ts';
import { barred, type Row } from './row.ts';
import { seeded, shuffled } from '#api/ports/search-index/order.testing.ts';

const SEED = 7;
const MOST = 250;
const TOP = 10;
const BAR = 0.85;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** A word of fewer letters with a mistake is often another word. */
const SHORTEST_MISTYPED = 4;
/** Nobody types more than so many words. */
const LONGEST = 12;

export interface KnownItem {
  /** Id of the work. */
  id: string;
  title: string;
  query: string;
}

/** Works that are alone with their title, in an order of chance. */
function alone(documents: readonly SearchDocument[], seed: number): SearchDocument[] {
  const counts = new Map<string, number>();
  const nameOf = ({ title }: SearchDocument): string => title.trim().toLowerCase();
  for (const document of documents) counts.set(nameOf(document), (counts.get(nameOf(document)) ?? 0) + 1);
  return shuffled(
    documents.filter((document) => counts.get(nameOf(document)) === 1),
    seed,
  );
}

const wordsOf = (title: string): string[] => title.match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? [];

/** A letter put in, left out, replaced or swapped with the next. */
function mistyped(word: string, random: () => number): string {
  const at = Math.floor(random() * (word.length - 1));
  const letter = LETTERS[Math.floor(random() * LETTERS.length)] ?? 'e';
  const [head, here, next, rest] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
  switch (Math.floor(random() * 4)) {
    case 0:
      return `${head}${letter}${here}${next}${rest}`;
    case 1:
      return `${head}${next}${rest}`;
    case 2:
      return `${head}${letter}${next}${rest}`;
    default:
      return `${head}${next}${here}${rest}`;
  }
}

/** Titles with one mistake, in a word of Latin letters. */
export function mistypedTitles(documents: readonly SearchDocument[]): KnownItem[] {
  const random = seeded(SEED);
  return alone(documents, SEED)
    .flatMap(({ entityId, title }) => {
      const words = wordsOf(title);
      const places = words.flatMap((word, at) =>
        word.length >= SHORTEST_MISTYPED && /^\p{Script=Latin}+$/u.test(word) ? [at] : [],
      );
      const place = places[Math.floor(random() * places.length)];
      if (place === undefined || words.length > LONGEST) return [];
      let wrong = words[place]!;
      while (wrong.toLowerCase() === words[place]!.toLowerCase()) wrong = mistyped(words[place]!, random);
      return [{ id: entityId, title, query: words.with(place, wrong).join(' ') }];
    })
    .slice(0, MOST);
}

/** Titles of three words and more with a third of them forgotten, the others in another order. */
export function halfRememberedTitles(documents: readonly SearchDocument[]): KnownItem[] {
  return alone(documents, SEED + 1)
    .flatMap(({ entityId, title }, at) => {
      const words = wordsOf(title);
      const telling = words.filter((word) => word.length >= SHORTEST_MISTYPED);
      if (telling.length < 3 || words.length > LONGEST) return [];
      const kept = shuffled(words, SEED + at).slice(0, Math.ceil((words.length * 2) / 3));
      return [{ id: entityId, title, query: kept.join(' ') }];
    })
    .slice(0, MOST);
}

/** The share of known items that a twin finds, by words and by both. */
export async function knownItemRows(
  index: SearchIndex,
  kinds: Readonly<Record<'mistyped' | 'half-remembered', readonly KnownItem[]>>,
  vectors: ReadonlyMap<string, Vector>,
): Promise<Row[]> {
  const modes = modesOf(index, vectors);
  const rows: Row[] = [];
  for (const [kind, items] of Object.entries(kinds)) {
    if (items.length === 0) continue;
    for (const [mode, name] of [
      ['text', 'words'],
      ['hybrid', 'both'],
    ] as const) {
      let found = 0;
      for (const { id, query } of items) {
        if (
          idsOf(await modes[mode](query))
            .slice(0, TOP)
            .includes(id)
        )
          found += 1;
      }
      const what = `known items, ${kind} titles, ${name}: in the first ${TOP}`;
      const [value, unit] = [found / items.length, `of ${items.length}`];
      rows.push(kind === 'mistyped' ? barred(what, value, unit, BAR) : { name: what, value, unit });
    }
  }
  return rows;
}

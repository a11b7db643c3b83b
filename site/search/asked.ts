/** What a search page is asked for, in its address: `/search/?q=wave&medium=Woodcut&from=1801&to=1900`. */
import type { PublicKind, QuerySearchArgs } from '#api/types.gen.ts';

/** Filters that are lists, by their names in the address; they are the arguments' own. */
export const LISTS = ['kind', 'medium', 'classification', 'tag', 'colour', 'licence', 'language'] as const;
export type ListName = (typeof LISTS)[number];

export interface Asked {
  words: string;
  /** A work whose neighbours are wanted. */
  similarTo?: string;
  /** Only in this portfolio. */
  handle?: string;
  lists: Partial<Record<ListName, string[]>>;
  from?: number;
  to?: number;
  /** Where to go on from. */
  cursor?: string;
}

/** Words of one search, at most; the API refuses more. */
const MOST_WORDS = 400;
const KINDS: readonly PublicKind[] = ['PORTFOLIO', 'WORK', 'PAGE'];

/** Reads an address. What it does not understand is left out: an address that somebody passed on still answers. */
export function readAsked(query: URLSearchParams): Asked {
  const lists: Asked['lists'] = {};
  for (const name of LISTS) {
    const given = [...new Set(query.getAll(name).map((value) => value.trim()))];
    const values = given.filter((value) => value !== '' && (name !== 'kind' || isKind(value))).slice(0, 20);
    if (values.length > 0) lists[name] = values;
  }
  return {
    words: (query.get('q') ?? '').trim().slice(0, MOST_WORDS).toWellFormed().replaceAll('\0', ''),
    lists,
    ...text('similarTo', query.get('similarTo')),
    ...text('handle', query.get('handle')),
    ...text('cursor', query.get('cursor')),
    ...year('from', query.get('from')),
    ...year('to', query.get('to')),
  };
}

const isKind = (value: string): value is PublicKind => (KINDS as readonly string[]).includes(value);

const text = (name: 'similarTo' | 'handle' | 'cursor', value: string | null): Partial<Asked> =>
  value === null || value === '' ? {} : { [name]: value };

const year = (name: 'from' | 'to', value: string | null): Partial<Asked> =>
  value !== null && /^-?\d{1,5}$/.test(value) ? { [name]: Number(value) } : {};

/** The address of a search: the same search has one address. */
export function addressOf({ words, similarTo, handle, lists, from, to, cursor }: Asked): string {
  const query = new URLSearchParams();
  if (words !== '') query.set('q', words);
  if (similarTo !== undefined) query.set('similarTo', similarTo);
  if (handle !== undefined) query.set('handle', handle);
  for (const name of LISTS) {
    for (const value of lists[name] ?? []) query.append(name, value);
  }
  if (from !== undefined) query.set('from', String(from));
  if (to !== undefined) query.set('to', String(to));
  if (cursor !== undefined) query.set('cursor', cursor);
  return query.size === 0 ? '/search/' : `/search/?${query}`;
}

/** Variables of the operation `search`. */
export function variablesOf(asked: Asked, limit: number): QuerySearchArgs {
  const { words, similarTo, handle, lists, from, to, cursor } = asked;
  return {
    // Neighbours are looked for by the work alone.
    ...(words !== '' && similarTo === undefined && { text: words }),
    ...(similarTo !== undefined && { similarTo }),
    ...(handle !== undefined && { handle }),
    ...(lists as Partial<QuerySearchArgs>),
    ...(from !== undefined && { yearFrom: from }),
    ...(to !== undefined && { yearTo: to }),
    ...(cursor !== undefined && { cursor }),
    facets: true,
    limit,
  };
}

/** The search without its place: from the first page on. */
export function fromStart({ cursor: _, ...asked }: Asked): Asked {
  return asked;
}

/** The search with a value of a filter added, or removed where it is there. */
export function toggled(asked: Asked, name: ListName, value: string): Asked {
  const before = asked.lists[name] ?? [];
  const values = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  const { [name]: _, ...lists } = asked.lists;
  return { ...fromStart(asked), lists: values.length > 0 ? { ...lists, [name]: values } : lists };
}

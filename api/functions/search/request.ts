/** What the function `search` is asked. The resolvers have checked the arguments' limits; here is what goes together. */
import type { Asker, Filters, Kind, Mode } from '../../ports/search-index/port.ts';
import type {
  OwnKind,
  PublicKind,
  QuerySearchArgs,
  QuerySearchMineArgs,
  SearchMode,
} from '../../types.gen.ts';
import { Problem } from '../publish/problem.ts';

export type PublicArguments = QuerySearchArgs;
export type OwnArguments = QuerySearchMineArgs;

/** `tenantId` is the server's word, from the membership that was read: never an argument. */
export type SearchRequest =
  | { action: 'search'; arguments: PublicArguments; tenantId: string | null }
  | { action: 'searchMine'; arguments: OwnArguments; tenantId: string }
  | { action: 'suggest'; arguments: { text: string; limit?: number | null } };

export const PUBLIC_KINDS = { PORTFOLIO: 'portfolio', WORK: 'work', PAGE: 'page' } as const satisfies Record<
  PublicKind,
  Kind
>;

export const OWN_KINDS = {
  PROJECT: 'project',
  LOG_ENTRY: 'log',
  ASSET: 'asset',
  INSPIRATION: 'inspiration',
  PAGE: 'ownPage',
} as const satisfies Record<OwnKind, Kind>;

export const MODES = {
  TEXT: 'text',
  SEMANTIC: 'semantic',
  HYBRID: 'hybrid',
  SIMILAR: 'similar',
  IMAGE: 'image',
} as const satisfies Record<SearchMode, Mode>;

interface Examples {
  text?: string | null;
  mode?: SearchMode | null;
  similarTo?: string | null;
  picture?: string | null;
  pictureOf?: string | null;
}

/** Arguments that the modes look by: each belongs to its modes, and no other goes with it. */
const BY: Record<'text' | 'similarTo' | 'picture' | 'pictureOf', SearchMode[]> = {
  text: ['TEXT', 'SEMANTIC', 'HYBRID'],
  similarTo: ['SIMILAR'],
  picture: ['IMAGE'],
  pictureOf: ['IMAGE'],
};

/**
 * The mode that is asked for, and that the arguments fit it. Without words there is nothing to compare: that is `TEXT`,
 * whose list is by date.
 * @throws Problem `BadInput` that names the argument that does not
 */
export function modeOf(args: Examples, scope: Asker['scope']): SearchMode {
  const given = (Object.keys(BY) as Array<keyof typeof BY>).filter((name) => wordsOf(args[name]) !== '');
  const [first, second] = given;
  if (first !== undefined && second !== undefined) {
    throw refusal(second, args[second], `Leave ${second} or ${first} out: one search looks by one of them.`);
  }
  const mode = args.mode ?? (first === undefined ? 'HYBRID' : first === 'text' ? 'HYBRID' : BY[first][0]);
  if (mode === undefined || (first !== undefined && !BY[first].includes(mode))) {
    const fix = `With ${first} send one of ${first === undefined ? '' : BY[first].join(', ')}, or leave mode out.`;
    throw refusal('mode', mode, fix);
  }
  if (first === undefined && mode === 'SIMILAR') {
    throw refusal('similarTo', undefined, 'Send the id of the work whose neighbours are wanted.');
  }
  if (first === undefined && mode === 'IMAGE') {
    const field = scope === 'public' ? 'picture' : 'pictureOf';
    throw refusal(field, undefined, 'Send the picture to look for others like.');
  }
  return first === undefined ? 'TEXT' : mode;
}

const refusal = (field: string, value: unknown, fix: string): Problem => {
  const received = value === undefined || value === null ? 'nothing' : JSON.stringify(value).slice(0, 80);
  return new Problem('BadInput', `${field} does not fit the search. ${fix} Received: ${received}.`, {
    field,
    received,
    fix,
  });
};

function noYears(yearFrom: number, yearTo: number): Problem {
  const fix = 'Send a yearFrom that is not after yearTo; years BC are negative.';
  const named = [
    { field: 'yearFrom', received: `${yearFrom}`, fix },
    { field: 'yearTo', received: `${yearTo}`, fix },
  ];
  const message = `yearFrom is after yearTo. ${fix} Received: ${yearFrom} and ${yearTo}.`;
  return new Problem('BadInput', message, { ...named[0], problems: named });
}

/** Words without white space around them. */
export const wordsOf = (text: string | null | undefined): string => (text ?? '').trim();

/** Filters that both scopes have. @throws Problem `BadInput` for years that nothing can meet */
export function filtersOf(args: Omit<PublicArguments, 'kind'>): Filters {
  const { yearFrom, yearTo } = args;
  if (typeof yearFrom === 'number' && typeof yearTo === 'number' && yearFrom > yearTo)
    throw noYears(yearFrom, yearTo);
  const years = {
    ...(typeof args.yearFrom === 'number' && { yearFrom: args.yearFrom }),
    ...(typeof args.yearTo === 'number' && { yearTo: args.yearTo }),
  };
  const lists = {
    medium: args.medium,
    classification: args.classification,
    tags: args.tag,
    colours: args.colour,
    licence: args.licence,
    language: args.language,
  };
  const given = Object.entries(lists).filter(([, values]) => (values?.length ?? 0) > 0);
  return { ...years, ...Object.fromEntries(given) };
}

import type { QueryStatsArgs, Stats, StatsCount, StatsWork } from '../../types.gen.ts';
import { fail } from './errors.ts';

type Item = Record<string, unknown>;

/** The most days of one answer: their items are one page of a query whatever is in them. */
export const MOST_DAYS = 31;

/** The most entries of a list, as of a day's. */
const MOST_ENTRIES = 20;

/**
 * Days since a day long ago, by the Gregorian calendar. Years begin in March here, so that leap days come last.
 * https://howardhinnant.github.io/date_algorithms.html#days_from_civil
 */
function dayNumber(day: string): number {
  const month = parseInt(day.slice(5, 7), 10);
  const year = parseInt(day.slice(0, 4), 10) - (month <= 2 ? 1 : 0);
  const ofYear =
    Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + parseInt(day.slice(8, 10), 10) - 1;
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + ofYear;
}

/** Refuses days in the wrong order and more of them than one answer takes. */
export function checkDays(from: string, to: string): void {
  const days = dayNumber(to) - dayNumber(from) + 1;
  if (days < 1) {
    fail('BadInput', `to must not be before from. Received: ${from} and ${to}.`, {
      field: 'to',
      received: to,
      fix: 'Send a day that is not before from.',
    });
  }
  if (days > MOST_DAYS) {
    fail('BadInput', `From from to to are ${days} days; at most ${MOST_DAYS} are answered at once.`, {
      field: 'to',
      received: to,
      fix: `Ask for at most ${MOST_DAYS} days, and again for the others.`,
    });
  }
}

/** The days' items added up. */
export function statsOf(args: QueryStatsArgs, items: Item[]): Stats {
  const days = items.map((item) => ({
    day: item.day as string,
    views: item.views as number,
    visitors: item.visitors as number,
  }));
  return {
    from: args.from,
    to: args.to,
    views: days.reduce((sum, { views }) => sum + views, 0),
    visitors: days.reduce((sum, { visitors }) => sum + visitors, 0),
    days,
    referrers: most<StatsCount>(items, 'referrers', 'name'),
    countries: most<StatsCount>(items, 'countries', 'name'),
    works: most<StatsWork>(items, 'works', 'projectId'),
    terms: most<StatsCount>(items, 'terms', 'name'),
  };
}

/** The entries of all days' lists with most views, by what names them. A later day's title wins. */
function most<Entry extends { views: number; visitors: number }>(
  items: Item[],
  list: string,
  name: string,
): Entry[] {
  const sums: Record<string, Entry> = {};
  items.forEach((item) => {
    ((item[list] ?? []) as Entry[]).forEach((entry) => {
      // A word that objects have by themselves is a name like another.
      const key = `#${(entry as unknown as Item)[name] as string}`;
      const before = sums[key];
      sums[key] = {
        ...entry,
        views: entry.views + (before ? before.views : 0),
        visitors: entry.visitors + (before ? before.visitors : 0),
      };
    });
  });
  return Object.values(sums).reduce<Entry[]>((ranked, entry) => {
    const found = ranked.findIndex((other) => other.views < entry.views);
    const at = found === -1 ? ranked.length : found;
    return at >= MOST_ENTRIES
      ? ranked
      : [...ranked.slice(0, at), entry, ...ranked.slice(at, MOST_ENTRIES - 1)];
  }, []);
}

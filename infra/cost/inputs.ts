/** What a platform is asked to carry in a month. Everything but `tenants` and `peak` is a tenant's. */

export interface Inputs {
  /** Artists and organisations. */
  tenants: number;
  /** Works that a tenant keeps, each with one picture. */
  works: number;
  /** Works that come in anew in a month: created, with a picture, and published. */
  newWorks: number;
  /** Changes of drafts in a month. */
  edits: number;
  /** Publications in a month, beside those of new works. */
  publishes: number;
  /** Visits of a portfolio in a month. */
  visits: number;
  /** Pages that are looked at in a visit. */
  pagesPerVisit: number;
  /** Searches in a month. */
  searches: number;
  /** Reads by tools over REST in a month. */
  toolReads: number;
  /** Enrichments that are asked for in a month. */
  enrichments: number;
  /** Uploads and what was made of them, megabytes a work. */
  mediaMb: number;
  /** People who sign in in a month. */
  people: number;
  /** The busiest second beside the mean one. */
  peak: number;
}

interface Field {
  says: string;
  fallback: number;
  least: number;
  most: number;
  whole: boolean;
}

const MANY = 1_000_000_000;
const count = (says: string, fallback: number, most = MANY): Field => ({
  says,
  fallback,
  least: 0,
  most,
  whole: false,
});

/** Every input: what it means and what it may be. A tenant's are those of a portfolio in use. */
export const FIELDS: { readonly [name in keyof Inputs]: Field } = {
  tenants: { says: 'artists and organisations', fallback: 1_000, least: 1, most: 10_000_000, whole: true },
  works: count('works that a tenant keeps', 40, 1_000_000),
  newWorks: count('works that come in a month', 2, 100_000),
  edits: count('changes of drafts a month', 30),
  publishes: count('publications of works that are there already, a month', 6),
  visits: count('visits a month', 300),
  pagesPerVisit: count('pages in a visit', 4, 1_000),
  searches: count('searches a month', 30),
  toolReads: count('reads over REST a month', 500),
  enrichments: count('enrichments a month', 3),
  mediaMb: count('megabytes of media a work', 12, 100_000),
  people: count('people who sign in in a month', 1.2, 100_000),
  peak: { says: 'times the mean second, at the busiest', fallback: 10, least: 1, most: 10_000, whole: false },
};

export const NAMES = Object.keys(FIELDS) as Array<keyof Inputs>;

/** A portfolio in use, by the number of tenants. */
export const SCENARIOS: ReadonlyArray<{ name: string; inputs: Inputs }> = [10, 1_000, 100_000].map(
  (tenants) => ({ name: `${tenants.toLocaleString('en')} tenants`, inputs: { ...defaults(), tenants } }),
);

/** `pagesPerVisit` is `--pages-per-visit`. */
export const flagOf = (name: keyof Inputs): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * Reads inputs by name; what is left out is that of a portfolio in use.
 * @throws Error that lists each field that is wrong, with what was received and what to send
 */
export function readInputs(given: Readonly<Partial<Record<keyof Inputs, string>>>): Inputs {
  const problems: string[] = [];
  const inputs = defaults();
  for (const name of NAMES) {
    const value = given[name];
    if (value === undefined) continue;
    const { least, most, whole, says } = FIELDS[name];
    const number = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : NaN;
    if (number >= least && number <= most && (!whole || Number.isInteger(number))) {
      inputs[name] = number;
      continue;
    }
    problems.push(
      `--${flagOf(name)} (${says}) must be a ${whole ? 'whole ' : ''}number from ${least} to ${most}, written in digits, such as ${FIELDS[name].fallback}. Received: ${value === '' ? 'nothing' : value}.`,
    );
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return inputs;
}

function defaults(): Inputs {
  return Object.fromEntries(NAMES.map((name) => [name, FIELDS[name].fallback])) as unknown as Inputs;
}

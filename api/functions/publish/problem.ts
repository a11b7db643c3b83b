/** The most bytes of one item: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
const MOST_BYTES = 409_600;

/** A refusal that the caller is told of: one of the errors of `api/errors.ts`. Everything else is a fault. */
export class Problem extends Error {
  override name = 'Problem';
  readonly type: string;
  readonly info: Record<string, unknown>;
  constructor(type: string, message: string, info: Record<string, unknown> = {}) {
    super(message);
    this.type = type;
    this.info = info;
  }
}

/** The header that names what is not there; an argument `id` does for everything else. */
const NAMED_BY: Readonly<Record<string, string>> = { 'profile of the tenant': 'X-Tenant' };

/** Foreign and unknown ids answer the same. */
export const notFound = (what: string, id: string): Problem =>
  new Problem('NotFound', `There is no ${what} ${id} here. Check the id and the tenant you act for.`, {
    field: NAMED_BY[what] ?? 'id',
    received: id,
    fix: 'Use an id from the list of the tenant you act for; another tenant is named by the header X-Tenant.',
  });

/** Somebody was faster. */
export const versionConflict = (what: string, id: string, expected: number, current: unknown): Problem =>
  new Problem(
    'VersionConflict',
    `The ${what} ${id} is at version ${String(current)}, not ${expected}. Nothing was changed.`,
    {
      field: 'expectedVersion',
      received: expected,
      current,
      fix: 'Read it again, apply your change to what it is now, and send its version.',
    },
  );

/** Things that publishing takes, by the end of an action's name. */
const PUBLISHED: Readonly<Record<string, string>> = { Project: 'project', Page: 'page', Profile: 'profile' };

/** What is stored is as large as it may be, so that nothing can be noted on it or made of it. */
export const tooLarge = (action: string): Problem => {
  const what = Object.entries(PUBLISHED).find(([name]) => action.endsWith(name))?.[1] ?? 'profile';
  return new Problem(
    'TooLarge',
    `The ${what} nearly fills one entry, which may have ${MOST_BYTES} bytes: what publishing adds does not fit. Nothing was changed.`,
    { fix: `Shorten the longest texts of the ${what}, then try again.` },
  );
};

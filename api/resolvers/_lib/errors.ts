import { util } from '@aws-appsync/utils';
import { shownText } from './shown.ts';

/** Ends the resolver with one of the errors of `api/errors.ts`; `info` names what was received and the fix. */
export function fail(type: string, message: string, info: Record<string, unknown> = {}): never {
  util.error(message, type, null, info);
}

/** The argument or header that names what is not there; `id` for everything else. */
const NAMED_BY: Record<string, string> = {
  member: 'uid',
  portfolio: 'handle',
  'profile of the tenant': 'X-Tenant',
  'public page': 'path',
  work: 'slug',
};

/** Foreign and unknown ids answer the same. */
export function notFound(what: string, id: string, field: string | null = null): never {
  fail('NotFound', `There is no ${what} ${id} here. Check the id and the tenant you act for.`, {
    field: field ?? NAMED_BY[what] ?? 'id',
    received: id,
    fix: 'Use an id from the list of the tenant you act for; another tenant is named by the header X-Tenant.',
  });
}

/** Somebody was faster. */
export function versionConflict(what: string, id: string, expected: number, current: number): never {
  fail(
    'VersionConflict',
    `The ${what} ${id} is at version ${current}, not ${expected}. Nothing was changed.`,
    {
      field: 'expectedVersion',
      received: expected,
      current,
      fix: 'Read it again, apply your change to what it is now, and send its version.',
    },
  );
}

/** How AppSync and DynamoDB refuse a cursor that another list gave, or none did. */
const CURSOR_REFUSALS = ['pagination token', 'starting key', 'xclusive Start Key', 'xclusiveStartKey'];

/** Faults of DynamoDB's own, which a later try may not meet. */
const SERVICE_FAULTS = ['InternalServerError', 'InternalFailure', 'ServiceUnavailable'];

/** The most bytes of one item: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
const MOST_BYTES = 409600;

/**
 * How DynamoDB refuses an item that is too large: as such, or as the reason of a cancelled transaction. Nothing else is
 * left to be invalid in what resolvers write.
 */
const TOO_LARGE = ['Item size', 'ValidationError'];

/** What DynamoDB refused for another reason than a condition. `args` are the field's arguments. */
export function dataSourceFailed(error: { message: string; type: string }, args: object): never {
  if (TOO_LARGE.some((words) => error.message.includes(words))) {
    tooLarge(args);
  }
  if (CURSOR_REFUSALS.some((words) => error.message.includes(words))) {
    badCursor((args as { cursor?: string | null }).cursor ?? '');
  }
  const full = error.message.includes('disk is full');
  if (full || SERVICE_FAULTS.some((word) => error.type.includes(word))) {
    const why = full ? ' The disk that it is on is full: free space first.' : '';
    fail(
      'Unavailable',
      `The table cannot answer now, and nothing was changed.${why} Try again in a moment.`,
      {
        source: error.type,
      },
    );
  }
  fail('Internal', error.message, { source: error.type });
}

function tooLarge(args: object): never {
  const sent = JSON.stringify((args as { input?: object }).input ?? args);
  const received = `about ${Math.floor((util.base64Encode(sent).length * 3) / 4)} bytes`;
  fail(
    'TooLarge',
    `input is more than fits into one entry, which may have ${MOST_BYTES} bytes with all its fields. Received: ${received}.`,
    {
      field: 'input',
      received,
      fix: 'Shorten the longest texts, or move parts of them to log entries or pages.',
    },
  );
}

function badCursor(cursor: string): never {
  const received = shownText(cursor);
  fail('BadInput', `cursor is not one that this list gave. Received: ${received}.`, {
    field: 'cursor',
    received,
    fix: 'Send the `next` of the page before, unchanged, with the same arguments; or leave it out.',
  });
}

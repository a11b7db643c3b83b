import { expect, test, vi } from 'vitest';
import { dataSourceFailed } from './errors.ts';

vi.mock('@aws-appsync/utils', () => ({
  util: {
    error: (message: string, type: string, _data: unknown, info: object) => {
      throw Object.assign(new Error(message), { type, info });
    },
    base64Encode: (text: string) => Buffer.from(text).toString('base64'),
  },
}));

const refusal = (message: string, args: object, type = 'DynamoDB:ValidationException'): unknown => {
  try {
    return dataSourceFailed({ message, type }, args);
  } catch (error) {
    return error;
  }
};

test('an item that is too large is told in one sentence with its size and the limit', () => {
  const error = refusal('Item size has exceeded the maximum allowed size', {
    input: { body: 'é'.repeat(250_000) },
  });

  expect(error).toMatchObject({
    type: 'TooLarge',
    message:
      'input is more than fits into one entry, which may have 409600 bytes with all its fields. Received: about 500013 bytes.',
    info: {
      field: 'input',
      received: 'about 500013 bytes',
      fix: expect.stringContaining('Shorten') as string,
    },
  });
});

test('so is one that an update within a transaction would make too large', () => {
  const message =
    'Transaction cancelled, please refer cancellation reasons for specific reasons [ValidationError, None]';

  expect(refusal(message, { input: { slug: 'x' } })).toMatchObject({ type: 'TooLarge' });
});

test.each([
  ['abc', '"abc"'],
  ['x'.repeat(200), `"${'x'.repeat(80)}"… (200 characters)`],
])('a refused cursor is shown, cut when it is long', (cursor, received) => {
  const error = refusal('Invalid pagination token given.', { cursor });

  expect(error).toMatchObject({ type: 'BadInput', info: { field: 'cursor', received } });
});

test.each([
  [
    'commit failed (database or disk is full)',
    /^The table cannot answer now, and nothing was changed\. .*free space/,
  ],
  ['Internal server error', /^The table cannot answer now, and nothing was changed\. Try again/],
])('a fault of the table itself is told as such: %s', (message, told) => {
  const error = refusal(message, {}, 'DynamoDB:InternalServerError') as Error;

  expect(error).toMatchObject({ type: 'Unavailable' });
  expect(error.message).toMatch(told);
});

test('a full disk that a function met is told as well', () => {
  expect(refusal('commit failed (database or disk is full)', {}, 'Lambda:Unhandled')).toMatchObject({
    type: 'Unavailable',
  });
});

import { expect, test } from 'vitest';
import { ApiError } from './client.ts';
import { apiReason } from './report.ts';

test.each([
  [
    'stands in the message',
    'input.value must be short. Received: "x".',
    'input.value must be short. Received: "x".',
  ],
  ['does not', 'The slug is taken.', 'The slug is taken. must be short'],
])('the fix is said once where it %s', (_, message, reason) => {
  const info = { field: 'input.value', received: '"x"', fix: 'must be short' };

  expect(apiReason(new ApiError('BadInput', message, info))).toMatchObject({
    reason,
    field: 'input.value',
    received: '"x"',
  });
});

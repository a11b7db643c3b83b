import { expect, test } from 'vitest';
import { notFound } from './problem.ts';

test.each([
  ['project', 'id'],
  ['page', 'id'],
  ['profile of the tenant', 'X-Tenant'],
])('a missing %s is named by %s', (what, field) => {
  expect(notFound(what, 'X1')).toMatchObject({ type: 'NotFound', info: { field, received: 'X1' } });
});

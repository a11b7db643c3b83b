import { expect, test } from 'vitest';
import { logTo } from './log.ts';

function logged(detail?: unknown): Record<string, unknown> {
  const lines: string[] = [];
  logTo((line) => lines.push(line))('error', 'it failed', detail);
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0]!) as Record<string, unknown>;
}

test('an entry is one line of JSON with its time, level and message', () => {
  expect(logged()).toEqual({
    at: expect.stringMatching(/^\d{4}-.*Z$/),
    level: 'error',
    message: 'it failed',
  });
});

test.each([
  ['by itself', (error: Error) => error, (detail: never) => detail],
  ['in a field', (error: Error) => ({ list: 'front', error }), ({ error }: { error: unknown }) => error],
  ['in a list', (error: Error) => [error], ([error]: unknown[]) => error],
  [
    'as a cause',
    (error: Error) => new Error('outer', { cause: error }),
    ({ cause }: { cause: unknown }) => cause,
  ],
  [
    'among others',
    (error: Error) => new AggregateError([error]),
    ({ errors }: { errors: unknown[] }) => errors[0],
  ],
])('an error %s is written with its name, message, stack and own fields', (_, wrap, find) => {
  const error = Object.assign(new TypeError('broken'), { code: 'EBROKEN' });

  const { detail } = logged(wrap(error));

  expect((find as (detail: unknown) => unknown)(detail)).toMatchObject({
    name: 'TypeError',
    message: 'broken',
    stack: expect.stringContaining('log.test.ts'),
    code: 'EBROKEN',
  });
});

test('what cannot be JSON is written all the same', () => {
  const circular: Record<string, unknown> = {};
  circular.self = circular;

  expect(logged(circular).detail).toContain('Circular');
  expect(logged({ count: 12n }).detail).toEqual({ count: '12' });
});

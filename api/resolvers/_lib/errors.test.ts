import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isErrorName } from '#api/errors.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const RAISED = /\b(?:fail|new Problem)\(\s*'(\w+)'/g;

test('every error that a resolver or function raises has a row, so that REST knows its status', () => {
  const sources = globSync('{resolvers,functions}/**/*.ts', { cwd: ROOT }).filter(
    (file) => !file.endsWith('.test.ts'),
  );

  const raised = new Set(
    sources.flatMap((file) =>
      [...readFileSync(`${ROOT}${file}`, 'utf8').matchAll(RAISED)].map(([, name]) => name),
    ),
  );

  expect(raised.size).toBeGreaterThan(10);
  expect([...raised].filter((name) => !isErrorName(name))).toEqual([]);
});

import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { operations } from './operations.gen.ts';
import { outputs } from './outputs.gen.ts';
import { routes } from './routes.ts';

const parametersOf = (path: string) => [...path.matchAll(/\{(\w+)\+?\}/g)].map((match) => match[1] ?? '');

it('every operation has one route and every route an operation', () => {
  const files = readdirSync(new URL('operations/', import.meta.url)).map((name) =>
    name.replace('.graphql', ''),
  );

  expect(routes.map(({ operation }) => operation).sort()).toEqual(files.sort());
});

it('no two routes share a method and path', () => {
  const lines = routes.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\+?\}/g, '{}')}`);

  expect(lines).toEqual([...new Set(lines)]);
});

it.each(routes.map((route) => [route.operation, route] as const))(
  'the row of %s fills every variable of its operation and no other',
  (name, { path, query, expand, body, precondition }) => {
    const given = [
      ...parametersOf(path),
      ...query,
      ...expand.map((part) => `expand${part.charAt(0).toUpperCase()}${part.slice(1)}`),
      ...(body === null ? [] : [body]),
      ...(precondition === null ? [] : ['expectedVersion']),
    ];

    expect(given.sort()).toEqual(Object.keys(operations[name]?.variables ?? {}).sort());
  },
);

it.each(
  routes
    .filter(({ precondition }) => precondition !== null)
    .map((route) => [route.operation, route] as const),
)('what %s builds on can be read with the parameters of its path', (_name, { path, precondition }) => {
  const read = operations[precondition?.read ?? ''];
  const needed = Object.entries(read?.variables ?? {}).filter(([, type]) => type.endsWith('!'));

  expect(outputs[read?.type ?? '']).toHaveProperty('version');
  expect(parametersOf(path)).toEqual(needed.map(([variable]) => variable));
});

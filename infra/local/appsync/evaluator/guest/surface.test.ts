/** The checker's lists and the sandbox agree: what one accepts is there in the other. */
import { expect, it } from 'vitest';
import { evaluateUnchecked } from '../fixtures.ts';
import { ARRAY_METHODS, GLOBALS, MODULES, STATIC_MEMBERS, STRING_METHODS } from '../surface.ts';

const PATHS = Object.entries(STATIC_MEMBERS).map(([path, members]) => [
  path === 'operations' ? 'ddb.operations' : path,
  members,
]) as [string, readonly string[]][];

it.each(PATHS)('%s has the members listed, all of them defined', (path, members) => {
  const { value } = evaluateUnchecked(
    `return ctx.args.members.filter((name) => ${path}[name] === undefined);`,
    {
      arguments: { members: [...members] },
    },
  );

  expect(value).toEqual([]);
});

it.each(PATHS.filter(([path]) => !['Number', 'String', 'Boolean'].includes(path)))(
  '%s has no other members',
  (path, members) => {
    const { value } = evaluateUnchecked(`return Object.keys(${path});`);

    expect([...(value as string[])].sort()).toEqual([...members].sort());
  },
);

it.each(GLOBALS.filter((name) => name !== 'undefined'))('the global %s is there', (name) => {
  const { value } = evaluateUnchecked(`return typeof ${name};`);

  expect(value).not.toBe('undefined');
});

it.each([
  ['[]', ARRAY_METHODS],
  ["''", STRING_METHODS],
])('%s has the methods listed', (receiver, methods) => {
  const { value } = evaluateUnchecked(
    `return ctx.args.methods.filter((name) => typeof ${receiver}[name] !== 'function');`,
    { arguments: { methods } },
  );

  expect(value).toEqual([]);
});

it('the helper module exports what may be imported', () => {
  const { value } = evaluateUnchecked('return Object.keys(ddb);');

  expect([...(value as string[])].sort()).toEqual([...(MODULES['@aws-appsync/utils/dynamodb'] ?? [])].sort());
});

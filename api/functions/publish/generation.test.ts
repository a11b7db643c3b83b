import { expect, test } from 'vitest';
import { generationOf, isOver, unchanged } from './generation.ts';

const current = generationOf('P', 3, 'B');

test.each([
  ['the one that stands', current, false],
  ['another attempt that came too late', generationOf('P', 3, 'A'), true],
  ['an older one', generationOf('P', 2, 'Z'), true],
  ['one that is under way', generationOf('P', 4, 'A'), false],
])('pieces of %s', (_, generation, over) => {
  expect(isOver(generation, { publication: 3, generation: current })).toBe(over);
});

test('after taking down, all that was is over, and what comes next is not', () => {
  const draft = { publication: 4 };
  expect(isOver(current, draft)).toBe(true);
  expect(isOver(generationOf('P', 5, 'A'), draft)).toBe(false);
});

test('numbers count as numbers, however long', () => {
  const draft = { publication: 10, generation: generationOf('P', 10, 'A') };
  expect(isOver(generationOf('P', 9, 'A'), draft)).toBe(true);
});

test('the condition names no value that it does not use', () => {
  expect(unchanged({ version: 1 }).values).toEqual({ ':expected': 1 });
  expect(unchanged({ version: 1, publication: 2 }).values).toEqual({ ':expected': 1, ':was': 2 });
});

import { expect, it } from 'vitest';
import { besideWords } from './search-neighbours.ts';

it.each([
  ['none', [], 0],
  ["all that have half of the nearest one's", [0.8, 0.5, 0.4], 3],
  ['no farther ones', [0.8, 0.5, 0.39, 0.38], 2],
  ['none that point elsewhere', [0.1, 0.05, 0, -0.2], 2],
  ['none where even the nearest points elsewhere', [-0.1, -0.2], 0],
  ['fifty of many', Array.from({ length: 80 }, () => 0.9), 50],
])('beside words come %s', (_, cosines, count) => {
  expect(besideWords(cosines)).toBe(count);
});

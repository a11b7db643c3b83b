import { expect, it } from 'vitest';
import { ndcg, precisionRecall, recall } from './ranking.ts';

const AB = new Set(['a', 'b']);

it.each([
  ['everything first', ['a', 'b', 'x'], AB, 10, 1],
  ['nothing', ['x', 'y'], AB, 10, 0],
  ['one of two, first', ['a', 'x'], AB, 10, 1 / (1 + 1 / Math.log2(3))],
  ['one of two, third', ['x', 'y', 'a'], AB, 10, 0.5 / (1 + 1 / Math.log2(3))],
  ['what comes after the depth', ['x', 'a'], AB, 1, 0],
  ['more relevant than the depth', ['a', 'x'], AB, 1, 1],
  ['nothing relevant at all', ['a'], new Set<string>(), 10, 0],
])('nDCG of %s', (_, ranked, relevant, depth, value) => {
  expect(ndcg(ranked, relevant, depth)).toBeCloseTo(value, 10);
});

it.each([
  [['a', 'x', 'b'], 3, 1],
  [['a', 'x', 'b'], 2, 0.5],
  [['x'], 5, 0],
])('recall of %j in the first %i', (ranked, depth, value) => {
  expect(recall(ranked, AB, depth)).toBe(value);
});

it.each([
  [2, 4, 8, { precision: 0.5, recall: 0.25, f1: 1 / 3 }],
  [0, 0, 8, { precision: 0, recall: 0, f1: 0 }],
])('%i right of %i proposed and %i wanted', (right, proposed, wanted, values) => {
  expect(precisionRecall(right, proposed, wanted)).toEqual(values);
});

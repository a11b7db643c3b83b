import { expect, it } from 'vitest';
import { wordErrorRate, wordF1 } from './words.ts';

it.each([
  ['the same words', 'Ink, on paper.', 'ink on PAPER', 1],
  ['half of the words', 'ink', 'ink on paper', 0.5],
  ['a word too often', 'ink ink', 'ink', 2 / 3],
  ['a word that the page breaks', 'adipiscing elit', 'adip-   other\niscing elit', 6 / 7],
  ['marks on letters', 'Café', 'Cafe\u0301', 1],
  ['nothing of nothing', '', ' ', 1],
  ['nothing of something', '', 'ink', 0],
])('word F1 of %s', (_, found, wanted, score) => {
  expect(wordF1(found, wanted)).toBeCloseTo(score, 6);
});

it.each([
  ['the same', 'go forward', 'Go forward!', 0],
  ['one other word', 'go backward', 'go forward', 0.5],
  ['one word less', 'go', 'go forward', 0.5],
  ['many words more', 'a b c go', 'go', 3],
  ['words where nobody spoke', 'a', '', 1],
  ['silence where nobody spoke', '', '', 0],
])('word error rate of %s', (_, found, wanted, rate) => {
  expect(wordErrorRate(found, wanted)).toBe(rate);
});

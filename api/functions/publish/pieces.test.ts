import { expect, test } from 'vitest';
import { partNumber, piecesOf } from './pieces.ts';

const bytes = (text: string): number => Buffer.byteLength(text);

test.each([
  ['', 4, ['']],
  ['abcd', 4, ['abcd']],
  ['abcde', 4, ['abcd', 'e']],
  ['abcdefgh', 4, ['abcd', 'efgh']],
  ['abcé', 4, ['abc', 'é']],
  ['ab€c', 4, ['ab', '€c']],
  ['a😀b', 4, ['a', '😀', 'b']],
  ['😀😀', 5, ['😀', '😀']],
])('%j in pieces of %i bytes is %j', (text, size, pieces) => {
  expect(piecesOf(text, size)).toEqual(pieces);
});

test('whatever is cut is whole when it is joined, and no piece is longer than it may be', () => {
  const text = 'aé€😀\u{10ffff}\u0000'.repeat(1000);
  for (let size = 4; size < 40; size += 1) {
    const pieces = piecesOf(text, size);
    expect(pieces.join('')).toBe(text);
    expect(Math.max(...pieces.map(bytes))).toBeLessThanOrEqual(size);
  }
});

test('a piece leaves room for the rest of its item below 400 KB', () => {
  const pieces = piecesOf('€'.repeat(400_000));
  expect(pieces).toHaveLength(4);
  expect(Math.max(...pieces.map(bytes))).toBeLessThanOrEqual(300_000);
});

test('numbers of pieces sort as text', () => {
  expect([1, 2, 10, 999].map(partNumber)).toEqual(['0001', '0002', '0010', '0999']);
});

import { expect, test } from 'vitest';
import type { PublicImage } from '../../types.gen.ts';
import { withArrived } from './refresh-media.ts';

const images = (ids: string): PublicImage[] => [...ids].map((assetId) => ({ assetId }) as PublicImage);

test.each([
  ['first', 'bc', 'abc', 'a', 'abc'],
  ['between', 'ac', 'abc', 'b', 'abc'],
  ['last', 'ab', 'abc', 'c', 'abc'],
  ['alone', '', 'a', 'a', 'a'],
  ['several', 'b', 'abc', 'ac', 'abc'],
  ['into an order that was changed since', 'ab', 'bca', 'c', 'abc'],
  ['beside one that is gone from the draft', 'axb', 'abc', 'c', 'axbc'],
  ['never one that was not waited for', 'a', 'abc', 'b', 'ab'],
])('a picture that arrives stands %s', (_, stand, now, awaited, expected) => {
  const result = withArrived(images(stand), images(now), [...awaited]);
  expect(result.map(({ assetId }) => assetId).join('')).toBe(expected);
});

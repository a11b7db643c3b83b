import { describe, expect, test } from 'vitest';
import { createSigns } from './local-signs.ts';
import { seeded } from './order.testing.ts';

function vector(seed: number, dimensions: number): Int8Array {
  const random = seeded(seed);
  return Int8Array.from({ length: dimensions }, () => Math.floor(random() * 256) - 128);
}

const differing = (one: Int8Array, other: Int8Array): number =>
  one.reduce((count, unit, at) => count + (unit > 0 === other[at]! > 0 ? 0 : 1), 0);

describe.each([1, 5, 33, 64, 512, 1024, 3072])('signs of vectors of %i dimensions', (dimensions) => {
  test('the nearest are those whose signs differ least', () => {
    const wanted = vector(0, dimensions);
    // Beside what chance gives, the vector itself and its opposite, in which every sign differs.
    const vectors = [...Array.from({ length: 60 }, (_, at) => vector(at + 1, dimensions)), wanted].concat(
      wanted.map((unit) => (unit > 0 ? -1 : 1)),
    );
    const signs = createSigns(dimensions);
    for (const [id, units] of vectors.entries()) signs.set(id, id % 2 === 0 ? 'even' : 'odd', units);
    const expected = [...vectors.keys()].sort(
      (a, b) => differing(vectors[a]!, wanted) - differing(vectors[b]!, wanted) || a - b,
    );
    expect(signs.nearest(wanted, vectors.length)).toEqual(expected);
    expect(signs.nearest(wanted, 5)).toEqual(expected.slice(0, 5));
    expect(signs.nearest(wanted, 5, { tenantId: 'odd' })).toEqual(
      expected.filter((id) => id % 2).slice(0, 5),
    );
    expect(signs.nearest(wanted, 5, { fits: (id) => id > 30 })).toEqual(
      expected.filter((id) => id > 30).slice(0, 5),
    );
  });
});

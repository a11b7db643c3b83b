import { expect, it } from 'vitest';
import { editDistance } from '#api/ports/search-index/edit-distance.ts';
import { documentOf } from '#api/ports/search-index/fixture.testing.ts';
import { halfRememberedTitles, mistypedTitles } from './known-items.ts';

const documents = Array.from({ length: 60 }, (_, at) =>
  documentOf(
    'T',
    `Harbour number${'abcdefghij'[at % 10]}${'klmnop'[Math.floor(at / 10)]} under winter skies`,
  ),
);

it('a mistyped title has one mistake, the same in each run', () => {
  const items = mistypedTitles(documents);

  expect(items).toHaveLength(60);
  for (const { title, query } of items) expect(editDistance(title, query, 3), query).toBe(1);
  expect(mistypedTitles(documents)).toEqual(items);
});

it('a half-remembered title has two thirds of the words', () => {
  const items = halfRememberedTitles(documents);

  expect(items).toHaveLength(60);
  for (const { title, query } of items) {
    const kept = query.split(' ');
    expect(kept).toHaveLength(4);
    expect(title.split(' ')).toEqual(expect.arrayContaining(kept));
  }
  expect(items.some(({ title, query }) => !title.includes(query.split(' ').slice(0, 2).join(' ')))).toBe(
    true,
  );
});

it("titles that several works share are nobody's", () => {
  expect(mistypedTitles([documentOf('T', 'Untitled'), documentOf('T', 'untitled ')])).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { restMirror } from './testing.ts';

const found = {
  items: [{ title: 'Wave', path: '/@ada/wave/', score: 1 }],
  facets: [{ name: 'tag', values: [] }],
  total: 1,
  next: 'c2',
};
const mirror = () =>
  restMirror({ search: { data: { search: found } }, suggest: { data: { suggest: { items: [] } } } });

describe('query parameters', () => {
  it('that are lists are sent value by value, and reach GraphQL as a list', async () => {
    const { send, asked } = mirror();

    await send('GET /v1/search?tag=sea&tag=ink,%20paper&kind=WORK&facets=true&yearFrom=-500');

    expect(asked[0]?.variables).toEqual({
      tag: ['sea', 'ink, paper'],
      kind: ['WORK'],
      facets: true,
      yearFrom: -500,
    });
  });

  it.each([
    ['/v1/search?text=a&text=b', 'text', 'Send it once.'],
    ['/v1/search?facets=yes', 'facets', 'Send true or false.'],
    ['/v1/search?kind=WORK&kind=POEM', 'kind', 'Send one of PORTFOLIO, WORK, PAGE.'],
    ['/v1/search/suggestions', 'text', 'Send a value.'],
  ])('%s is refused, naming %s', async (target, field, fix) => {
    const { send, asked } = mirror();

    const answer = await send(`GET ${target}`);

    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ errors: [{ field, fix }] });
    expect(asked).toEqual([]);
  });
});

it('a selection of fields is of the entries: what stands beside them stays', async () => {
  const { send } = mirror();

  const { body, headers } = await send('GET /v1/search?text=wave&fields=title');

  expect(body).toEqual({ ...found, items: [{ title: 'Wave' }] });
  expect(headers.link).toContain('text=wave&fields=title&cursor=c2');
});

import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it, vi } from 'vitest';
import type { SearchResult } from '#api/types.gen.ts';
import type { SearchView, View } from '../view.ts';
import { createSearchPage } from './search-page.ts';

const result: SearchResult = {
  items: [
    {
      kind: 'WORK',
      id: 'W1',
      handle: 'ada',
      artist: 'Ada',
      slug: 'wave',
      path: '/@ada/wave/',
      title: 'The Wave',
      language: 'en',
      dateText: '1901',
      medium: 'Ink',
      cover: {
        assetId: 'A',
        width: 4,
        height: 3,
        thumbhash: null,
        altText: null,
        focalPoint: null,
        palette: null,
        variants: [
          { url: 'https://media.example.org/media/p/x.webp', width: 4, height: 3, contentType: 'image/webp' },
        ],
      },
      score: 1,
      highlights: [
        {
          field: 'title',
          parts: [
            { text: 'The ', match: false },
            { text: 'Wave', match: true },
          ],
        },
        { field: 'medium', parts: [{ text: 'Ink', match: true }] },
        { field: 'body', parts: [{ text: '…a wave', match: true }] },
      ],
      publishedAt: '2026-05-16T08:00:00.000Z',
    },
  ],
  facets: [
    { name: 'kind', values: [{ value: 'WORK', count: 1 }] },
    {
      name: 'century',
      values: [
        { value: '21', count: 2 },
        { value: '-1', count: 1 },
      ],
    },
    { name: 'tag', values: [{ value: 'ship', count: 4 }] },
  ],
  total: 31,
  totalIsAtLeast: false,
  didYouMean: 'great wave',
  mode: 'HYBRID',
  notice: null,
  next: 'c2',
};

const get = (path: string, method = 'GET'): APIGatewayProxyEventV2 => {
  const [rawPath = '', rawQueryString = ''] = path.split('?');
  return { rawPath, rawQueryString, requestContext: { http: { method } } } as APIGatewayProxyEventV2;
};

/** Asks for an address, with what GraphQL answers; `view` is what the page was given. */
async function asked(path: string, answer: unknown = { data: { search: result } }, method = 'GET') {
  const render = vi.fn(async (address: string, _view: Omit<View, 'site'>) => ({
    status: 200,
    html: address,
  }));
  const fetch = vi.fn(async (_url: string, _init: RequestInit) => ({ json: async () => answer }));
  const onError = vi.fn();
  const page = createSearchPage({ render, fetch, graphqlUrl: 'https://api/graphql', apiKey: 'key', onError });
  const response = await page(get(path, method));
  const body = fetch.mock.calls[0]?.[1].body;
  return {
    ...response,
    onError,
    sent: body === undefined ? undefined : (JSON.parse(String(body)) as { variables: object }).variables,
    view: render.mock.calls[0]?.[1].search as SearchView,
  };
}

describe('the search page', () => {
  it('asks for what its address says and shows what is found', async () => {
    const { statusCode, headers, sent, view } = await asked('/search/?q=wave&tag=sea');

    expect([statusCode, headers?.['cache-control']]).toEqual([200, 'public, max-age=60']);
    expect(sent).toEqual({ text: 'wave', tag: ['sea'], facets: true, limit: 24 });
    expect(view).toMatchObject({
      words: 'wave',
      total: 31,
      narrowed: true,
      kept: [{ name: 'tag', value: 'sea' }],
      meant: { words: 'great wave', href: '/search/?q=great+wave&tag=sea' },
      next: '/search/?q=wave&tag=sea&cursor=c2',
    });
  });

  it('marks title, artist and medium in place, and shows a passage of what is not in the label', async () => {
    const { view } = await asked('/search/?q=wave');

    expect(view.found[0]).toMatchObject({
      titleParts: [{ text: 'The ' }, { text: 'Wave', match: true }],
      artistParts: [{ text: 'Ada', match: false }],
      mediumParts: [{ text: 'Ink', match: true }],
      passage: [{ text: '…a wave', match: true }],
      cover: { variants: [{ url: '/media/p/x.webp' }] },
    });
  });

  it('has facets as links that narrow and widen, chosen values first though nothing has them', async () => {
    const { view } = await asked('/search/?q=wave&tag=sea&from=2001&to=2100');

    expect(view.facets).toEqual([
      {
        name: 'kind',
        label: 'Kind',
        values: [
          {
            text: 'Works',
            count: 1,
            on: false,
            href: '/search/?q=wave&kind=WORK&tag=sea&from=2001&to=2100',
          },
        ],
      },
      {
        name: 'century',
        label: 'Century',
        values: [
          { text: '1st century BC', count: 1, on: false, href: '/search/?q=wave&tag=sea&from=-100&to=-1' },
          { text: '21st century', count: 2, on: true, href: '/search/?q=wave&tag=sea' },
        ],
      },
      {
        name: 'tag',
        label: 'Tag',
        values: [
          { text: 'sea', count: null, on: true, href: '/search/?q=wave&from=2001&to=2100' },
          { text: 'ship', count: 4, on: false, href: '/search/?q=wave&tag=sea&tag=ship&from=2001&to=2100' },
        ],
      },
    ]);
  });

  it('is not kept when the answer is a makeshift', async () => {
    const { headers, view } = await asked('/search/?q=wave', {
      data: { search: { ...result, notice: 'By words.' } },
    });

    expect(headers?.['cache-control']).toBe('no-cache');
    expect(view.notice).toBe('By words.');
  });

  it.each([
    [{ errors: [{ errorType: 'BadInput', message: 'cursor is not one.' }] }, 400, 'cursor is not one.'],
    [
      { errors: [{ errorType: 'NotFound', message: 'There is no portfolio @x.' }] },
      404,
      'There is no portfolio @x.',
    ],
    [
      { errors: [{ errorType: 'Unavailable', message: 'cold' }] },
      503,
      expect.stringMatching(/^The search cannot/),
    ],
    [{ nonsense: true }, 503, expect.stringMatching(/^The search cannot/)],
  ])('says what is wrong when GraphQL answers %j', async (answer, status, problem) => {
    const { statusCode, view, onError } = await asked('/search/?q=wave', answer);

    expect([statusCode, view.problem]).toEqual([status, problem]);
    expect(onError).toHaveBeenCalledTimes(status === 503 ? 1 : 0);
  });

  it.each([
    ['/search', 301, '/search/'],
    ['/search?q=a', 301, '/search/?q=a'],
    ['/search/deeper', 404, undefined],
  ])('answers %s with %i', async (path, status, location) => {
    const { statusCode, headers, sent } = await asked(path);

    expect([statusCode, headers?.location, sent]).toEqual([status, location, undefined]);
  });

  it('is read only', async () => {
    expect(await asked('/search/', {}, 'POST')).toMatchObject({
      statusCode: 405,
      headers: { allow: 'GET, HEAD' },
    });
  });
});

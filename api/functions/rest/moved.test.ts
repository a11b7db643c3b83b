import { describe, expect, it } from 'vitest';
import { restMirror } from './testing.ts';

const replies = {
  portfolio: { data: { portfolio: { handle: 'new', name: 'Ada' } } },
  publicProject: { data: { publicProject: { handle: 'new', slug: 'wave', title: 'Wave' } } },
  publicPage: { data: { publicPage: { handle: 'new', path: 'about/é', title: 'About' } } },
};

describe('a read by an old name', () => {
  it.each([
    ['/v1/portfolios/old', '/v1/portfolios/new'],
    ['/v1/portfolios/old?expand=pages', '/v1/portfolios/new?expand=pages'],
    ['/v1/portfolios/old/projects/wave', '/v1/portfolios/new/projects/wave'],
    ['/v1/portfolios/new/projects/surf?fields=title', '/v1/portfolios/new/projects/wave?fields=title'],
    ['/v1/portfolios/new/pages/who/i-am', '/v1/portfolios/new/pages/about/%C3%A9'],
  ])('%s is sent to %s', async (asked, address) => {
    const { send } = restMirror(replies);

    const answer = await send(`GET ${asked}`);

    const location = `http://localhost:4321${address}`;
    expect(answer).toMatchObject({ status: 301, body: { location } });
    expect(answer.headers).toMatchObject({ location, 'cache-control': 'public, max-age=60' });
    expect(answer.headers).not.toHaveProperty('etag');
  });

  it.each([
    '/v1/portfolios/new',
    '/v1/portfolios/new/projects/wave',
    '/v1/portfolios/new/pages/about/%c3%a9',
  ])('and not where %s is the present name', async (asked) => {
    const { send } = restMirror(replies);

    expect(await send(`GET ${asked}`)).toMatchObject({ status: 200 });
  });
});

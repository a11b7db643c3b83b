import { PassThrough } from 'node:stream';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { createMediaHandler } from '#infra/local/media/serve.ts';
import type { EdgeRequest, EdgeResponse, Value } from './cloudfront.types.ts';
import { edgeCode } from './code.ts';
import { MEDIA_HEADERS } from './headers.ts';
import { handler as mediaAddress } from './media-address.ts';
import { createOriginCheck } from './origin-check.ts';
import { handler as pageAddress } from './page-address.ts';
import { handler as redirectQuery } from './redirect-query.ts';

const request = (uri: string, querystring: Record<string, Value> = {}) => ({ request: { uri, querystring } });

/** The file that is asked for, or the answer. */
function outcome(answer: EdgeRequest | EdgeResponse): string {
  if ('uri' in answer) return answer.uri;
  return [answer.statusCode, answer.headers['location']?.value].filter(Boolean).join(' ');
}

describe('page-address', () => {
  it.each([
    ['/', '/index.html'],
    ['/@hokusai/', '/@hokusai/index.html'],
    ['/@hokusai/pages/a/b/', '/@hokusai/pages/a/b/index.html'],
    ['/_astro/page.1a2b.css', '/_astro/page.1a2b.css'],
    ['/@hokusai', '301 /@hokusai/'],
    ['/docs/start', '301 /docs/start/'],
    ['//evil.example', '/.nothing'],
    ['//evil.example/x', '/.nothing'],
    ['/\\evil.example', '/.nothing'],
    ['/a//b/', '/.nothing'],
    ['/.records/x', '/.nothing'],
    ['/a/../b', '/.nothing'],
    ['/index.html', '/.nothing'],
    ['/@hokusai/index.html', '/.nothing'],
  ])('%s is %s', (uri, wanted) => {
    expect(outcome(pageAddress(request(uri)))).toBe(wanted);
  });

  it('keeps the query when it sends a reader on', () => {
    const query = {
      q: { value: 'a%20b' },
      tag: { value: 'x', multiValue: [{ value: 'x' }, { value: 'y' }] },
      n: { value: '' },
    };

    expect(outcome(pageAddress(request('/search', query)))).toBe('301 /search/?q=a%20b&tag=x&tag=y&n');
  });
});

describe('redirect-query', () => {
  const redirected = (statusCode: number, location?: string) => ({
    statusCode,
    headers: (location === undefined ? {} : { location: { value: location } }) as Record<string, Value>,
  });

  it.each([
    ['a redirect', redirected(301, '/@new/'), '301 /@new/?q=a%20b&n'],
    ['a page', redirected(200), '200'],
    ['an answer that is known already', redirected(304), '304'],
  ])('of %s', (_, response, wanted) => {
    const event = { ...request('/@old/', { q: { value: 'a%20b' }, n: { value: '' } }), response };

    expect(outcome(redirectQuery(event))).toBe(wanted);
  });
});

describe('media-address', () => {
  it.each([
    ['/media/p/T/A/x-1.webp', '/p/T/A/x-1.webp'],
    ['/media/d/T/A/x-1.webp', '404'],
    ['/media/u/T/A', '404'],
    ['/media/', '404'],
  ])('%s is %s', (uri, wanted) => {
    expect(outcome(mediaAddress(request(uri)))).toBe(wanted);
  });
});

describe('origin-check', () => {
  it.each([
    ['the secret', { 'x-artissist-origin': 'secret' }, true],
    ['the one to come', { 'x-artissist-origin': 'next' }, true],
    ['another text', { 'x-artissist-origin': 'Secret' }, false],
    ['no header', {}, false],
  ])('answers %s', async (_, headers, isAuthorized) => {
    const check = createOriginCheck({ read: async () => ['secret', 'next'], now: () => 0 });

    expect(await check({ headers })).toEqual({ isAuthorized });
  });

  it('reads the values again for what it does not know, and not at every guess', async () => {
    let now = 0;
    let reads = 0;
    const read = async () => [`value-${++reads}`];
    const check = createOriginCheck({ read, now: () => now });
    const answer = async (value: string) =>
      (await check({ headers: { 'x-artissist-origin': value } })).isAuthorized;

    expect(await answer('value-1')).toBe(true);
    for (let guess = 0; guess < 100; guess++) expect(await answer('guess')).toBe(false);
    expect(reads).toBe(1);
    now += 10_000;
    expect(await answer('value-2')).toBe(true);
    expect(reads).toBe(2);
  });

  it('goes on with what it knows while the values cannot be read, and refuses to begin without', async () => {
    let now = 0;
    let isAway = false;
    const read = async () => {
      if (isAway) throw new Error('away');
      return ['secret'];
    };
    const check = createOriginCheck({ read, now: () => now });
    const headers = { 'x-artissist-origin': 'secret' };
    await check({ headers });

    isAway = true;
    now += 1_000_000;

    expect(await check({ headers })).toEqual({ isAuthorized: true });
    await expect(createOriginCheck({ read, now: () => now })({ headers })).rejects.toThrow('away');
  });
});

describe('edgeCode', () => {
  it.each(['page-address', 'redirect-query', 'media-address'])('%s is a script with a handler', (name) => {
    const code = edgeCode(name);

    expect(code).not.toMatch(/^\s*(?:import|export)\b/m);
    expect(runInNewContext(`${code}; typeof handler`)).toBe('function');
  });

  it('does what its module does', () => {
    const event = JSON.stringify(request('/docs/', {}));

    expect(runInNewContext(`${edgeCode('page-address')}; handler(${event}).uri`)).toBe('/docs/index.html');
  });
});

describe('MEDIA_HEADERS', () => {
  it('are those of the local server', async () => {
    const sent: Record<string, unknown> = {};
    const response = Object.assign(new PassThrough(), {
      req: { resume: () => undefined },
      writeHead: (_: number, headers: object) => Object.assign(sent, headers),
    });
    const store = { head: unused, stream: unused, verify: unused, receive: unused };

    await createMediaHandler(store, { problemBase: '/docs/problems', onError: unused }).handle(
      { method: 'GET', url: '/media/nothing', headers: {} } as IncomingMessage,
      response as unknown as ServerResponse,
    );

    const own = ['content-type', 'content-length', 'cache-control', 'x-request-id'];
    const security = Object.fromEntries(Object.entries(sent).filter(([name]) => !own.includes(name)));
    expect(security).toEqual(MEDIA_HEADERS);
  });
});

const unused = (): never => {
  throw new Error('A request that is refused needs no store.');
};

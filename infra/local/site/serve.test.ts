import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocalSiteStore } from '#api/ports/site-store/local.ts';
import { ASSET_CACHE, PAGE_CACHE } from '#api/ports/site-store/paths.ts';
import { createSiteHandler } from './serve.ts';

const html = `<p>${'Sea '.repeat(500)}</p>`;
let server: Server;
let dir: string;
let port: number;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'site-serve-'));
  writeFileSync(join(dir, 'secret.txt'), 'secret');
  const store = createLocalSiteStore({ dir });
  const page = (text: string) => ({
    bytes: Buffer.from(text),
    contentType: 'text/html; charset=utf-8',
    cacheControl: PAGE_CACHE,
  });
  await store.write('', page('home'));
  await store.write('404.html', page('nothing here'));
  await store.write('@ada/sea/', page(html));
  await store.write('@ada/é/', page('accent'));
  await store.write('_astro/a.css', {
    bytes: Buffer.from('a{}'),
    contentType: 'text/css; charset=utf-8',
    cacheControl: ASSET_CACHE,
  });
  await store.redirect('@ada/old/', '/@ada/sea/');
  const handler = createSiteHandler({
    store,
    config: { origin: 'here' },
    policies: { '/docs/': "default-src 'self'" },
    onError: (error) => expect.unreachable(String(error)),
  });
  server = createServer((req, res) => void handler.handle(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(dir, { recursive: true });
});

interface Reply {
  status: number;
  headers: Record<string, unknown>;
  body: Buffer;
}
/** Sends a path as it is: `fetch` would tidy it. */
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<Reply>((resolve, reject) => {
    const req = request({ host: '127.0.0.1', port, path, headers, method, agent: false }, (res) => {
      const parts: Buffer[] = [];
      res.on('data', (part: Buffer) => parts.push(part));
      res.on('end', () =>
        resolve({ status: res.statusCode!, headers: res.headers, body: Buffer.concat(parts) }),
      );
    });
    req.on('error', reject).end();
  });

describe('the site server', () => {
  it.each([
    ['/', 200, 'home'],
    ['/@ada/sea/', 200, html],
    ['/@ada/%C3%A9/', 200, 'accent'],
    ['/_astro/a.css', 200, 'a{}'],
    ['/config.json', 200, '{"origin":"here"}'],
    ['/@ada/none/', 404, 'nothing here'],
    ['/%', 404, 'nothing here'],
    ['/../secret.txt', 404, 'nothing here'],
    ['/%2e%2e/secret.txt', 404, 'nothing here'],
    ['/@ada/..%2f..%2fsecret.txt', 404, 'nothing here'],
    ['/..%5csecret.txt', 404, 'nothing here'],
    ['/%00', 404, 'nothing here'],
    ['//secret.txt', 404, 'nothing here'],
    ['/@ada/old/index.redirect', 404, 'nothing here'],
    ['/@ada/sea/index.html', 404, 'nothing here'],
  ])('answers %s with %i', async (path, status, body) => {
    const reply = await get(path);
    expect({ status: reply.status, body: reply.body.toString() }).toEqual({ status, body });
  });

  it.each([
    ['/@ada/sea', '/@ada/sea/'],
    ['/@ada/sea?x=1', '/@ada/sea/?x=1'],
    ['/@ada/old/', '/@ada/sea/'],
    ['/@ada/old', '/@ada/old/'],
    ['/@ada/%C3%A9', '/@ada/%C3%A9/'],
  ])('leads from %s to %s', async (path, location) => {
    const { status, headers } = await get(path);
    expect([status, headers.location]).toEqual([301, location]);
  });

  it('compresses, tells the kind of bytes apart, and answers 304 to what is known', async () => {
    const plain = await get('/@ada/sea/');
    const small = await get('/@ada/sea/', { 'accept-encoding': 'gzip, br' });
    expect(small.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(small.body).toString()).toBe(html);
    expect(small.headers.etag).not.toBe(plain.headers.etag);
    const again = await get('/@ada/sea/', {
      'if-none-match': String(small.headers.etag),
      'accept-encoding': 'br',
    });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect((await get('/@ada/sea/', { 'accept-encoding': 'br;q=0, gzip' })).headers['content-encoding']).toBe(
      'gzip',
    );
  });

  it('answers HEAD without a body, and refuses to be written to', async () => {
    const head = await get('/@ada/sea/', {}, 'HEAD');
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([
      200,
      0,
      String(html.length),
    ]);
    const post = await get('/@ada/sea/', {}, 'POST');
    expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD']);
    expect(post.body.toString()).toBe('This address takes GET and HEAD. Received: POST.\n');
    expect(post.headers['x-content-type-options']).toBe('nosniff');
  });

  it('lets browsers keep hashed assets, and asks again for pages', async () => {
    expect((await get('/_astro/a.css')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await get('/@ada/sea/')).headers['cache-control']).toContain('max-age=0');
    expect((await get('/none/')).headers['cache-control']).toContain('max-age=0');
  });

  it('forbids scripts and style attributes, except where a part of the site has its own policy', async () => {
    const { headers } = await get('/@ada/sea/');
    expect(headers['content-security-policy']).toContain(
      "default-src 'none'; img-src 'self' data:; style-src 'self'",
    );
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': expect.any(String),
    });
    expect(headers['strict-transport-security']).toBeUndefined();
    expect((await get('/docs/none/')).headers['content-security-policy']).toBe("default-src 'self'");
  });
});

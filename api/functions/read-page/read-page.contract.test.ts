/** The reader against servers on this machine, under names that a stand-in of the DNS gives them. */
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, it, describe } from 'vitest';
import { createPageReader, type PageReaderOptions } from './read-page.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** Serves at a port of 127.0.0.1 and tells what was asked. */
async function serve(
  routes: Record<string, RequestListener>,
): Promise<{ port: number; asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    const route = routes[(request.url ?? '').split('?')[0] ?? ''];
    if (route) route(request, response);
    else response.writeHead(404).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { port: typeof address === 'object' && address ? address.port : 0, asked };
}

const PAGE = `<!doctype html><html lang="en"><head><title>Harbour at dusk</title><meta property="og:image" content="/h.jpg">
<link rel="license" href="https://creativecommons.org/licenses/by/4.0/"></head><body><article><p>Ink and salt.</p></article></body></html>`;

const html =
  (body: string | Buffer, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);

const redirect =
  (location: string): RequestListener =>
  (_, response) =>
    response.writeHead(302, { location }).end();

const here = [{ address: '127.0.0.1', family: 4 }];

const reader = (port: number, options: PageReaderOptions = {}) =>
  createPageReader({
    ports: [port],
    isAllowed: (address) => address === '127.0.0.1',
    resolve: async () => here,
    ...options,
  });

describe('a page that may be read', () => {
  it('is answered with its text, its facts and the address after redirects', async () => {
    const { port, asked } = await serve({ '/old': redirect('/new#top'), '/new': html(PAGE) });

    const page = await reader(port).readPage(`http://museum.test:${port}/old`);

    expect(page).toMatchObject({
      url: `http://museum.test:${port}/new`,
      title: 'Harbour at dusk',
      text: 'Ink and salt.',
      language: 'en',
      imageUrl: `http://museum.test:${port}/h.jpg`,
      licence: 'CC-BY-4.0',
    });
    expect(asked.map(({ url }) => url)).toEqual(['/robots.txt', '/old', '/new']);
    expect(asked[1]?.headers).toMatchObject({
      host: `museum.test:${port}`,
      'user-agent': expect.stringMatching(/^Artissist\//),
    });
    expect(asked[1]?.headers.cookie).toBeUndefined();
  });

  it('may be packed, and state its licence in a header', async () => {
    const link = '<https://creativecommons.org/publicdomain/zero/1.0/>; rel="license"';
    const packed = gzipSync('<p>Packed words.</p>');
    const { port } = await serve({ '/': html(packed, { 'content-encoding': 'gzip', link }) });

    expect(await reader(port).readPage(`http://a.test:${port}/`)).toMatchObject({
      text: 'Packed words.',
      licence: 'CC0-1.0',
    });
  });
});

describe('a name that leads inside is refused', () => {
  it.each([
    ['at once', [{ address: '10.0.0.5', family: 4 }]],
    ['beside a public one', [...here, { address: '192.168.0.1', family: 4 }]],
    ['in IPv6', [{ address: '::1', family: 6 }]],
    ['nowhere', []],
  ])('%s', async (_, found) => {
    const { port, asked } = await serve({ '/': html(PAGE) });

    await expect(
      reader(port, { resolve: async () => found }).readPage(`http://a.test:${port}/`),
    ).rejects.toMatchObject({ name: 'PageRefusal', code: 'not-public' });
    expect(asked).toEqual([]);
  });

  it('when it changes its mind between two connections (DNS rebinding)', async () => {
    const { port, asked } = await serve({
      '/robots.txt': (_, response) => response.writeHead(404, { connection: 'close' }).end(),
      '/': html(PAGE),
    });
    const answers = [here, [{ address: '127.0.0.2', family: 4 }]];

    const read = reader(port, { resolve: async () => answers.shift() ?? [] }).readPage(
      `http://a.test:${port}/`,
    );

    await expect(read).rejects.toMatchObject({ code: 'not-public' });
    expect(asked.map(({ url }) => url)).toEqual(['/robots.txt']);
  });

  it('when what was connected to is another address than the one that was checked', async () => {
    const { port, asked } = await serve({ '/': html(PAGE) });
    let checks = 0;

    const read = reader(port, { isAllowed: () => (checks += 1) < 2 }).readPage(`http://a.test:${port}/`);

    await expect(read).rejects.toMatchObject({ code: 'not-public' });
    expect(asked).toEqual([]);
  });

  it.each([
    ['metadata', 'http://169.254.169.254/latest/meta-data/'],
    ['metadata by another spelling', 'http://2852039166/latest/meta-data/'],
    ['another scheme', 'file:///etc/passwd'],
    ['another port', 'http://a.test:22/'],
  ])('by a redirect to %s', async (_, location) => {
    const { port } = await serve({ '/': redirect(location) });

    await expect(
      reader(port, { ports: [port, 80] }).readPage(`http://a.test:${port}/`),
    ).rejects.toMatchObject({
      name: 'PageRefusal',
      code: expect.stringMatching(/^not-/),
    });
  });

  it('by a redirect to a name that leads there', async () => {
    const { port, asked } = await serve({
      '/': (request, response) => redirect(`http://inside.test:${port}/`)(request, response),
    });
    const resolve = async (name: string) =>
      name === 'inside.test' ? [{ address: '10.1.1.1', family: 4 }] : here;

    await expect(reader(port, { resolve }).readPage(`http://a.test:${port}/`)).rejects.toMatchObject({
      code: 'not-public',
    });
    expect(asked.map(({ url }) => url)).toEqual(['/robots.txt', '/']);
  });

  it('and the message does not say where it leads', async () => {
    const read = reader(1, { resolve: async () => [{ address: '10.9.8.7', family: 4 }] }).readPage(
      'http://a.test:1/',
    );

    await expect(read).rejects.toThrow(/^a\.test is not an address of the public internet/);
  });
});

describe('limits', () => {
  it('stop redirects without an end', async () => {
    const { port, asked } = await serve({ '/': redirect('/') });

    await expect(reader(port).readPage(`http://a.test:${port}/`)).rejects.toMatchObject({
      code: 'too-many-redirects',
    });
    expect(asked.filter(({ url }) => url === '/')).toHaveLength(6);
  });

  it('stop a body that is too large', async () => {
    const { port } = await serve({ '/': html(Buffer.alloc(300_000, 'a')) });

    await expect(reader(port, { bytes: 100_000 }).readPage(`http://a.test:${port}/`)).rejects.toMatchObject({
      code: 'too-large',
    });
  });

  it('stop a small body that unpacks to a large one', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    expect(bomb.length).toBeLessThan(100_000);
    const { port } = await serve({ '/': html(bomb, { 'content-encoding': 'gzip' }) });

    await expect(reader(port, { bytes: 100_000 }).readPage(`http://a.test:${port}/`)).rejects.toMatchObject({
      code: 'too-large',
    });
  });

  it('stop packing inside of packing', async () => {
    const { port } = await serve({
      '/': html(gzipSync(gzipSync('a')), { 'content-encoding': 'gzip, gzip' }),
    });

    await expect(reader(port).readPage(`http://a.test:${port}/`)).rejects.toMatchObject({
      code: 'wrong-type',
    });
  });

  it.each([
    ['never answers', () => undefined],
    [
      'drips',
      (
        _: unknown,
        response: { writeHead: (code: number, headers: object) => { write: (text: string) => void } },
      ) => response.writeHead(200, { 'content-type': 'text/html' }).write('<p>a'),
    ],
  ])('stop waiting for a server that %s; it may be tried again', async (_, route) => {
    const { port } = await serve({ '/': route as RequestListener });

    await expect(
      reader(port, { milliseconds: 300 }).readPage(`http://a.test:${port}/`),
    ).rejects.toMatchObject({
      name: 'PageUnavailable',
    });
  });
});

describe('robots.txt', () => {
  const robots =
    (text: string, status = 200): RequestListener =>
    (_, response) =>
      response.writeHead(status, { 'content-type': 'text/plain' }).end(text);

  it.each([
    ['disallows everyone', robots('User-agent: *\nDisallow: /')],
    [
      'disallows this program',
      robots('User-agent: artissist\nDisallow: /private\n\nUser-agent: *\nAllow: /'),
    ],
  ])('is obeyed when it %s', async (_, route) => {
    const { port, asked } = await serve({ '/robots.txt': route, '/private': html(PAGE) });

    await expect(reader(port).readPage(`http://a.test:${port}/private`)).rejects.toMatchObject({
      code: 'robots',
    });
    expect(asked.map(({ url }) => url)).toEqual(['/robots.txt']);
  });

  it('is asked for again where a redirect leads to another site', async () => {
    const other = await serve({ '/robots.txt': robots('User-agent: *\nDisallow: /'), '/': html(PAGE) });
    const first = await serve({ '/': redirect(`http://b.test:${other.port}/`) });

    await expect(
      reader(first.port, { ports: [first.port, other.port] }).readPage(`http://a.test:${first.port}/`),
    ).rejects.toMatchObject({ code: 'robots' });
    expect(other.asked.map(({ url }) => url)).toEqual(['/robots.txt']);
  });

  it.each([
    ['is missing', robots('', 404), true],
    ['allows', robots('User-agent: *\nDisallow: /other'), true],
    ['is for another program', robots('User-agent: bingbot\nDisallow: /'), true],
    ['cannot be had for now', robots('', 503), false],
  ])('decides when it %s', async (_, route, readable) => {
    const { port } = await serve({ '/robots.txt': route, '/': html(PAGE) });

    const read = reader(port).readPage(`http://a.test:${port}/`);

    if (readable) await expect(read).resolves.toMatchObject({ title: 'Harbour at dusk' });
    else await expect(read).rejects.toMatchObject({ name: 'PageUnavailable' });
  });
});

describe('an answer that is no page', () => {
  it.each([
    ['a picture', { 'content-type': 'image/png' }, 200, 'PageRefusal'],
    ['no type', {}, 200, 'PageRefusal'],
    ['not found', { 'content-type': 'text/html' }, 404, 'PageRefusal'],
    ['a sign-in', { 'content-type': 'text/html' }, 403, 'PageRefusal'],
    ['too many calls', { 'content-type': 'text/html' }, 429, 'PageUnavailable'],
    ['an outage', { 'content-type': 'text/html' }, 502, 'PageUnavailable'],
  ])('is refused: %s', async (_, headers, status, name) => {
    const { port } = await serve({
      '/': (_request, response) => response.writeHead(status, headers).end('x'),
    });

    await expect(reader(port).readPage(`http://a.test:${port}/`)).rejects.toMatchObject({ name });
  });

  it('is a site that does not exist', async () => {
    const resolve = async (): Promise<never> => {
      throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
    };

    await expect(reader(1, { resolve }).readPage('http://nowhere.test:1/')).rejects.toMatchObject({
      code: 'absent',
    });
  });

  it('is one that breaks off; it may be tried again', async () => {
    const { port } = await serve({
      '/': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html', 'content-length': '1000' });
        response.write('<p>a', () => response.destroy());
      },
    });

    await expect(reader(port).readPage(`http://a.test:${port}/`)).rejects.toMatchObject({
      name: 'PageUnavailable',
    });
  });
});

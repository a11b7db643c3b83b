import type { CloudFrontHeaders, CloudFrontResponseEvent, CloudFrontResultResponse } from 'aws-lambda';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bundleFunctions } from '#infra/build/functions.ts';
import { createLocalSiteStore } from '#api/ports/site-store/local.ts';
import { PAGE_CACHE } from '#api/ports/site-store/paths.ts';
import { createSiteHandler } from '#infra/local/site/serve.ts';
import { siteResponse } from '../cloud-functions.ts';
import { createSiteResponse, NOT_FOUND_CACHE } from './site-response.ts';

const PAGE = '<!doctype html><title>Not here</title><p>é';
const headersOf = (headers: Record<string, string>): CloudFrontHeaders =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [{ key: name, value }]]));

/** What S3 answered to a request. */
function answered(status: string, headers: Record<string, string> = {}, method = 'GET') {
  const event = {
    Records: [
      {
        cf: {
          request: { method, uri: '/x/index.html', querystring: '', headers: {}, clientIp: '192.0.2.1' },
          response: { status, statusDescription: '', headers: headersOf(headers) },
        },
      },
    ],
  };
  return event as unknown as CloudFrontResponseEvent;
}

async function told(event: CloudFrontResponseEvent) {
  const response = (await createSiteResponse(Buffer.from(PAGE))(event)) as CloudFrontResultResponse;
  const { headers = {}, ...rest } = response;
  const plain = Object.entries(headers).map(([name, values]) => [name, values[0]?.value]);
  return { ...rest, headers: Object.fromEntries(plain) as Record<string, string> };
}

describe('site-response', () => {
  it.each(['404', '403'])("makes our page of S3's %s", async (status) => {
    const answer = await told(
      answered(status, { 'content-type': 'application/xml', 'x-amz-request-id': 'A', via: '1.1 edge' }),
    );

    expect(answer).toEqual({
      status: '404',
      statusDescription: 'Not Found',
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': NOT_FOUND_CACHE,
        via: '1.1 edge',
      },
      body: PAGE,
      bodyEncoding: 'text',
    });
  });

  it('makes a 301 of what the site store wrote as a redirect, and keeps its caching', async () => {
    const answer = await told(
      answered('200', {
        'x-amz-website-redirect-location': '/@new/',
        'cache-control': PAGE_CACHE,
        'content-type': 'application/octet-stream',
        'transfer-encoding': 'chunked',
      }),
    );

    expect(answer).toEqual({
      status: '301',
      statusDescription: 'Moved Permanently',
      headers: { location: '/@new/', 'cache-control': PAGE_CACHE, 'transfer-encoding': 'chunked' },
    });
  });

  it.each(['200', '304', '503'])('leaves a %s alone', async (status) => {
    const headers = { 'content-type': 'text/html', etag: '"1"' };

    expect(await told(answered(status, headers))).toEqual({ status, statusDescription: '', headers });
  });

  it('answers HEAD without a body', async () => {
    const answer = await told(answered('404', {}, 'HEAD'));

    expect(answer).toMatchObject({ status: '404', headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect(answer).not.toHaveProperty('body');
  });

  it('refuses a page that is longer than the edge may answer, before anybody asks for it', () => {
    expect(() => createSiteResponse(Buffer.alloc(1_048_576))).toThrow('Received: 1048576');
  });

  it('is bundled as a handler that reads the page beside it', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'site-response-'));
    await bundleFunctions([siteResponse], dir);
    writeFileSync(join(dir, 'site-response/not-found.html'), PAGE);
    const { href } = pathToFileURL(join(dir, 'site-response/index.mjs'));

    const { handler } = (await import(/* @vite-ignore */ href)) as {
      handler: ReturnType<typeof createSiteResponse>;
    };

    expect(await handler(answered('404'))).toMatchObject({ status: '404', body: PAGE });
    rmSync(dir, { recursive: true });
  });

  it('tells readers what the local server tells them', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'site-response-'));
    const store = createLocalSiteStore({ dir });
    const html = { contentType: 'text/html; charset=utf-8', cacheControl: PAGE_CACHE };
    await store.write('404.html', { bytes: Buffer.from(PAGE), ...html });
    await store.redirect('@old/', '/@new/');
    const local = createSiteHandler({
      store,
      config: {},
      onError: (error) => expect.unreachable(String(error)),
    });
    const server = createServer((req, res) => void local.handle(req, res));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

    const [missing, moved] = await Promise.all(
      ['/none/', '/@old/'].map((path) => fetch(origin + path, { redirect: 'manual' })),
    );

    const redirect = { 'x-amz-website-redirect-location': '/@new/', 'cache-control': PAGE_CACHE };
    const edge = await Promise.all([told(answered('404')), told(answered('200', redirect))]);
    expect(edge[0]).toMatchObject({ status: String(missing?.status), body: await missing?.text() });
    expect(edge[0].headers['content-type']).toBe(missing?.headers.get('content-type'));
    expect(edge[1].status).toBe(String(moved?.status));
    expect(edge[1].headers).toMatchObject({
      location: moved?.headers.get('location'),
      'cache-control': moved?.headers.get('cache-control'),
    });
    await new Promise((resolve) => server.close(resolve));
    rmSync(dir, { recursive: true });
  });
});

import { createHash } from 'node:crypto';
import { appendFile, mkdtemp, readdir, rm, truncate } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLocalMediaStore, type LocalMediaStore } from '#api/ports/media-store/local.ts';
import { PUBLIC_CACHE_CONTROL } from '#api/ports/media-store/port.ts';
import { createMediaHandler } from './serve.ts';

const TENANT = '01K9Z0000000000000000000T1';
const ASSET = '01K9Z0000000000000000000A1';
const UPLOAD = `u/${TENANT}/${ASSET}`;
const PUBLIC = `p/${TENANT}/${ASSET}/0123456789abcdef-960.webp`;
const SECRET = 'a secret for signing, 32 characters';
const bytes = new TextEncoder().encode('0123456789');

describe('the media server', () => {
  let dir: string;
  let origin: string;
  let server: Server;
  let store: LocalMediaStore;
  let now: number;
  const errors: unknown[] = [];

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'media-serve-'));
    now = Date.UTC(2026, 0, 1);
    server = createServer((req, res) => void handler.handle(req, res));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    store = createLocalMediaStore({ dir, origin, secret: SECRET, now: () => now });
    const handler = createMediaHandler(store, {
      problemBase: 'https://artissist.example/problems',
      onError: (error) => errors.push(error),
    });
    await store.write(PUBLIC, bytes, { contentType: 'image/webp', cacheControl: PUBLIC_CACHE_CONTROL });
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(dir, { recursive: true });
    expect(errors).toEqual([]);
  });

  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`${origin}/media/${path}`, { method, headers });
  const signed = (declared: object = {}) =>
    store.signUpload({
      key: UPLOAD,
      contentType: 'image/png',
      contentLength: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('base64'),
      expiresInSeconds: 60,
      ...declared,
    });

  it('serves public copies with a day of cache and a sandbox', async () => {
    const response = await get(PUBLIC);
    expect(await response.text()).toBe('0123456789');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'public, max-age=86400, must-revalidate',
      'content-type': 'image/webp',
      'content-length': '10',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      'cross-origin-resource-policy': 'cross-origin',
    });
  });

  it('answers HEAD without a body', async () => {
    const response = await get(PUBLIC, {}, 'HEAD');
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([
      200,
      '10',
      '',
    ]);
  });

  it('answers 304 while the tag fits', async () => {
    const etag = (await get(PUBLIC)).headers.get('etag') ?? '';
    for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      expect((await get(PUBLIC, { 'if-none-match': tag })).status).toBe(304);
    }
    expect((await get(PUBLIC, { 'if-none-match': '"x"' })).status).toBe(200);
  });

  const ranges: [range: string, status: number, body: string][] = [
    ['bytes=2-4', 206, '234'],
    ['bytes=7-', 206, '789'],
    ['bytes=7-100', 206, '789'],
    ['bytes=-3', 206, '789'],
    ['bytes=-100', 206, '0123456789'],
    ['bytes=4-2', 200, '0123456789'],
    ['bytes=0-1,3-4', 200, '0123456789'],
    ['lines=1-2', 200, '0123456789'],
  ];
  it.for(ranges)('answers the range %s with %i', async ([range, status, body]) => {
    const response = await get(PUBLIC, { range });
    expect([response.status, await response.text()]).toEqual([status, body]);
  });

  it('refuses a range behind the end, and sends all when If-Range is stale', async () => {
    const behind = await get(PUBLIC, { range: 'bytes=10-' });
    const stale = await get(PUBLIC, { range: 'bytes=2-4', 'if-range': '"old"' });
    expect([behind.status, behind.headers.get('content-range')]).toEqual([416, 'bytes */10']);
    expect(stale.status).toBe(200);
  });

  it('answers problems as RFC 9457, with the sandbox', async () => {
    const response = await get(UPLOAD, { 'x-request-id': 'request-0001' });
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    expect(response.headers.get('x-request-id')).toBe('request-0001');
    expect(await response.json()).toEqual({
      type: 'https://artissist.example/problems/forbidden',
      title: 'The credential does not allow this',
      status: 403,
      detail: 'The address has no signature. Ask the API for a signed address.',
      instance: 'request-0001',
    });
  });

  const refused: [
    name: string,
    ask: () => Promise<Response>,
    status: number,
    type: string,
    detail: RegExp,
    headers?: Record<string, string>,
  ][] = [
    [
      'a file that is not there',
      () => get(`p/${TENANT}/${ASSET}/ff-9.webp`),
      404,
      'not-found',
      /Received|There is no media at "/,
    ],
    ['a long address, cut', () => get('x'.repeat(3000)), 404, 'not-found', /^.{60,200}$/],
    [
      'a method',
      () => get(PUBLIC, {}, 'DELETE'),
      405,
      'method-not-allowed',
      /GET, HEAD.*Received: DELETE/,
      { allow: 'GET, HEAD' },
    ],
    [
      'a range',
      () => get(PUBLIC, { range: 'bytes=99-' }),
      416,
      'range-not-satisfiable',
      /10 bytes.*bytes=99-/,
    ],
    [
      'other bytes',
      async () => {
        const { url, headers } = await signed();
        return fetch(url, { method: 'PUT', body: '9876543210', headers });
      },
      400,
      'bad-input',
      /^body: The bytes must have the declared SHA-256 .* Received: /,
    ],
  ];
  it.for(refused)(
    'refuses %s with a problem of its own type',
    async ([, ask, status, type, detail, headers]) => {
      const response = await ask();

      expect(response.status).toBe(status);
      expect(Object.fromEntries(response.headers)).toMatchObject(headers ?? {});
      const problem = await response.json();
      expect(problem).toMatchObject({ type: `https://artissist.example/problems/${type}`, status });
      expect(problem).toMatchObject({ detail: expect.stringMatching(detail) as string });
    },
  );

  it('says that the disk is full, and keeps nothing', async () => {
    const full = Object.assign(new Error('no space left on device, write'), { code: 'ENOSPC' });
    const receive = store.receive;
    store.receive = () => Promise.reject(full);
    const { url, headers } = await signed();
    const upload = () => fetch(url, { method: 'PUT', body: bytes, headers });

    const refusal = await upload();
    store.receive = receive;
    const later = await upload();

    expect([refusal.status, refusal.headers.get('retry-after'), later.status]).toEqual([503, '30', 200]);
    expect(await refusal.json()).toMatchObject({ detail: expect.stringContaining('disk') as string });
    expect(errors.splice(0)).toEqual([full]);
  });

  const missing = [
    `p/${TENANT}/${ASSET}/ffffffffffffffff-960.webp`,
    `p/${TENANT}/${ASSET}/..%2f..%2fx`,
    'p/',
    '',
  ];
  it.for(missing)('answers 404 for %j', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('never leaves its folder, even for a raw path', async () => {
    const { port } = server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.end('GET /media/p/../../../../../../etc/passwd HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
    let answer = '';
    for await (const chunk of socket) answer += String(chunk);
    expect(answer).toMatch(/^HTTP\/1.1 404 /);
  });

  it('refuses other methods, saying which it has', async () => {
    const response = await get(PUBLIC, {}, 'DELETE');
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('ends a signed address when its time is over, whatever the address says then', async () => {
    await store.write(UPLOAD, bytes, { contentType: 'image/png', cacheControl: 'no-store' });
    const url = await store.signRead({ key: UPLOAD, expiresInSeconds: 60 });
    now += 59_000;
    expect((await fetch(url)).status).toBe(200);
    now += 1_000;
    const expired = await fetch(url);
    const stretched = await fetch(url.replace(/expires=\d+/, 'expires=9999999999'));
    expect([expired.status, stretched.status]).toEqual([403, 403]);
    expect(await expired.text()).toContain('The address expired at 2026-01-01T00:01:00.000Z');
    expect(await stretched.text()).toContain('The signature does not fit');
  });

  it('keeps addresses valid over a restart with the same secret, and not with another', async () => {
    await store.write(UPLOAD, bytes, { contentType: 'image/png', cacheControl: 'no-store' });
    const options = { dir, origin, now: () => now };
    const same = createLocalMediaStore({ ...options, secret: SECRET });
    const other = createLocalMediaStore({ ...options, secret: `${SECRET}!` });
    const read = { key: UPLOAD, expiresInSeconds: 60 };
    expect((await fetch(await same.signRead(read))).status).toBe(200);
    expect((await fetch(await other.signRead(read))).status).toBe(403);
  });

  it('names the header that an upload was not signed for', async () => {
    const { url, headers } = await signed();
    const response = await fetch(url, {
      method: 'PUT',
      body: bytes,
      headers: { ...headers, 'content-type': 'text/html' },
    });
    expect(await response.json()).toMatchObject({
      status: 403,
      detail: 'Send content-type: image/png, which the upload was signed for. Received: "text/html".',
      errors: [{ field: 'content-type', received: '"text/html"' }],
    });
  });

  it('asks for a length where an upload has none', async () => {
    const { url, headers } = await signed();
    const status = await new Promise((resolve, reject) => {
      const upload = request(url, { method: 'PUT', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      upload.on('error', reject);
      upload.write(bytes);
      upload.end();
    });
    expect(status).toBe(411);
  });

  it('keeps nothing of an upload that breaks off', async () => {
    const { url, headers } = await signed();
    const upload = request(url, { method: 'PUT', headers: { ...headers, 'content-length': 10 } });
    upload.on('error', () => {});
    await new Promise((resolve) => upload.write('01234', resolve));
    await expect.poll(() => readdir(join(dir, 'tmp'))).toHaveLength(1);
    upload.destroy();
    await expect.poll(() => readdir(join(dir, 'tmp'))).toEqual([]);
    expect(await store.head(UPLOAD)).toBeNull();
  });

  it('keeps the old object when a second upload fails', async () => {
    const first = await signed();
    await fetch(first.url, { method: 'PUT', body: bytes, headers: first.headers });
    const { url, headers } = await signed();
    const other = await fetch(url, { method: 'PUT', body: '9876543210', headers });
    expect(other.status).toBe(400);
    expect((await store.read(UPLOAD))?.bytes).toEqual(bytes);
    expect(await readdir(join(dir, 'tmp'))).toEqual([]);
  });

  it('takes a file that a power cut tore for absent', async () => {
    const file = join(dir, 'objects', PUBLIC);
    await truncate(file, 15);
    expect((await get(PUBLIC)).status).toBe(404);
    await appendFile(file, 'no mark here');
    expect((await get(PUBLIC)).status).toBe(404);
  });
});

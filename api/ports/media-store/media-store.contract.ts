/** The contract of the media store: one suite that every twin passes, whatever serves its addresses. */
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { ulid } from 'ulid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { derivedKey, publicKey, resultKey, uploadKey } from './keys.ts';
import {
  MAX_UPLOAD_BYTES,
  MediaDeclarationError,
  MediaKeyError,
  MediaNotFoundError,
  type MediaStore,
  PRIVATE_CACHE_CONTROL,
  PUBLIC_CACHE_CONTROL,
} from './port.ts';

/** A store that is being served, and how to stop it. */
export interface Twin {
  store: MediaStore;
  /** Whether the endpoint checks signatures and checksums at all. */
  refuses: boolean;
  /** Whether it refuses who gives none, which not every emulator does that checks the others. */
  refusesUnsigned: boolean;
  end(): Promise<void>;
}

/** Bytes that repeat nowhere near. */
export const sample = (length: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, index) => (index * 31) % 251);

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64');
/** What a client would declare for these bytes. */
export const declare = (key: string, bytes: Uint8Array) => ({
  key,
  contentType: 'image/png',
  contentLength: bytes.length,
  sha256: sha256(bytes),
  expiresInSeconds: 60,
});
const webp = { contentType: 'image/webp', cacheControl: PRIVATE_CACHE_CONTROL };

async function collect<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

/** Registers the suite's tests; call it inside `describe`. */
export function mediaStoreContract(start: () => Promise<Twin>): void {
  let twin: Twin;
  let store: MediaStore;
  let tenant: string;
  let asset: string;
  let upload: string;
  let derived: string;
  beforeAll(async () => {
    twin = await start();
    store = twin.store;
  });
  afterAll(() => twin.end());
  beforeEach(() => {
    tenant = ulid();
    asset = ulid();
    upload = uploadKey(tenant, asset);
    derived = derivedKey(tenant, asset, { hash: '0123456789abcdef', width: 960, extension: 'webp' });
  });
  const put = async (
    declaration: ReturnType<typeof declare>,
    body: Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = {},
  ) => {
    const signed = await store.signUpload(declaration);
    return fetch(signed.url, { method: signed.method, body, headers: { ...signed.headers, ...headers } });
  };

  it('stores a signed upload with its declared type', async () => {
    const bytes = sample(100_000);
    const response = await put(declare(upload, bytes), bytes);
    expect(response.status).toBe(200);
    const object = await store.read(upload);
    expect(object).toMatchObject({ contentType: 'image/png', size: 100_000 });
    expect(sha256(object?.bytes ?? sample(0))).toBe(sha256(bytes));
  });

  it('fixes length, type and checksum in the address, outside of what a client could leave away', async () => {
    const { url, headers } = await store.signUpload(declare(upload, sample(10)));
    expect(Object.keys(headers).sort()).toEqual(['content-type', 'x-amz-checksum-sha256']);
    expect(url).not.toContain('crc32');
  });

  const refusals: [
    name: string,
    status: number,
    change: Partial<ReturnType<typeof declare>>,
    headers: object,
  ][] = [
    ['another length than declared', 403, { contentLength: 11 }, {}],
    ['another type than declared', 403, {}, { 'content-type': 'text/html' }],
    ['another checksum header', 403, {}, { 'x-amz-checksum-sha256': sha256(sample(11)) }],
    ['bytes that do not fit the checksum', 400, { sha256: sha256(sample(11)) }, {}],
  ];
  it.for(refusals)('refuses %s with %i and stores nothing', async ([, status, change, headers], context) => {
    // moto takes every signature; the local twin, MiniStack and S3 itself are asked.
    if (!twin.refuses) context.skip('this endpoint does not check signatures');
    const bytes = sample(10);
    const response = await put({ ...declare(upload, bytes), ...change }, bytes, { ...headers });
    await response.arrayBuffer();
    expect(response.status).toBe(status);
    expect(await store.head(upload)).toBeNull();
  });

  it('reads through a signed address, whole and in part', async () => {
    const bytes = sample(5000);
    await store.write(derived, bytes, webp);
    const url = await store.signRead({ key: derived, expiresInSeconds: 60 });
    const whole = await fetch(url);
    expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect(whole.headers.get('cache-control')).toBe(PRIVATE_CACHE_CONTROL);
    expect(sha256(await whole.bytes())).toBe(sha256(bytes));
    const part = await fetch(url, { headers: { range: 'bytes=10-19' } });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 10-19/5000']);
    expect(await part.bytes()).toEqual(bytes.slice(10, 20));
  });

  const tampered: [name: string, change: (url: string) => string, init?: RequestInit][] = [
    ['another object', (url) => url.replace('-960', '-480')],
    ['nobody that signed', (url) => url.slice(0, url.indexOf('?'))],
    ['a later moment', (url) => url.replace(/(expires=|X-Amz-Expires=)\d/i, '$19')],
    ['another method', (url) => url.replace(derived, upload), { method: 'PUT', body: sample(10) }],
  ];
  it.for(tampered)('refuses a signed address for %s', async ([name, change, init], context) => {
    // moto takes every signature; the local twin, MiniStack and S3 itself are asked.
    if (!twin.refuses) context.skip('this endpoint does not check signatures');
    // MiniStack looks at a signature only where there is one; the local twin and S3 itself are asked.
    if (name === 'nobody that signed' && !twin.refusesUnsigned)
      context.skip('this endpoint takes requests without a signature');
    await store.write(derived, sample(10), webp);
    await store.write(derived.replace('-960', '-480'), sample(10), webp);
    const url = await store.signRead({ key: derived, expiresInSeconds: 60 });

    const response = await fetch(change(url), init);

    await response.arrayBuffer();
    expect([change(url), response.status]).toEqual([change(url), 403]);
  });

  it('writes, describes and replaces an object', async () => {
    await store.write(derived, sample(10), webp);
    const first = await store.head(derived);
    await store.write(derived, sample(20), { ...webp, cacheControl: PUBLIC_CACHE_CONTROL });
    const second = await store.head(derived);
    expect(first).toMatchObject({ ...webp, size: 10 });
    expect(second).toMatchObject({ contentType: 'image/webp', cacheControl: PUBLIC_CACHE_CONTROL, size: 20 });
    expect(second?.etag).toMatch(/^".+"$/);
    expect(second?.etag).not.toBe(first?.etag);
    expect(second?.lastModified).toBeInstanceOf(Date);
  });

  it('shows concurrent readers one whole object or another', async () => {
    const sizes = [70_000, 130_000];
    await store.write(derived, sample(70_000), webp);
    const writes = Array.from({ length: 8 }, (_, turn) =>
      store.write(derived, sample(sizes[turn % 2] ?? 0), webp),
    );
    const reads = Array.from({ length: 16 }, () => store.read(derived));
    for (const object of await Promise.all(reads)) {
      expect(sizes).toContain(object?.bytes.length);
      expect(object?.bytes).toEqual(sample(object?.size ?? 0));
    }
    await Promise.all(writes);
  });

  it('streams the whole or a range', async () => {
    const bytes = sample(200_000);
    await store.write(derived, bytes, webp);
    const whole = await store.stream(derived);
    const part = await store.stream(derived, { start: 100, end: 299 });
    expect(whole && sha256(await buffer(whole.body))).toBe(sha256(bytes));
    expect(part).toMatchObject({ size: 200_000, contentType: 'image/webp' });
    expect(part && new Uint8Array(await buffer(part.body))).toEqual(bytes.slice(100, 300));
  });

  it('keeps an object of no bytes', async () => {
    await store.write(derived, sample(0), webp);
    const stream = await store.stream(derived);
    expect(await store.read(derived)).toMatchObject({ size: 0, bytes: sample(0) });
    expect(stream && (await buffer(stream.body)).length).toBe(0);
  });

  it('answers null for what is not there', async () => {
    expect(await store.read(derived)).toBeNull();
    expect(await store.head(derived)).toBeNull();
    expect(await store.stream(derived)).toBeNull();
  });

  it('copies bytes and type under a cache-control of its own', async () => {
    await store.write(derived, sample(3000), webp);
    const target = publicKey(derived);
    await store.copy(derived, target, { cacheControl: PUBLIC_CACHE_CONTROL });
    const expected = { contentType: 'image/webp', cacheControl: PUBLIC_CACHE_CONTROL, size: 3000 };
    expect(await store.read(target)).toMatchObject({ ...expected, bytes: sample(3000) });
    expect(await store.head(derived)).toMatchObject({ cacheControl: PRIVATE_CACHE_CONTROL });
    await store.copy(target, derived.replace('-960', '-480'), { cacheControl: 'no-store' });
    expect(await store.read(derived.replace('-960', '-480'))).toMatchObject({
      ...expected,
      cacheControl: 'no-store',
      bytes: sample(3000),
    });
    await expect(store.copy(upload, target, { cacheControl: 'no-store' })).rejects.toThrow(
      MediaNotFoundError,
    );
  });

  it('removes what is there, and again, and nothing else', async () => {
    const other = derived.replace('-960', '-480');
    await store.write(derived, sample(10), webp);
    await store.write(other, sample(10), webp);
    await store.remove([derived, upload]);
    await store.remove([derived]);
    await store.remove([]);
    expect(await store.head(derived)).toBeNull();
    expect(await store.head(other)).not.toBeNull();
  });

  it('lists by area, tenant and asset, in order', async () => {
    const other = derivedKey(tenant, ulid(), { hash: 'fedcba9876543210', width: 0, extension: 'pdf' });
    for (const key of [other, derived, upload, publicKey(derived)]) await store.write(key, sample(7), webp);
    const keys = (prefix: string) => collect(store.list(prefix));
    expect((await keys(`d/${tenant}/`)).map(({ key }) => key)).toEqual([derived, other].sort());
    expect(await keys(`d/${tenant}/${asset}/`)).toMatchObject([{ key: derived, size: 7 }]);
    expect(await keys(`u/${tenant}/`)).toMatchObject([{ key: upload }]);
    expect((await keys('p/')).map(({ key }) => key)).toContain(publicKey(derived));
    expect(await keys(`d/${ulid()}/`)).toEqual([]);
  });

  it('keeps results by tenant, and signs none of them', async () => {
    const [one, two] = ['a', 'b'].map((digit) => resultKey(tenant, digit.repeat(64))) as [string, string];
    for (const key of [two, one]) await store.write(key, sample(7), webp);
    expect((await collect(store.list(`e/${tenant}/`))).map(({ key }) => key)).toEqual([one, two]);
    expect(await collect(store.list(`e/${ulid()}/`))).toEqual([]);
    await expect(store.signRead({ key: one, expiresInSeconds: 60 })).rejects.toThrow(MediaKeyError);
    await expect(store.signUpload(declare(one, sample(1)))).rejects.toThrow(MediaKeyError);
    await store.remove([one]);
    expect(await store.read(one)).toBeNull();
    expect(await store.read(two)).toMatchObject({ size: 7 });
  });

  const badKeys = [
    '',
    `e/${ulid()}/${'a'.repeat(63)}.json`,
    `e/${ulid()}/${'A'.repeat(64)}.json`,
    `e/${ulid()}/${'a'.repeat(64)}.json/..`,
    `e/${ulid()}/${ulid()}`,
    'u/..',
    '../u',
    `x/${ulid()}/${ulid()}`,
    `u/${ulid()}/../../etc`,
    `u/${ulid()}/${ulid()}/more`,
    `u/${ulid()}/${ulid()}\0`,
    `u/${ulid()}/${ulid()}\n`,
    `u/${ulid().toLowerCase()}/${ulid()}`,
    `d/${ulid()}/${ulid()}/0123456789abcdef-960.webp/..`,
    `d/${ulid()}/${ulid()}/0123456789abcdef-960.%2e`,
    `/u/${ulid()}/${ulid()}`,
  ];
  it.for(badKeys)('refuses the key %j in every method, naming it', async (key) => {
    const calls: (() => Promise<unknown>)[] = [
      () => store.read(key),
      () => store.head(key),
      () => store.stream(key),
      () => store.write(key, sample(1), webp),
      () => store.copy(key, upload, webp),
      () => store.copy(upload, key, webp),
      () => store.remove([key]),
      () => store.signRead({ key, expiresInSeconds: 60 }),
      () => store.signUpload(declare(key, sample(1))),
      () => collect(store.list(`${key}..`)),
    ];
    for (const call of calls) {
      const error = await call().then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(MediaKeyError);
      expect((error as Error).message).toContain(JSON.stringify(key).slice(1, -1));
    }
  });

  it('signs uploads below u/ only, and reads of what is private only', async () => {
    await expect(store.signUpload(declare(derived, sample(1)))).rejects.toThrow(MediaKeyError);
    const read = store.signRead({ key: publicKey(derived), expiresInSeconds: 60 });
    await expect(read).rejects.toThrow(MediaKeyError);
  });

  const badDeclarations: [string, object][] = [
    ['contentLength', { contentLength: 0 }],
    ['contentLength', { contentLength: MAX_UPLOAD_BYTES + 1 }],
    ['contentLength', { contentLength: 1.5 }],
    ['contentType', { contentType: 'image/png\r\nx-evil: 1' }],
    ['contentType', { contentType: 'png' }],
    ['sha256', { sha256: 'abc' }],
    ['expiresInSeconds', { expiresInSeconds: 0 }],
    ['expiresInSeconds', { expiresInSeconds: 604_801 }],
  ];
  it.for(badDeclarations)('refuses a bad %s: %j', async ([field, change]) => {
    const signing = store.signUpload({ ...declare(upload, sample(10)), ...change });
    await expect(signing).rejects.toThrow(MediaDeclarationError);
    await expect(signing).rejects.toMatchObject({ field });
  });
}

/** The contract of the site store: one suite that every twin passes. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ASSET_CACHE, PAGE_CACHE } from './paths.ts';
import type { SiteFile, SiteStore } from './port.ts';

/** An empty store, and how to be rid of it. */
export interface Twin {
  store: SiteStore;
  /** Where an address redirects to, as its server would be told. */
  location(path: string): Promise<string | null>;
  end(): Promise<void>;
}

const page = (text: string): SiteFile => ({
  bytes: new TextEncoder().encode(text),
  contentType: 'text/html; charset=utf-8',
  cacheControl: PAGE_CACHE,
});
const text = (file: SiteFile | null): string | null => file && new TextDecoder().decode(file.bytes);

/** Runs the suite. Addresses of each test are its own. */
export function siteStoreContract(start: () => Promise<Twin>): void {
  let twin: Twin;
  let store: SiteStore;
  beforeAll(async () => {
    twin = await start();
    ({ store } = twin);
  });
  afterAll(() => twin.end());
  let at: string;
  let tests = 0;
  beforeEach(() => {
    at = `@test-${++tests}/`;
  });
  const paths = async (prefix = at): Promise<string[]> => (await Array.fromAsync(store.list(prefix))).sort();

  it('answers what was written, and null where nothing is', async () => {
    await store.write(`${at}sea/`, page('Sea'));
    expect(await store.read(`${at}sea/`)).toEqual({ ...page('Sea'), bytes: expect.anything() });
    expect(text(await store.read(`${at}sea/`))).toBe('Sea');
    expect(await store.read(`${at}land/`)).toBeNull();
    expect(await store.read(at)).toBeNull();
  });

  it('keeps the media type and the caching that a file was given', async () => {
    const odd = {
      bytes: new Uint8Array([1, 2]),
      contentType: 'application/x-odd',
      cacheControl: ASSET_CACHE,
    };
    await store.write(`${at}odd.bin`, odd);
    expect(await store.read(`${at}odd.bin`)).toMatchObject({
      contentType: 'application/x-odd',
      cacheControl: ASSET_CACHE,
    });
    expect(await store.write(`${at}odd.bin`, odd)).toBe(false);
    expect(await store.write(`${at}odd.bin`, { ...odd, cacheControl: PAGE_CACHE })).toBe(true);
  });

  it('says whether bytes were new', async () => {
    expect(await store.write(`${at}a/`, page('one'))).toBe(true);
    expect(await store.write(`${at}a/`, page('one'))).toBe(false);
    expect(await store.write(`${at}a/`, page('two'))).toBe(true);
  });

  it('puts a redirect in the place of a page, and a page in the place of a redirect', async () => {
    await store.write(`${at}a/`, page('one'));
    expect(await store.redirect(`${at}a/`, '/b/')).toBe(true);
    expect(await store.redirect(`${at}a/`, '/b/')).toBe(false);
    expect([await store.read(`${at}a/`), await twin.location(`${at}a/`)]).toEqual([null, '/b/']);
    expect(await store.redirect(`${at}a/`, '/c/')).toBe(true);
    expect(await twin.location(`${at}a/`)).toBe('/c/');
    expect(await store.write(`${at}a/`, page('one'))).toBe(true);
    expect([text(await store.read(`${at}a/`)), await twin.location(`${at}a/`)]).toEqual(['one', null]);
  });

  it('removes pages and redirects, and says which were there', async () => {
    await store.write(`${at}a/`, page('a'));
    await store.write(`${at}a/b/`, page('b'));
    await store.redirect(`${at}c/`, '/a/');
    expect((await store.remove([`${at}a/`, `${at}c/`, `${at}none/`])).sort()).toEqual([`${at}a/`, `${at}c/`]);
    expect(await paths()).toEqual([`${at}a/b/`]);
    expect(await store.remove([])).toEqual([]);
  });

  it('lists files and redirects that begin with a prefix, each once', async () => {
    await store.write(at, page('front'));
    await store.write(`${at}sea/`, page('sea'));
    await store.write(`${at}seal/`, page('seal'));
    await store.write(`${at}style.css`, { ...page('x'), contentType: 'text/css; charset=utf-8' });
    await store.redirect(`${at}old/`, '/x/');
    expect(await paths()).toEqual([at, `${at}old/`, `${at}sea/`, `${at}seal/`, `${at}style.css`].sort());
    expect(await paths(`${at}se`)).toEqual([`${at}sea/`, `${at}seal/`]);
    expect(await paths(`${at}none/`)).toEqual([]);
  });

  it('keeps records apart from what is served', async () => {
    await store.writeRecord(`${at}one`, '{"a":1}');
    await store.writeRecord(`${at}two`, '2');
    await store.writeRecord(`${at}one`, '{"a":2}');
    expect([await store.record(`${at}one`), await store.record(`${at}none`)]).toEqual(['{"a":2}', null]);
    expect((await Array.fromAsync(store.records(at))).sort()).toEqual([`${at}one`, `${at}two`]);
    await store.removeRecord(`${at}one`);
    await store.removeRecord(`${at}none`);
    expect(await Array.fromAsync(store.records(at))).toEqual([`${at}two`]);
    expect(await paths()).toEqual([]);
  });

  it('writes many records together', async () => {
    await store.writeRecord(`${at}one`, '1');
    await store.writeRecords(
      new Map([
        [`${at}one`, '{"a":2}'],
        [`${at}two`, '2'],
      ]),
    );
    expect([await store.record(`${at}one`), await store.record(`${at}two`)]).toEqual(['{"a":2}', '2']);
    await store.writeRecords(new Map());
    expect((await Array.fromAsync(store.records(at))).sort()).toEqual([`${at}one`, `${at}two`]);
  });

  it('keeps the root page', async () => {
    await store.write('', page('home'));
    expect(text(await store.read(''))).toBe('home');
    expect(await store.remove([''])).toEqual(['']);
  });

  it.each([
    '/a/',
    '../a',
    'a/../b/',
    'a//b/',
    './a',
    'a\\b',
    'a\u0000',
    'a/index.html',
    'a.redirect',
    'a.meta',
  ])('refuses %j as a path', async (path) => {
    await expect(store.write(path, page('x'))).rejects.toThrow('Received');
    await expect(store.read(path)).rejects.toThrow('Received');
    await expect(store.writeRecord(path, 'x')).rejects.toThrow('Received');
    await expect(store.writeRecords(new Map([[path, 'x']]))).rejects.toThrow('Received');
  });
}

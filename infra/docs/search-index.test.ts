import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeEvent } from '#api/events.ts';
import type { PageDocument } from '#api/ports/public-content/port.ts';
import { createLocalSiteStore } from '#api/ports/site-store/local.ts';
import type { SiteStore } from '#api/ports/site-store/port.ts';
import { createDocsSearch, searchFiles, type DocsSearch } from './search-index.ts';
import { SEARCH_PREFIX } from './write-search.ts';

const TENANT = '00000000000000000000000001';

const pageOf = (path: string, bodyHtml: string): PageDocument => ({
  id: path,
  path,
  title: `About ${path}`,
  summary: null,
  body: '',
  bodyHtml,
  language: 'en',
  sortOrder: 1,
  visibility: 'LISTED',
  version: 1,
  publishedAt: '2026-01-01T00:00:00.000Z',
});

const change = (tenantId: string, entity: ChangeEvent['entity']): ChangeEvent => ({
  id: 'p#1',
  type: 'page.published',
  tenantId,
  entity,
  entityId: 'p',
  version: 1,
  changed: [],
  at: '2026-01-01T00:00:00.000Z',
});

let dir: string;
let store: SiteStore;
let writes: string[];
let pages: PageDocument[];
let search: DocsSearch;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'artissist-search-'));
  const files = createLocalSiteStore({ dir });
  writes = [];
  pages = [pageOf('index', '<h2 id="a">A</h2><p>gouache</p>'), pageOf('uploads', '<p>checksum</p>')];
  store = {
    ...files,
    write: (path, file) => {
      writes.push(path);
      return files.write(path, file);
    },
  };
  search = createDocsSearch({
    content: {
      pages: async () => pages,
      page: async (_, path) => pages.find((page) => page.path === path) ?? null,
    },
    store,
    docsTenantId: TENANT,
    log: (message) => expect.unreachable(message),
    pace: { quiet: 60_000, longest: 60_000, rest: 0 },
  });
});
afterEach(() => {
  search.stop();
  rmSync(dir, { recursive: true, force: true });
});

describe('the search index of the documentation', () => {
  it('holds the words of every page, with its address', async () => {
    const files = await searchFiles(pages);

    const fragments = files
      .filter(({ path }) => path.endsWith('.pf_fragment'))
      .map(({ content }) => gunzipSync(content).toString('utf8'))
      .map((text) => JSON.parse(text.slice(text.indexOf('{'))) as { url: string; content: string });

    expect(fragments.map(({ url }) => url).sort()).toEqual(['/docs/', '/docs/uploads/']);
    expect(fragments.find(({ url }) => url === '/docs/')?.content).toContain('gouache');
  });

  it('is written with its entry last, and only when pages differ', async () => {
    const first = await search.refresh();
    const second = await search.refresh();

    expect(writes.at(-1)).toBe(`${SEARCH_PREFIX}pagefind-entry.json`);
    expect(first.length).toBeGreaterThan(4);
    expect(second).toEqual([]);
  });

  it('loses the files of words that are gone', async () => {
    await search.refresh();
    pages = pages.slice(0, 1);

    await search.refresh();

    const left: string[] = [];
    for await (const path of store.list(SEARCH_PREFIX)) left.push(path);
    expect(left.filter((path) => path.endsWith('.pf_fragment'))).toHaveLength(1);
  });

  it('is made anew after changes to pages of the documentation, and to nothing else', async () => {
    search.handle([change('01M81G1ZN7Q42BT5C2QEP97NX0', 'page'), change(TENANT, 'profile')]);
    await search.flush();
    const before = writes.length;

    search.handle([change(TENANT, 'page'), change(TENANT, 'page')]);
    await search.flush();

    expect(before).toBe(0);
    expect(writes.length).toBeGreaterThan(4);
  });
});

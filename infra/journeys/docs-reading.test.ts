import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { PageDocument } from '#api/ports/public-content/port.ts';
import { createLocalSiteStore } from '#api/ports/site-store/local.ts';
import { markdownToHtml } from '#api/functions/publish/markdown.ts';
import { loadRenderer } from '#site/publisher/renderer.ts';
import { createWrite, writeAssets } from '#site/publisher/write.ts';
import { buildSite } from '../build/site.ts';
import { docsAddress } from '../docs/page.ts';
import { docsPages } from '../docs/pages.ts';
import { docsPolicy } from '../docs/policy.ts';
import { createDocsSearch } from '../docs/search-index.ts';
import { createSiteHandler } from '../local/site/serve.ts';
import { describeJourneys } from './chromium.ts';

const documents = docsPages().map((page): PageDocument => ({
  ...page,
  id: page.path,
  bodyHtml: markdownToHtml(page.body),
  language: 'en',
  visibility: 'LISTED',
  version: 1,
  publishedAt: '2026-01-01T00:00:00.000Z',
}));

describeJourneys('reading the documentation', (launch) => {
  let dir: string;
  let server: Server;
  let origin: string;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'artissist-reading-'));
    const store = createLocalSiteStore({ dir });
    const built = await buildSite();
    const renderer = await loadRenderer({ dir: built.dir, site: { origin: 'http://localhost', media: '' } });
    await writeAssets({ store, renderer });
    await createWrite({ store, renderer })(
      documents.map((document) => ({
        kind: 'page',
        address: docsAddress(document.path),
        view: { docs: { page: document, pages: documents } },
      })),
    );
    const search = createDocsSearch({
      content: {
        pages: async () => documents,
        page: async (_, path) => documents.find((document) => document.path === path) ?? null,
      },
      store,
      docsTenantId: 'docs',
      log: () => undefined,
    });
    await search.refresh();
    const policies = { '/docs/': await docsPolicy(renderer) };
    const site = createSiteHandler({ store, config: {}, policies });
    server = createServer((request, response) => void site.handle(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch(launch);
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(dir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    complaints = [];
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    page = await context.newPage();
    page.setDefaultTimeout(8_000);
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(origin)) complaints.push(`asked for ${request.url()}`);
    });
  });
  afterEach(() => page.context().close());

  it('finds a word and goes to where it stands', async () => {
    await page.goto(`${origin}/docs/`);
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill('fractional index');
    await page.locator('.docs-search-part', { hasText: 'CreateAssetInput' }).click();

    await page.waitForURL(`${origin}/docs/graphql/inputs/#createassetinput`);

    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });

  it.for([
    ['publish', 'Concepts'],
    ['upload', 'Uploads'],
  ])('names the guide to “%s” first', async ([words = '', guide = '']) => {
    await page.goto(`${origin}/docs/`);
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill(words);

    const first = page.locator('.docs-search-page').first();
    await first.waitFor();
    expect(await first.textContent()).toBe(guide);
  });

  it('copies an example in one click', async () => {
    await page.goto(`${origin}/docs/concepts/`);

    await page.getByRole('button', { name: 'Copy' }).first().click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();

    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'curl http://localhost:4321/v1/me/memberships -H "Authorization: Bearer $TOKEN"',
    );
    expect(complaints).toEqual([]);
  });

  it.for([390, 820, 1440])('fits a screen of %i pixels, in light and dark', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    const grounds: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const path of ['first-call', 'rest/projects', 'graphql/types']) {
        await page.goto(origin + docsAddress(path));
        const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
        expect([path, scroll]).toEqual([path, width]);
      }
      grounds.push(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
    }

    expect(grounds[0]).not.toBe(grounds[1]);
    expect(complaints).toEqual([]);
  });

  it('opens the list of pages on a small screen', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${origin}/docs/concepts/`);
    const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Uploads' });
    expect(await link.isVisible()).toBe(false);

    await page.locator('.sl-menu-button').click();
    await link.click();

    await page.waitForURL(`${origin}/docs/uploads/`);
    expect(complaints).toEqual([]);
  });
});

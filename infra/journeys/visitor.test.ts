import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import sharp from 'sharp';
import { describeJourneys } from './chromium.ts';
import { DEMO, publicProfile, startTestPlatform, type TestPlatform } from './platform.testing.ts';
import { uploaded } from './uploads-file.testing.ts';

const ABSURD = 'An exceedingly long title, '.repeat(24).trim();

describeJourneys('a visitor and a guest at the door', (launch) => {
  let platform: TestPlatform;
  let browser: Browser;
  let page: Page;
  /** Scripts that were asked for, and what the browser complained of. */
  let scripts: string[];
  let complaints: string[];

  beforeAll(async () => {
    platform = await startTestPlatform();
    const token = await platform.signIn(DEMO);
    await publicProfile(platform, token, 'hokusai');
    const publish = async (input: Record<string, unknown>, image?: Buffer) => {
      const created = await platform.rest(token, 'POST', '/v1/projects', { body: input });
      const { id } = (await created.json()) as { id: string };
      if (image) await uploaded(platform, token, id, image, { contentType: 'image/jpeg' });
      await platform.settled();
      await platform.rest(token, 'POST', `/v1/projects/${id}/publish`, { body: { expectedVersion: 1 } });
    };
    const red = { r: 170, g: 60, b: 40 };
    const image = await sharp({ create: { width: 1200, height: 800, channels: 3, background: red } })
      .jpeg()
      .toBuffer();
    await publish(
      { title: 'Red Fuji', dateText: 'c. 1830–32', yearStart: 1830, medium: 'woodblock print' },
      image,
    );
    await publish({ title: '凱風快晴', language: 'ja', yearStart: 1831 });
    await publish({ title: 'لوحة', language: 'ar', yearStart: 1829 });
    await publish({ title: ABSURD, yearStart: 1828 });
    await platform.settled();
    browser = await chromium.launch(launch);
  });
  afterAll(async () => {
    await browser.close();
    await platform.remove();
  });
  beforeEach(async () => {
    page = await browser.newPage();
    scripts = [];
    complaints = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(request.url());
      if (!request.url().startsWith(platform.url)) complaints.push(`asked elsewhere: ${request.url()}`);
    });
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
  });
  afterEach(() => page.close());

  test('comes from the home page to a portfolio and a work, and back, without a script', async () => {
    await page.goto(`${platform.url}/`);
    await page.getByRole('link', { name: 'Red Fuji' }).first().click();
    await page.waitForURL('**/@hokusai/red-fuji/');

    const picture = page.locator('main img').first();
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
    expect(await picture.evaluate((image: HTMLImageElement) => [image.width > 0, image.height > 0])).toEqual([
      true,
      true,
    ]);
    expect(await page.locator('[data-field="title"]').first().textContent()).toBe('Red Fuji');
    await page.getByRole('link', { name: 'Artist hokusai' }).first().click();
    await page.waitForURL('**/@hokusai/');
    expect(await page.locator('h1').textContent()).toContain('Artist hokusai');
    expect(scripts).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test.each([390, 820, 1440])(
    'finds nothing that sticks out at %i pixels, whatever the title',
    async (width) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${platform.url}/@hokusai/`);
      const works = await page
        .locator('main a[href^="/@hokusai/"]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      expect(new Set(works).size).toBe(4);

      for (const address of ['/', '/@hokusai/', ...new Set(works)]) {
        await page.goto(`${platform.url}${address}`);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect([address, overflow]).toEqual([address, 0]);
      }
      expect(complaints).toEqual([]);
    },
  );

  test('reads titles in their own language and direction', async () => {
    await page.goto(`${platform.url}/@hokusai/`);

    expect(await page.locator('[lang="ja"]').first().textContent()).toContain('凱風快晴');
    const arabic = page.locator('[lang="ar"]').first();
    expect(await arabic.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  });

  test('gets the page of what is not there, with the status that says so', async () => {
    const response = await page.goto(`${platform.url}/@hokusai/no-such-work/`);

    expect(response?.status()).toBe(404);
    await page.getByRole('link', { name: 'Artissist' }).first().click();
    await page.waitForURL(`${platform.url}/`);
  });

  test('moves through a page by keyboard, beginning with the way to its content', async () => {
    await page.goto(`${platform.url}/@hokusai/`);
    await page.keyboard.press('Tab');

    const focused = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    expect(focused).toMatch(/^#/);
  });

  test('sees the dark scheme where it is asked for', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(`${platform.url}/@hokusai/`);

    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const [red = 255] = (/\d+/.exec(ground) ?? []).map(Number);
    expect(red).toBeLessThan(60);
  });
});

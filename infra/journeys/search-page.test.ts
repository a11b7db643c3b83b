import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeJourneys } from './chromium.ts';
import { must } from './isolation-tenant.testing.ts';
import { DEMO, publicProfile, startTestPlatform, type TestPlatform } from './platform.testing.ts';

const TITLES = ['The Great Wave', 'A Wave in the Harbour', 'Red Fuji'];

describeJourneys('somebody who searches', (launch) => {
  let platform: TestPlatform;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    platform = await startTestPlatform();
    const token = await platform.signIn(DEMO);
    await publicProfile(platform, token, 'hokusai');
    for (const title of TITLES) {
      const medium = title.includes('Wave') ? 'Woodcut' : 'Ink';
      const { createProject } = await must<{ createProject: { id: string } }>(
        platform,
        token,
        'mutation($t:String!,$m:String){createProject(input:{title:$t,medium:$m}){id}}',
        { t: title, m: medium },
      );
      await must(platform, token, 'mutation($id:ID!){publishProject(id:$id,expectedVersion:1){id}}', {
        id: createProject.id,
      });
    }
    await platform.settled();
    browser = await chromium.launch(launch);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await platform.remove();
  });
  beforeEach(async () => {
    page = await watched();
  });
  afterEach(async () => {
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  async function watched(options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
    complaints = [];
    const opened = await (await browser.newContext(options)).newPage();
    opened.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    opened.on('pageerror', (error) => complaints.push(error.message));
    return opened;
  }

  const found = (): Promise<string[]> => page.locator('.found cite').allTextContents();
  const focused = (): Promise<string> =>
    page.evaluate(
      () =>
        document.activeElement?.querySelector('cite')?.textContent ?? document.activeElement?.tagName ?? '',
    );
  const address = (): string => page.url().slice(platform.url.length);

  test('finds as they type, by keys alone, and comes back to what they asked', async () => {
    await page.goto(`${platform.url}/`);
    await page.getByRole('link', { name: 'Search', exact: true }).click();
    await page.waitForURL('**/search/');
    await page.keyboard.press('/');
    await page.keyboard.type('wave');
    await page.waitForURL('**/search/?q=wave');
    await page.getByRole('status').filter({ hasText: 'for “wave”' }).waitFor();
    expect((await found()).slice(0, 2).toSorted()).toEqual(['A Wave in the Harbour', 'The Great Wave']);

    await page.keyboard.press('ArrowDown');
    const first = await focused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe(first);
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('INPUT');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/@hokusai/**');

    await page.goBack();
    await page.waitForURL('**/search/?q=wave');
    await page.goBack();
    await page.waitForURL('**/search/');
    await page.getByRole('status').filter({ hasText: 'Published last' }).waitFor();
  });

  test('has an address that answers without a script, and a form and links that lead to others', async () => {
    await page.context().close();
    page = await watched({ javaScriptEnabled: false });
    await page.goto(`${platform.url}/search/`);
    expect((await found()).toSorted()).toEqual(TITLES.toSorted());

    await page.getByRole('searchbox').fill('fuji');
    await page.getByRole('button', { name: 'Search' }).click();
    expect(address()).toBe('/search/?q=fuji');
    expect((await found())[0]).toBe('Red Fuji');

    await page.goto(`${platform.url}/search/?q=`);
    await page.getByText('Medium', { exact: true }).click();
    await page.getByRole('link', { name: /^Ink/ }).click();
    expect(address()).toBe('/search/?medium=Ink');
    expect(await found()).toEqual(['Red Fuji']);
    await page.getByRole('link', { name: 'Without filters' }).click();
    expect(address()).toBe('/search/');
  });

  test('is told when there is nothing, and what to do', async () => {
    await page.goto(`${platform.url}/search/?q=zzyzx&kind=PAGE`);

    expect(await page.getByRole('status').textContent()).toContain('Nothing is found');
    expect(await page.getByRole('link', { name: 'begin anew' }).getAttribute('href')).toBe('/search/');
  });

  test('sees words of an address as words, never as markup', async () => {
    const words = '"><img src=x onerror=alert(1)>';
    await page.goto(`${platform.url}/search/?${new URLSearchParams({ q: words, tag: words })}`);

    expect(await page.getByRole('searchbox').inputValue()).toBe(words);
    expect(await page.locator('img[src="x"]').count()).toBe(0);
  });
});

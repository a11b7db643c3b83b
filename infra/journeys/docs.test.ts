import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildSchema, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examplesIn } from '../docs/examples.ts';
import { loadDocs } from '../docs/load.ts';
import { docsAddress } from '../docs/page.ts';
import { docsPages } from '../docs/pages.ts';
import { SEARCH_PREFIX } from '../docs/write-search.ts';
import { startDocsPlatform, type DocsPlatform } from './docs-platform.testing.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);
const NOTHING = { created: 0, updated: 0, published: 0, deleted: 0 };
const guides = docsPages().filter(
  ({ body, path }) => !/^(?:rest|graphql|problems)\//.test(path) && body !== '',
);
const reference = docsPages().filter(({ path }) => path.startsWith('rest/'));

let platform: DocsPlatform;

beforeAll(async () => {
  platform = await startDocsPlatform();
  await platform.settled();
});
afterAll(() => platform.remove());

const read = async (path: string): Promise<{ status: number; text: string }> => {
  const response = await fetch(platform.url + path);
  return { status: response.status, text: await response.text() };
};

describe('loading the documentation', () => {
  it('published every page with the start, and does nothing the second time', async () => {
    const addresses = docsPages().map(({ path }) => docsAddress(path));

    const statuses = await Promise.all(addresses.map(async (address) => (await read(address)).status));
    const again = await loadDocs(platform.docs, docsPages(platform.url));

    expect(statuses).toEqual(addresses.map(() => 200));
    expect(again).toEqual(NOTHING);
  });

  it('updates what changed, deletes what is gone, and brings both back', async () => {
    const pages = docsPages(platform.url);
    const changed = pages
      .filter(({ path }) => path !== 'problems/internal')
      .map((page) => (page.path === 'concepts' ? { ...page, body: `${page.body}\nOne more line.\n` } : page));

    const once = await loadDocs(platform.docs, changed);
    await platform.settled();
    const back = await loadDocs(platform.docs, pages);
    await platform.settled();

    expect(once).toEqual({ ...NOTHING, updated: 1, published: 1, deleted: 1 });
    expect(back).toEqual({ created: 1, updated: 1, published: 2, deleted: 0 });
    expect((await read('/docs/problems/internal/')).status).toBe(200);
  });
});

describe('the published pages', () => {
  it('have only links that lead somewhere, also within pages', async () => {
    const html = new Map<string, string>();
    for (const { path } of docsPages()) {
      const { status, text } = await read(docsAddress(path));
      expect([path, status]).toEqual([path, 200]);
      html.set(docsAddress(path), text);
    }
    const broken: string[] = [];
    const elsewhere = new Set<string>();

    for (const [from, text] of html) {
      for (const [, href = ''] of text.matchAll(/<a [^>]*?href="([^"]*)"/g)) {
        const { origin, pathname, hash } = new URL(href, platform.url + from);
        if (origin !== platform.url) continue;
        const target = html.get(pathname);
        if (target === undefined) elsewhere.add(pathname);
        else if (hash !== '' && !target.includes(`id="${decodeURIComponent(hash.slice(1))}"`))
          broken.push(`${from} -> ${href}`);
      }
    }
    for (const path of elsewhere) if ((await read(path)).status !== 200) broken.push(path);

    expect(broken).toEqual([]);
    expect(elsewhere).toContain('/v1/openapi.json');
  });

  it('ask for nothing from elsewhere, and leave other pages as they were', async () => {
    const docs = (await read('/docs/concepts/')).text;
    const home = (await read('/')).text;

    const loaded = [...docs.matchAll(/<(?:script|link|img)[^>]*?(?:src|href)="(https?:[^"]+)"/g)].map(
      ([, url]) => url,
    );

    expect(loaded.filter((url) => !url?.startsWith(platform.url))).toEqual([]);
    expect(home).not.toContain('<script');
    expect(home).not.toContain('sl-');
  });

  it('are what the portfolio of the platform leads to', async () => {
    const portfolio = await fetch(`${platform.url}/@artissist/`, { redirect: 'manual' });

    expect([portfolio.status, portfolio.headers.get('location')]).toEqual([301, '/docs/']);
  });

  it('are found by their words', async () => {
    const entry = await read(`/${SEARCH_PREFIX}pagefind-entry.json`);
    await platform.search.flush();
    const again = await platform.search.refresh();

    expect(entry.status).toBe(200);
    expect(entry.text).toContain('"page_count":');
    expect(again).toEqual([]);
    expect((await read(`/${SEARCH_PREFIX}pagefind.js`)).status).toBe(200);
  });

  it('stand where the problems of the API point', async () => {
    const refused = await fetch(`${platform.url}/v1/projects`);
    const { type } = (await refused.json()) as { type: string };

    const page = await fetch(type);

    expect(page.status).toBe(200);
    expect(page.url).toBe(`${platform.url}/docs/problems/unauthenticated/`);
  });
});

/** Statuses of guides that show something else than success. */
const SHOWN: Record<string, number[]> = {
  errors: [400, 200],
  importing: [201, 409],
  'paging-and-versions': [200, 200, 200, 304],
};

/** Every request notes its status; a connection that fails fails the test. */
const PRELUDE = `set -e
curl() { command curl --silent --show-error --write-out '%{stderr}STATUS %{http_code}\\n' "$@"; }
cd "$(mktemp -d)"
`;

async function shell(script: string): Promise<{ stdout: string; statuses: number[] }> {
  const text = PRELUDE + script.replaceAll('http://localhost:4321', platform.url);
  const { stdout, stderr } = await run('bash', ['-c', text], {
    env: { ...process.env, TOKEN: platform.demo.token },
    cwd: ROOT,
  });
  return { stdout, statuses: [...stderr.matchAll(/STATUS (\d+)/g)].map(([, status]) => Number(status)) };
}

describe('the examples', () => {
  const withCommands = guides.filter(({ body }) =>
    examplesIn(body).some(({ language }) => language === 'bash'),
  );

  it.for(withCommands.map(({ path }) => path))('of the guide %s run in a shell', async (path) => {
    const guide = guides.find((one) => one.path === path);
    const script = examplesIn(guide?.body ?? '').filter(({ language }) => language === 'bash');

    const { stdout, statuses } = await shell(script.map(({ text }) => text).join('\n'));

    if (SHOWN[path]) expect(statuses).toEqual(SHOWN[path]);
    else expect(statuses.filter((status) => status >= 300)).toEqual([]);
    expect(statuses.length).toBeGreaterThan(0);
    if (path !== 'errors') expect(stdout).not.toContain('errorType');
  });

  const programs = guides.flatMap(({ path, body }) =>
    examplesIn(body)
      .filter(({ language }) => language === 'js')
      .map(({ text }, index) => [`${path}, ${index + 1}`, text] as const),
  );

  const SAID: Record<string, string> = {
    'first-call, 1': 'Study in red 1',
    'uploads, 1': 'READY 1920 1200 3',
    'events, 1': 'CREATED project Heard of',
    'paging-and-versions, 2': '200 412',
  };

  it.for(programs)('of the guide %s run in Node', async ([name, text]) => {
    const { stdout } = await run(
      process.execPath,
      ['--input-type=module', '--eval', text.replaceAll('http://localhost:4321', platform.url)],
      { env: { ...process.env, TOKEN: platform.demo.token }, cwd: ROOT },
    );

    expect(stdout).toContain(SAID[name] ?? '');
  });

  it('in GraphQL fit the schema', () => {
    const sdl = readFileSync(new URL('../../api/schema.graphql', import.meta.url), 'utf8');
    const schema = buildSchema(`${sdl}\nscalar AWSDateTime\nscalar AWSURL`, { assumeValidSDL: true });
    const texts = guides.flatMap(({ body }) =>
      examplesIn(body).filter(({ language }) => language === 'graphql'),
    );

    const problems = texts.flatMap(({ text }) => validate(schema, parse(text)));

    expect(texts.length).toBeGreaterThan(0);
    expect(problems).toEqual([]);
  });

  it.for(reference.map(({ path }) => path))('of the reference %s are well formed', async (path) => {
    const page = reference.find((one) => one.path === path);
    const commands = examplesIn(page?.body ?? '').filter(({ language }) => language === 'bash');

    const { statuses } = await shell(commands.map(({ text }) => `${text}; echo`).join('\n'));

    expect(statuses).toHaveLength(commands.length);
    expect(statuses.filter((status) => ![200, 201, 403, 404, 409].includes(status))).toEqual([]);
  });
});

/** Kill -9 while works are published: nothing acknowledged is lost, no page is a mixture, and the site catches up. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runningOn } from '../local/single-instance.ts';
import { dataFolder, readDemo, runPlatform, type Process } from './lifecycle.testing.ts';
import { filesFromScratch, seeded, siteFiles } from './shuffle.testing.ts';

const KILLS = 5;
const WORKS = 4;
/** A killed platform has worked for so long at most, ms. */
const LIFE = 900;

/** What the client knows of a work: what it was told, and what it asked for last. */
interface Known {
  id: string;
  slug: string;
  version: number;
  published: number;
  askedVersion: number;
}

let folder: ReturnType<typeof dataFolder>;
let running: Process | undefined;
beforeEach(() => {
  folder = dataFolder();
});
afterEach(async () => {
  running?.child.kill('SIGKILL');
  await running?.ended;
  folder.remove();
});

/** Title and body of a version: each says which one it is. Every other work has pieces. */
const words = (work: number, version: number) => ({
  title: `Work ${work} v${version}.`,
  body: `${`v${version}. `.repeat(20)}${work % 2 ? '€'.repeat(59_000) : ''} v${version}.`,
});

/** The one version that a page or document shows. Fails for a part or a mixture. */
function versionIn(text: string): number {
  const versions = new Set([...text.matchAll(/\bv(\d+)\./g)].map(([, version]) => Number(version)));
  expect([...versions]).toHaveLength(1);
  return [...versions][0]!;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

test('killed at random moments, it loses nothing that it acknowledged and catches up by itself', async () => {
  const { next, pick } = seeded(20_261_122);
  const env = { PORT: String(await freePort()) };
  const start = async (): Promise<string> => {
    running = runPlatform(folder.dataDir, env);
    return running.ready;
  };
  const url = await start();
  const { token } = readDemo(folder.dataDir);
  const send = async <T>(query: string, variables: object): Promise<T> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { authorization: token, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
    expect(errors).toBeUndefined();
    return data;
  };
  const works: Known[] = [];
  for (let work = 0; work < WORKS; work += 1) {
    const { createProject } = await send<{ createProject: { id: string; slug: string } }>(
      'mutation ($input: CreateProjectInput!) { createProject(input: $input) { id slug } }',
      { input: { ...words(work, 1), slug: `work-${work}` } },
    );
    works.push({ ...createProject, version: 1, published: 0, askedVersion: 1 });
  }

  /** Edits and publishes, one thing after the other, until the platform is gone. */
  async function work(): Promise<void> {
    for (;;) {
      const known = pick(works);
      const { id, version } = known;
      if (known.published === version) {
        known.askedVersion = version + 1;
        await send(
          'mutation ($id: ID!, $v: Int!, $input: UpdateProjectInput!) { updateProject(id: $id, expectedVersion: $v, input: $input) { id } }',
          { id, v: version, input: words(works.indexOf(known), version + 1) },
        );
        known.version = version + 1;
      } else {
        await send('mutation ($id: ID!, $v: Int!) { publishProject(id: $id, expectedVersion: $v) { id } }', {
          id,
          v: version,
        });
        known.published = version;
      }
    }
  }

  for (let kill = 0; kill < KILLS; kill += 1) {
    const client = work().catch((error: unknown) => error);
    await sleep(50 + next() * LIFE);
    running!.child.kill('SIGKILL');
    await running!.ended;
    expect(await client).toMatchObject({ message: expect.stringMatching(/fetch failed|terminated|closed/) });

    for (const { slug, version } of works) {
      const page = join(folder.dataDir, `site/public/@demo/${slug}/index.html`);
      if (!existsSync(page)) continue;
      const html = readFileSync(page, 'utf8');
      expect(html.trimEnd().endsWith('</html>')).toBe(true);
      expect(versionIn(html)).toBeLessThanOrEqual(version);
    }

    expect(await start()).toBe(url);
    for (const known of works) {
      const { project } = await send<{
        project: { title: string; body: string; version: number; publishedVersion: number | null };
      }>('query ($id: ID!) { project(id: $id) { title body version publishedVersion } }', { id: known.id });
      expect(versionIn(project.title + project.body)).toBe(project.version);
      expect(project.version).toBeGreaterThanOrEqual(known.version);
      expect(project.version).toBeLessThanOrEqual(known.askedVersion);
      expect(project.publishedVersion ?? 0).toBeGreaterThanOrEqual(known.published);
      Object.assign(known, { version: project.version, published: project.publishedVersion ?? 0 });
      await caughtUp(url, known);
    }
  }

  const scratch = () => filesFromScratch(runningOn(folder.dataDir)!.engine!, url);
  await expect
    .poll(() => siteFiles(folder.dataDir), { timeout: 30_000, interval: 200 })
    .toEqual(await scratch());
  expect(Math.max(...works.map(({ published }) => published))).toBeGreaterThan(2);
}, 240_000);

/** Waits until the page shows what is published, and looks at the document that the API answers. */
async function caughtUp(url: string, { slug, published }: Known): Promise<void> {
  if (published === 0) return;
  await expect
    .poll(async () => versionIn(await (await fetch(`${url}/@demo/${slug}/`)).text()), { timeout: 30_000 })
    .toBe(published);
  const document = await fetch(`${url}/v1/portfolios/demo/projects/${slug}`);
  expect(versionIn(await document.text())).toBe(published);
}

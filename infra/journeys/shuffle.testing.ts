/** The site's files, as they lie there and as a run over everything from nothing makes them; and a history by seed. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createTable } from '#api/ports/table/aws.ts';
import { createDynamoClient } from '../local/dynamodb/client.ts';
import { connectionTo } from '../local/dynamodb/connection.ts';
import { SEARCH_PREFIX } from '../docs/write-search.ts';
import { composePublisher } from '../local/publisher.ts';
import { inventory } from '../inventory.ts';

/** Hashes of what visitors are served, by path. The index of the docs' search has tests of its own. */
export function siteFiles(dataDir: string): Record<string, string> {
  const root = join(dataDir, 'site/public');
  return Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .filter((file) => !relative(root, file).startsWith(SEARCH_PREFIX))
      .map((file) => [relative(root, file), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}

/** The same for a site that is rendered from the table alone. */
export async function filesFromScratch(endpoint: string, url: string): Promise<Record<string, string>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'artissist-scratch-'));
  const client = createDynamoClient(connectionTo(endpoint), () => undefined);
  const { publisher } = await composePublisher({
    table: createTable({ client, tableName: inventory.table.name }),
    dataDir,
    url,
    log: (_, message, detail) => {
      throw new Error(message, { cause: detail });
    },
  });
  await publisher.publishAll();
  await publisher.end();
  client.destroy();
  const files = siteFiles(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
  return files;
}

/** A small generator of numbers from 0 to 1. */
export function seeded(seed: number): { next(): number; pick<T>(list: readonly T[]): T } {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return { next, pick: (list) => list[Math.floor(next() * list.length)]! };
}

type Send = (
  query: string,
  variables: Record<string, unknown>,
) => Promise<Record<string, { id: string; version: number }>>;

const CHANGES = [
  'create',
  'edit',
  'edit',
  'rename',
  'publish',
  'publish',
  'publish',
  'unpublish',
  'delete',
  'page',
  'movePage',
  'unpublishPage',
  'handle',
  'profile',
] as const;

/**
 * A person's history by seed: works and pages are made, edited, renamed, published, taken down and deleted, and the
 * portfolio gets other handles. @param name begins the person's handles
 */
export async function history(seed: number, steps: number, name: string, send: Send): Promise<void> {
  const { next, pick } = seeded(seed);
  const works: Array<{ id: string; version: number }> = [];
  const pages: Array<{ id: string; version: number }> = [];
  let profile = (
    await send(`mutation { createProfile(input: { handle: "${name}", name: "${name}" }) { id version } }`, {})
  ).createProfile!;
  const publishProfile = () =>
    send('mutation ($v: Int!) { publishProfile(expectedVersion: $v) { id version } }', {
      v: profile.version,
    });
  await publishProfile();
  const on = async (
    entity: { id: string; version: number },
    mutation: string,
    input?: Record<string, unknown>,
  ): Promise<void> => {
    const type = mutation.endsWith('Page') ? 'UpdatePageInput' : 'UpdateProjectInput';
    const fields = mutation.startsWith('delete') ? 'id' : 'id version';
    const [declared, given] = input ? [`, $input: ${type}!`, ', input: $input'] : ['', ''];
    const query = `mutation ($id: ID!, $v: Int!${declared}) {
      ${mutation}(id: $id, expectedVersion: $v${given}) { ${fields} }
    }`;
    const answer = await send(query, { id: entity.id, v: entity.version, input });
    entity.version = answer[mutation]!.version;
  };
  for (let step = 0; step < steps; step += 1) {
    const work = works.length > 0 ? pick(works) : undefined;
    const page = pages.length > 0 ? pick(pages) : undefined;
    const change = pick(CHANGES);
    if (change === 'create' || !work) {
      const input = {
        title: `Work ${step}`,
        yearStart: 1800 + Math.floor(next() * 100),
        body: next() < 0.1 ? '€'.repeat(59_000) : `Made in *step* ${step}.`,
        visibility: next() < 0.8 ? 'LISTED' : 'UNLISTED',
      };
      const query = 'mutation ($input: CreateProjectInput!) { createProject(input: $input) { id version } }';
      works.push((await send(query, { input })).createProject!);
    } else if (change === 'edit') await on(work, 'updateProject', { title: `Work ${step}` });
    else if (change === 'rename') await on(work, 'updateProject', { slug: `w-${step}` });
    else if (change === 'publish') await on(work, 'publishProject');
    else if (change === 'unpublish') await on(work, 'unpublishProject');
    else if (change === 'delete') {
      await on(work, 'deleteProject');
      works.splice(works.indexOf(work), 1);
    } else if (change === 'page' || !page) {
      const input = { path: `p-${step}`, title: `Page ${step}`, body: `Step ${step}` };
      const query = 'mutation ($input: CreatePageInput!) { createPage(input: $input) { id version } }';
      const made = (await send(query, { input })).createPage!;
      pages.push(made);
      await on(made, 'publishPage');
    } else if (change === 'movePage') {
      await on(page, 'updatePage', { path: `moved/p-${step}` });
      await on(page, 'publishPage');
    } else if (change === 'unpublishPage') await on(page, 'unpublishPage');
    else {
      const input = change === 'handle' ? { handle: `${name}-${step}` } : { summary: `Step ${step}` };
      const query =
        'mutation ($v: Int!, $input: UpdateProfileInput!) { updateProfile(expectedVersion: $v, input: $input) { id version } }';
      profile = (await send(query, { v: profile.version, input })).updateProfile!;
      await publishProfile();
    }
  }
}

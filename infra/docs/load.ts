/** Loads the documentation as pages of the platform's own tenant, through the API. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DocsPage } from './page.ts';

/** GraphQL as an operator who acts for the platform's tenant (`X-Tenant`). */
export interface DocsApi {
  /** @returns `data` @throws Error when the answer has errors */
  call<T>(query: string, variables: Record<string, unknown>): Promise<T>;
}

export interface LoadOptions {
  /** Origin of the platform, for examples. */
  origin: string;
  /** Folder where a stamp says what was loaded last; without it everything is compared. */
  dataDir?: string;
  /** The pages, instead of those of this repository. */
  pages?: readonly DocsPage[];
}

/** How many pages were written. All zero when nothing had changed. */
export interface Loaded {
  created: number;
  updated: number;
  published: number;
  deleted: number;
}

const PREFIX = 'docs:';
const AT_ONCE = 6;
const READ_AT_ONCE = 20;
const STAMP = 'docs-loaded';

/** What the pages are made of, relative to the root. */
const INPUTS = [
  'content/docs/',
  'infra/docs/',
  'api/schema.graphql',
  'api/errors.ts',
  'openapi/openapi.gen.yaml',
];
const ROOT = new URL('../../', import.meta.url);

/** Forgets what was loaded: the next load compares everything. For a table that is new. */
export const forgetLoaded = (dataDir: string): void => rmSync(join(dataDir, STAMP), { force: true });

interface Stored extends Omit<DocsPage, 'sortOrder'> {
  id: string;
  sortOrder: number | null;
  externalRef: string | null;
  version: number;
  state: 'DRAFT' | 'PUBLISHED' | 'CHANGED';
}

/**
 * Makes the platform's pages equal to the documentation: creates, updates, publishes and deletes what differs.
 * Pages that did not come from here are left alone.
 */
export async function loadDocs(api: DocsApi, { origin, dataDir, pages }: LoadOptions): Promise<Loaded> {
  const loaded: Loaded = { created: 0, updated: 0, published: 0, deleted: 0 };
  const file = dataDir && join(dataDir, STAMP);
  const stamp = file && !pages ? stampOf(origin) : undefined;
  if (file && stamp !== undefined && readStamp(file) === stamp) return loaded;
  const wanted = pages ?? (await import('./pages.ts')).docsPages(origin);
  const stored = new Map((await storedPages(api)).map((page) => [page.externalRef, page]));
  await each(wanted, async (page) => {
    const ref = PREFIX + page.path;
    const before = stored.get(ref);
    stored.delete(ref);
    const after = await written(api, page, ref, before, loaded);
    if (after.state === 'PUBLISHED') return;
    await api.call(PUBLISH, { id: after.id, version: after.version });
    loaded.published++;
  });
  await each([...stored.values()], async ({ id, version }) => {
    await api.call(DELETE, { id, version });
    loaded.deleted++;
  });
  if (file && stamp !== undefined) writeFileSync(file, stamp);
  return loaded;
}

type Known = Pick<Stored, 'id' | 'version' | 'state'>;

async function written(
  api: DocsApi,
  { path, title, summary, sortOrder, body }: DocsPage,
  externalRef: string,
  before: Stored | undefined,
  loaded: Loaded,
): Promise<Known> {
  const fields = { title, summary, sortOrder, body };
  if (!before) {
    const input = { ...fields, path, externalRef, language: 'en' };
    const { createPage } = await api.call<{ createPage: Known }>(CREATE, { input });
    loaded.created++;
    return createPage;
  }
  const names = Object.keys(fields) as Array<keyof typeof fields>;
  if (names.every((name) => before[name] === fields[name])) return before;
  const { updatePage } = await api.call<{ updatePage: Known }>(UPDATE, {
    id: before.id,
    version: before.version,
    input: fields,
  });
  loaded.updated++;
  return updatePage;
}

/** The pages that came from here, with their texts. */
async function storedPages(api: DocsApi): Promise<Stored[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const { pages }: { pages: { items: Array<{ id: string }>; next: string | null } } = await api.call(LIST, {
      cursor,
    });
    ids.push(...pages.items.map(({ id }) => id));
    cursor = pages.next;
  } while (cursor !== null);
  const found: Stored[] = [];
  for (let start = 0; start < ids.length; start += READ_AT_ONCE) {
    const some = ids.slice(start, start + READ_AT_ONCE);
    const declared = some.map((_, index) => `$p${index}: ID!`).join(', ');
    const read = some.map((_, index) => `p${index}: page(id: $p${index}) { ${FIELDS} }`).join('\n');
    const variables = Object.fromEntries(some.map((id, index) => [`p${index}`, id]));
    const answer = await api.call<Record<string, Stored>>(
      `query DocsPages(${declared}) { ${read} }`,
      variables,
    );
    found.push(...Object.values(answer));
  }
  return found.filter(({ externalRef }) => externalRef?.startsWith(PREFIX));
}

const KNOWN = 'id version state';
const FIELDS = `${KNOWN} path title summary sortOrder body externalRef`;
const LIST = 'query DocsList($cursor: String) { pages(limit: 100, cursor: $cursor) { items { id } next } }';
const CREATE = `mutation DocsCreate($input: CreatePageInput!) { createPage(input: $input) { ${KNOWN} } }`;
const UPDATE = `mutation DocsUpdate($id: ID!, $version: Int!, $input: UpdatePageInput!) {
  updatePage(id: $id, expectedVersion: $version, input: $input) { ${KNOWN} }
}`;
const PUBLISH = `mutation DocsPublish($id: ID!, $version: Int!) { publishPage(id: $id, expectedVersion: $version) { id } }`;
const DELETE = `mutation DocsDelete($id: ID!, $version: Int!) { deletePage(id: $id, expectedVersion: $version) { id } }`;

/** Runs `work` for each item, some at a time. */
async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

function readStamp(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Fingerprint of everything that the pages are made of. */
function stampOf(origin: string): string {
  const hash = createHash('sha256').update(origin);
  for (const input of INPUTS) {
    const url = new URL(input, ROOT);
    const files = input.endsWith('/')
      ? readdirSync(url, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
      : [fileURLToPath(url)];
    for (const file of files) hash.update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

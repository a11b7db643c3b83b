/** Loads the documentation as pages of the platform's own tenant. */
import type { Page } from '#api/types.gen.ts';
import type { DocsPage } from './page.ts';

/** What of a page changes under its path. */
export type DocsFields = Pick<DocsPage, 'title' | 'summary' | 'sortOrder' | 'body'>;

/** A page that stands, at its version. */
export type StoredPage = Pick<
  Page,
  'id' | 'version' | 'state' | 'title' | 'summary' | 'sortOrder' | 'body' | 'externalRef'
>;

/** Where the pages are kept. Each call is done whole or not at all, so that a load that was cut short can go on. */
export interface DocsStore {
  /** All pages of the tenant. */
  pages(): Promise<StoredPage[]>;
  create(fields: DocsFields, path: string, externalRef: string): Promise<StoredPage>;
  /** @throws Error when somebody else changed it meanwhile */
  update(page: StoredPage, fields: DocsFields): Promise<StoredPage>;
  publish(page: StoredPage): Promise<void>;
  /** Takes it down, too. */
  remove(page: StoredPage): Promise<void>;
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

/**
 * Makes the platform's pages equal to the documentation: creates, updates, publishes and deletes what differs.
 * Pages that did not come from here are left alone.
 */
export async function loadDocs(store: DocsStore, pages: readonly DocsPage[]): Promise<Loaded> {
  const loaded: Loaded = { created: 0, updated: 0, published: 0, deleted: 0 };
  const ours = (await store.pages()).filter(({ externalRef }) => externalRef?.startsWith(PREFIX));
  const stored = new Map(ours.map((page) => [page.externalRef, page]));
  await each(pages, async (page) => {
    const ref = PREFIX + page.path;
    const before = stored.get(ref);
    stored.delete(ref);
    const after = await written(store, page, ref, before, loaded);
    if (after.state === 'PUBLISHED') return;
    await store.publish(after);
    loaded.published++;
  });
  await each([...stored.values()], async (page) => {
    await store.remove(page);
    loaded.deleted++;
  });
  return loaded;
}

async function written(
  store: DocsStore,
  { path, title, summary, sortOrder, body }: DocsPage,
  externalRef: string,
  before: StoredPage | undefined,
  loaded: Loaded,
): Promise<StoredPage> {
  const fields: DocsFields = { title, summary, sortOrder, body };
  if (!before) {
    const made = await store.create(fields, path, externalRef);
    loaded.created++;
    return made;
  }
  const names = Object.keys(fields) as Array<keyof DocsFields>;
  if (names.every((name) => before[name] === fields[name])) return before;
  const changed = await store.update(before, fields);
  loaded.updated++;
  return changed;
}

/** Runs `work` for each item, some at a time. */
async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

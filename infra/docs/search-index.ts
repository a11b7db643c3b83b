/** The search index of the documentation: made from its published pages, kept in the site store. */
import { createHash } from 'node:crypto';
import type { ChangeEvent } from '#api/events.ts';
import type { PageDocument, PublicContent } from '#api/ports/public-content/port.ts';
import type { SiteStore } from '#api/ports/site-store/port.ts';
import { createDebounced, type Pace } from '#site/publisher/debounce.ts';
import { docsAddress } from './page.ts';
import { type SearchFile, writeSearch } from './write-search.ts';

const RECORD = 'docs-search';
const PACE: Pace = { quiet: 600, longest: 6_000, rest: 4 };

export interface DocsSearchOptions {
  content: Pick<PublicContent, 'pages' | 'page'>;
  store: SiteStore;
  /** The tenant whose pages are the documentation. */
  docsTenantId: string;
  log: (message: string, detail: object) => void;
  pace?: Pace;
}

export interface DocsSearch {
  /** Told of events of any tenants; pages of the documentation ask for a new index, once for many. */
  handle(events: readonly ChangeEvent[]): void;
  /** Makes the index anew unless it is of the present pages. Answers the paths that changed. */
  refresh(): Promise<string[]>;
  /** Makes the index that was asked for, now. */
  flush(): Promise<void>;
  /** Stops the clock. */
  stop(): void;
}

export function createDocsSearch({
  content,
  store,
  docsTenantId,
  log,
  pace = PACE,
}: DocsSearchOptions): DocsSearch {
  const runs = createDebounced(
    pace,
    async () => {
      await refresh();
    },
    (error) => log('docs search failed', { error }),
  );

  async function refresh(): Promise<string[]> {
    const cards = await content.pages(docsTenantId);
    const read = await Promise.all(cards.map(({ path }) => content.page(docsTenantId, path)));
    const pages = read.filter((page) => page !== null);
    const stamp = stampOf(pages);
    if ((await store.record(RECORD)) === stamp) return [];
    const changed = await writeSearch(store, await searchFiles(pages));
    await store.invalidate(changed);
    await store.writeRecord(RECORD, stamp);
    return changed;
  }

  return {
    handle(events) {
      if (events.some(({ tenantId, entity }) => tenantId === docsTenantId && entity === 'page'))
        runs.ask(RECORD);
    },
    refresh,
    flush: () => runs.flush(),
    stop: () => runs.stop(),
  };
}

/** What of a page is searched. */
export type SearchedPage = Pick<PageDocument, 'path' | 'title' | 'summary' | 'bodyHtml'>;

/** Pagefind's files for some pages. */
export async function searchFiles(pages: readonly SearchedPage[]): Promise<SearchFile[]> {
  const { createIndex } = await import('pagefind');
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(`The search index could not be begun: ${errors.join('; ')}`);
  try {
    for (const page of pages) {
      const added = await index.addHTMLFile({ url: docsAddress(page.path), content: documentOf(page) });
      if (added.errors.length > 0)
        throw new Error(`${page.path} could not be indexed: ${added.errors.join('; ')}`);
    }
    const made = await index.getFiles();
    if (made.errors.length > 0)
      throw new Error(`The search index could not be made: ${made.errors.join('; ')}`);
    // The ready-made user interfaces are not used.
    return made.files.filter(({ path }) => !/(?:-ui|-component|-highlight)[^/]*\.(?:js|css)$/.test(path));
  } finally {
    await index.deleteIndex();
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * What a word counts (`data-pagefind-weight`, 1 where nothing else is said): guides explain, so they come before the
 * reference, and pages of problems come last, since whoever has a problem has its address.
 */
function weightOf(path: string): number {
  if (path.startsWith('problems/')) return 0.1;
  return /^(?:rest|graphql)\//.test(path) ? 0.5 : 5;
}

function documentOf({ path, title, summary, bodyHtml }: SearchedPage): string {
  const weight = weightOf(path);
  const body = `<h1 data-pagefind-weight="${Math.min(10, weight * 2)}">${escaped(title)}</h1><p>${escaped(summary ?? '')}</p>${bodyHtml}`;
  return `<html lang="en"><body><main data-pagefind-body data-pagefind-weight="${weight}">${body}</main></body></html>`;
}

function stampOf(pages: readonly PageDocument[]): string {
  const hash = createHash('sha256');
  for (const { path, title, summary, bodyHtml } of pages)
    hash.update(JSON.stringify([path, title, summary, bodyHtml]));
  return hash.digest('base64url');
}

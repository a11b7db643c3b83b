/** The publisher over the site's folder, rendering with the bundle that is deployed. */
import { join } from 'node:path';
import { createPublicContent } from '#api/ports/public-content/table.ts';
import { createLocalSiteStore, type LocalSiteStore } from '#api/ports/site-store/local.ts';
import type { Table } from '#api/ports/table/port.ts';
import { PLATFORM_TENANT } from '#api/resolvers/_lib/keys.ts';
import { buildSite } from '#infra/build/site.ts';
import { createDocsSearch, type DocsSearch } from '#infra/docs/search-index.ts';
import { createPublisher, type Publisher } from '#site/publisher/publisher.ts';
import { loadRenderer, type Renderer } from '#site/publisher/renderer.ts';
import type { Log } from './log.ts';

export interface PublisherPorts {
  table: Table;
  dataDir: string;
  /** Origin of the site. */
  url: string;
  log: Log;
}

export interface ComposedPublisher {
  publisher: Publisher;
  store: LocalSiteStore;
  renderer: Renderer;
  /** Folder of the pages' bundle. */
  bundle: URL;
  /** The index behind the search of the documentation. */
  search: DocsSearch;
}

export async function composePublisher(ports: PublisherPorts): Promise<ComposedPublisher> {
  const { dir } = await buildSite();
  const folder = join(ports.dataDir, 'site');
  const store = createLocalSiteStore({ dir: folder });
  const site = { origin: ports.url, media: '' };
  const renderer = await loadRenderer({ dir, site });
  const content = createPublicContent(ports.table);
  const log = (message: string, detail: object) => ports.log('error', message, detail);
  const publisher = createPublisher({
    content,
    store,
    renderer,
    log,
    docsTenantId: PLATFORM_TENANT,
    threads: {
      store: {
        module: import.meta.resolve('#api/ports/site-store/local.ts'),
        create: 'createLocalSiteStore',
        options: { dir: folder },
      },
      bundle: dir.href,
      site,
    },
  });
  const search = createDocsSearch({ content, store, docsTenantId: PLATFORM_TENANT, log });
  return { publisher, store, renderer, bundle: dir, search };
}

/** The documentation of a platform that nobody has signed in to yet: written by the platform's tenant itself. */
import type { Table } from '#api/ports/table/port.ts';
import { PLATFORM_TENANT } from '#api/resolvers/_lib/keys.ts';
import { createDocsTable, type DocsTableOptions } from './docs-table.ts';
import { loadDocs, type Loaded } from './load.ts';
import type { DocsPage } from './page.ts';
import { ensurePlatformTenant } from './platform-tenant.ts';

/** A personal tenant's id is its person's, so the tenant stands for itself. Nobody can sign in as it. */
export async function loadOwnDocs(
  table: Table,
  pages: readonly DocsPage[],
  options: Pick<DocsTableOptions, 'wait'> = {},
): Promise<Loaded> {
  await ensurePlatformTenant(table, PLATFORM_TENANT);
  return loadDocs(createDocsTable({ table, uid: PLATFORM_TENANT, ...options }), pages);
}

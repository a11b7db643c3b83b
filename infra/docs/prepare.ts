/** The documentation of a platform that has just started: its tenant, then its pages. */
import type { Table } from '#api/ports/table/port.ts';
import { loadDocs, type DocsApi, type Loaded } from './load.ts';
import { ensurePlatformTenant } from './platform-tenant.ts';

export interface DocsParts {
  table: Table;
  /** The operator's `uid`: becomes a member of the platform's tenant. */
  uid: string;
  /** GraphQL as that operator, with `X-Tenant: PLATFORM_TENANT`. */
  api: DocsApi;
  /** Origin of the platform, for examples. */
  origin: string;
  /** Folder where a stamp says what was loaded last. */
  dataDir: string;
}

/** Costs a few milliseconds when nothing changed since the last start. */
export async function prepareDocs({ table, uid, api, origin, dataDir }: DocsParts): Promise<Loaded> {
  await ensurePlatformTenant(table, uid);
  return loadDocs(api, { origin, dataDir });
}

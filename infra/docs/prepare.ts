/** The documentation of a local platform that has just started: its tenant, then its pages. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Table } from '#api/ports/table/port.ts';
import { createDocsTable } from './docs-table.ts';
import { loadDocs, type Loaded } from './load.ts';
import { ensurePlatformTenant } from './platform-tenant.ts';

export interface DocsParts {
  table: Table;
  /** The operator's `uid`: becomes a member of the platform's tenant. */
  uid: string;
  /** Origin of the platform, for examples. */
  origin: string;
  /** Folder where a stamp says what was loaded last. */
  dataDir: string;
}

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

/** Costs a few milliseconds when nothing changed since the last start. */
export async function prepareDocs({ table, uid, origin, dataDir }: DocsParts): Promise<Loaded> {
  await ensurePlatformTenant(table, uid);
  const file = join(dataDir, STAMP);
  const stamp = stampOf(origin);
  if (readStamp(file) === stamp) return { created: 0, updated: 0, published: 0, deleted: 0 };
  const { docsPages } = await import('./pages.ts');
  const loaded = await loadDocs(createDocsTable({ table, uid }), docsPages(origin));
  writeFileSync(file, stamp);
  return loaded;
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

/**
 * The works that are searched, made documents of the index on the way that the platform takes: a record is mapped as
 * an import maps it, published, and indexed. Nothing else is added, so the figures are those of the product.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workDocument } from '#api/functions/index-content/public-documents.ts';
import { projectDocument } from '#api/functions/publish/project-document.ts';
import type { ProfileDocument, PublicTenant } from '#api/ports/public-content/port.ts';
import type { SearchDocument } from '#api/ports/search-index/port.ts';
import type { Item } from '#api/ports/table/port.ts';
import { mapArtist } from '#infra/import/artist.ts';
import { parseMapping, type Mapping } from '#infra/import/mapping.ts';
import { readRows, type CatalogueRecord } from '#infra/import/rows.ts';
import { UNKNOWN_ARTIST } from '#infra/import/tenants.ts';
import { mapWork } from '#infra/import/work.ts';
import { ROOT } from '#infra/local/settings.ts';

/** What cataloguers say a work is about: the answers, so they are kept out of what is searched. */
const LABELS = ['subjects', 'movements'];

/** The museums' columns as the importer takes them unless told otherwise. */
export const MAPPING: Mapping = parseMapping(
  JSON.parse(readFileSync(join(ROOT, 'infra/import/mappings/museum.json'), 'utf8')),
);

/** Records of a file of JSON Lines. @throws Error that names the line which cannot be read */
export async function recordsOf(file: string): Promise<CatalogueRecord[]> {
  const records: CatalogueRecord[] = [];
  for await (const { line, record, problem } of readRows(file)) {
    if (!record) throw new Error(`${file}, line ${line}: ${problem}`);
    records.push(record);
  }
  return records;
}

/** The documents of all works in a folder with `artists.jsonl` and `works.jsonl`. Their `entityId` is the record's id. */
export async function readDocuments(folder: string): Promise<SearchDocument[]> {
  const tenants = new Map(
    (await recordsOf(join(folder, 'artists.jsonl'))).map((record) => [String(record.id), tenantOf(record)]),
  );
  const documents: SearchDocument[] = [];
  for (const record of await recordsOf(join(folder, 'works.jsonl'))) {
    const document = await documentOf(record, tenants);
    if (document) documents.push(document);
  }
  return documents;
}

/** When all of it was published: the order of equals must not change from run to run. */
const PUBLISHED = '2026-01-01T00:00:00.000Z';

const publicTenant = (tenantId: string, fields: Record<string, unknown>): PublicTenant => ({
  tenantId,
  handle: tenantId,
  oldHandles: [],
  profile: { ...fields, visibility: 'LISTED', publishedAt: PUBLISHED } as unknown as ProfileDocument,
});

const tenantOf = (record: CatalogueRecord): PublicTenant =>
  publicTenant(String(record.id), mapArtist(record, MAPPING, String(record.handle)).fields);

const NOBODY = publicTenant('unknown-artist', { name: UNKNOWN_ARTIST });

async function documentOf(
  record: CatalogueRecord,
  tenants: ReadonlyMap<string, PublicTenant>,
): Promise<SearchDocument | null> {
  const searched = Object.fromEntries(Object.entries(record).filter(([column]) => !LABELS.includes(column)));
  const { fields, owner } = mapWork(searched, MAPPING, (id) => {
    const tenant = tenants.get(id);
    return tenant && { name: tenant.profile.name, handle: tenant.handle };
  });
  const tenant = tenants.get(owner ?? '') ?? NOBODY;
  const id = String(record.id);
  const draft: Item = { ...fields, title: titleOf(fields), id, slug: id, visibility: 'LISTED', version: 1 };
  const parts = { automatic: [], logs: [], images: [], inspirations: [], awaitedAssetIds: [] };
  // What is searched comes from the text, not from its HTML.
  const project = await projectDocument(draft, parts, PUBLISHED, () => Promise.resolve(''));
  return workDocument(tenant, project, 1);
}

/** As a project's title is kept: one that is blank or absent is Untitled. */
const titleOf = ({ title }: Record<string, unknown>): string =>
  typeof title === 'string' && title.trim() !== '' ? title : 'Untitled';

/** Fills the table with published works, written as publishing writes them, without a call each. */
import { ulid } from 'ulid';
import { projectDocument } from '#api/functions/publish/project-document.ts';
import { writePieces } from '#api/functions/publish/publish-project.ts';
import { createTextRenderer } from '#api/functions/publish/text-renderer.ts';
import type { Item, Table } from '#api/ports/table/port.ts';
import { PROFILE, portfolioShard, publicIdSk, publicKey, publicProjectSk } from '#api/resolvers/_lib/keys.ts';

/** A short museum text: what pages mostly hold. */
const SENTENCE =
  'The sheet was printed in two colours from one block, cut by the artist in the winter before the press was sold. ';

const BATCH = 25;

/** Publishes `tenants` portfolios of `works` works each. Answers the tenants' ids. */
export async function seedPortfolios(
  table: Table,
  { tenants, works, prefix }: { tenants: number; works: number; prefix: string },
): Promise<string[]> {
  const render = createTextRenderer().publication();
  const ids: string[] = [];
  for (let at = 0; at < tenants; at += 1) {
    const tenantId = ulid();
    ids.push(tenantId);
    await table.put(profileItem(tenantId, `${prefix}-${at}`));
    const items: Array<Item & { PK: string; SK: string }> = [];
    for (let work = 0; work < works; work += 1) {
      const project = draft(tenantId, at, work);
      const document = await projectDocument(project, PARTS, new Date().toISOString(), render);
      items.push(await writePieces({ table, ulid }, project, document), {
        ...publicKey(tenantId, publicIdSk(document.id)),
        at: publicProjectSk(document.slug),
      });
      if (items.length >= BATCH - 1) await table.putAll(items.splice(0));
    }
    await table.putAll(items);
  }
  return ids;
}

const PARTS = { automatic: [], logs: [], images: [], inspirations: [], awaitedAssetIds: [] };

function profileItem(tenantId: string, handle: string): Item & { PK: string; SK: string } {
  const publishedAt = new Date().toISOString();
  const profile = { name: `Artist ${handle}`, kind: 'PERSON', summary: SENTENCE, visibility: 'LISTED' };
  const document = { ...profile, version: 1, publishedAt };
  return {
    ...publicKey(tenantId, PROFILE),
    tenantId,
    handle,
    oldHandles: [],
    text: JSON.stringify(document),
    generation: publishedAt,
    parts: 1,
    ...document,
    card: { ...document, handle, tenantId },
    portfolioShard: portfolioShard(0),
    portfolioOrder: `${handle}#${tenantId}`,
  };
}

function draft(tenantId: string, tenant: number, work: number): Item {
  return {
    id: ulid(),
    tenantId,
    slug: `work-${work}`,
    title: `Study ${work} of a harbour at dusk, no. ${tenant}`,
    dateText: `c. ${1850 + (work % 70)}`,
    yearStart: 1850 + (work % 70),
    medium: 'etching and aquatint on laid paper',
    dimensions: '248 × 317 mm',
    description: SENTENCE.repeat(4),
    creditLine: 'Gift of the artist',
    tags: ['harbour', 'dusk', 'boats', 'etching'],
    facts: [{ key: 'accession', label: 'Accession', value: `${tenant}.${work}` }],
    visibility: 'LISTED',
    version: 1,
  };
}

/** Brings what stands in the store for a tenant to its present public state: its front page, or all of it. */
import type { DocumentText, PublicContent, WorkCard } from '#api/ports/public-content/port.ts';
import type { Batch, Crew, Written } from './crew.ts';
import { publishEntity, type Tools } from './entities.ts';
import { inOrder, type ListedWork } from './listed.ts';
import { overviewOf, overviewPaths } from './lists.ts';
import { mastheadOf, movedNames, type Output, type Owner, storePath } from './outputs.ts';
import { docsPath } from '../looks/address.ts';
import type { TenantRecord } from './records.ts';

/** Documents that go to a crew together. */
const BATCH = 32;
const REMOVE_AT_ONCE = 500;

/** The tenant as its pages see it, or null when it is not public. */
export async function ownerOf(
  content: PublicContent,
  tenantId: string,
  docsTenantId: string | undefined,
): Promise<Owner | null> {
  const tenant = await content.tenant(tenantId);
  return tenant && { ...tenant, docs: tenantId === docsTenantId };
}

/**
 * Writes the pages of a portfolio and notes how many there are; those beyond go. Noted is always at least what
 * stands.
 * @param known the listed works in order, where they are at hand
 */
export async function publishOverview(
  { content, store, records }: Tools,
  owner: Owner,
  put: (outputs: Output[]) => Promise<string[]>,
  known?: readonly WorkCard[],
): Promise<string[]> {
  const { tenantId, handle, oldHandles, profile } = owner;
  const [record, { outputs, works, count }] = await Promise.all([
    records.tenant(tenantId),
    overviewOf(content, owner, known),
  ]);
  const before = record?.count ?? 0;
  if (count > before) {
    const intent = record ?? { handle, oldHandles, masthead: '', version: 0, publishedAt: '', works };
    await records.writeTenant(tenantId, { ...intent, count });
  }
  const changed = await put(outputs);
  const gone = await store.remove(overviewPaths([handle, ...oldHandles], count + 1, before));
  const { version, publishedAt } = profile;
  const next: TenantRecord = {
    handle,
    oldHandles,
    masthead: mastheadOf(owner),
    version,
    publishedAt,
    works,
    count,
  };
  if (JSON.stringify(next) !== JSON.stringify(record)) await records.writeTenant(tenantId, next);
  return [...changed, ...gone];
}

/**
 * Everything of a tenant through a crew: works and pages, then its front page and its record. What is noted and no
 * longer public is not looked for; `reconcile.ts` and `beside.ts` do that.
 * @param onDocument told of each document as it was read
 */
export async function publishWhole(
  tools: Tools,
  owner: Owner,
  crew: Crew,
  onPages: (changed: string[], pages: number) => void,
  onDocument: (document: DocumentText) => void = () => undefined,
): Promise<void> {
  const { content } = tools;
  const { tenantId } = owner;
  const moved = movedNames(await content.redirects(tenantId));
  const siblings = owner.docs ? await content.pages(tenantId) : [];
  const portfolio = { owner, moved, siblings };
  const unsettled: Written['unsettled'] = [];
  const works: ListedWork[] = [];
  const open = new Set<Promise<void>>();
  const failures: unknown[] = [];

  async function hand(batch: Batch): Promise<void> {
    await crew.room();
    const run: Promise<void> = crew
      .run(batch)
      .then(
        (written) => {
          onPages(written.changed, written.pages);
          works.push(...written.works);
          unsettled.push(...written.unsettled);
        },
        (error: unknown) => void failures.push(error),
      )
      .finally(() => open.delete(run));
    open.add(run);
  }
  let documents: Batch['documents'] = [];
  for await (const document of content.documents(tenantId)) {
    onDocument(document);
    documents.push(document);
    if (documents.length < BATCH) continue;
    await hand({ outputs: [], documents, portfolio });
    documents = [];
    if (failures.length > 0) break;
  }
  if (documents.length > 0) await hand({ outputs: [], documents, portfolio });
  await Promise.all(open);
  if (failures.length > 0) throw failures[0];
  for (const { kind, id } of unsettled)
    onPages(await publishEntity(tools, kind, owner, id, null, async () => undefined), 0);
  const put = async (outputs: Output[]): Promise<string[]> => {
    for (const output of outputs) await hand({ outputs: [output], documents: [] });
    await Promise.all(open);
    if (failures.length > 0) throw failures[0];
    return [];
  };
  // The lists show what the pages do and what is noted of them; an entity that was looked at again may have changed.
  onPages(await publishOverview(tools, owner, put, unsettled.length > 0 ? undefined : inOrder(works)), 0);
}

/** Takes down everything of a tenant; its record goes last. */
export async function removeTenant(
  { store, records }: Tools,
  tenantId: string,
  record: TenantRecord,
  docs: boolean,
): Promise<string[]> {
  const removed: string[] = [];
  const remove = async (paths: string[]): Promise<void> => {
    removed.push(...(await store.remove(paths)));
  };
  for (const handle of [record.handle, ...record.oldHandles]) {
    let paths: string[] = [];
    for await (const path of store.list(`@${handle}/`)) {
      paths.push(path);
      if (paths.length < REMOVE_AT_ONCE) continue;
      await remove(paths);
      paths = [];
    }
    await remove(paths);
  }
  for (const kind of ['project', 'page'] as const) {
    for await (const id of records.entities(kind, tenantId)) {
      const entity = docs && kind === 'page' ? await records.entity(kind, tenantId, id) : null;
      if (entity) await remove([entity.name, ...entity.moved].map((name) => storePath(docsPath(name))));
      await records.removeEntity(kind, tenantId, id);
    }
  }
  await records.removeTenant(tenantId);
  return removed;
}

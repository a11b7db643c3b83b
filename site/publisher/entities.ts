/** Brings what stands in the store for one project or one page to its present public state. */
import type { PublicContent } from '#api/ports/public-content/port.ts';
import type { SiteStore } from '#api/ports/site-store/port.ts';
import { docsPath } from '../looks/address.ts';
import { movedNames, type Owner, storePath } from './outputs.ts';
import type { Records } from './records.ts';
import { type Document, recordOf, SHAPES, type Shape } from './shapes.ts';
import type { Write } from './write.ts';

/** How a kind is read. */
interface Kind extends Shape {
  /** The document by the entity's id, or null when it is not public. */
  read(tenantId: string, id: string): Promise<Document | null>;
  /** Whether a public document of this kind has a name now. */
  held(tenantId: string, name: string): Promise<boolean>;
}

function kindsOf(content: PublicContent): Record<'project' | 'page', Kind> {
  return {
    project: {
      ...SHAPES.project,
      async read(tenantId, id) {
        const slug = await content.slugOf(tenantId, id);
        return slug === null ? null : content.project(tenantId, slug);
      },
      held: async (tenantId, slug) => (await content.project(tenantId, slug)) !== null,
    },
    page: {
      ...SHAPES.page,
      async read(tenantId, id) {
        const path = await content.pathOf(tenantId, id);
        return path === null ? null : content.page(tenantId, path);
      },
      held: async (tenantId, path) => (await content.page(tenantId, path)) !== null,
    },
  };
}

/** Everything that publishing needs; `write` renders and stores. */
export interface Tools {
  content: PublicContent;
  store: SiteStore;
  records: Records;
  write: Write;
}

/** What lists show differently: a portfolio's pages and home, or only the order of what is recent. */
export type ListChange = 'overview' | 'recent';

/**
 * Reads the entity again and makes the store agree. Doing it again changes nothing.
 *
 * A crash at any step leaves the old page or the new one, and a record that names at least what stands: names are
 * noted before pages are written and until they are removed. So what is unpublished in the meantime is still found.
 * @param told the version that the one event speaks of, if it was one. When it is the next one and the name is the
 *   same, old names are too. Else a name may have come and gone meanwhile, and they are read again
 * @param lists called when lists show something else of it, before the record says that they were told
 * @returns store paths whose bytes changed
 */
export async function publishEntity(
  { content, store, records, write }: Tools,
  kindName: 'project' | 'page',
  owner: Owner,
  id: string,
  told: number | null,
  lists: (change: ListChange) => Promise<void>,
): Promise<string[]> {
  const kind = kindsOf(content)[kindName];
  const { tenantId } = owner;
  const [document, record] = await Promise.all([
    kind.read(tenantId, id),
    records.entity(kindName, tenantId, id),
  ]);
  if (!document) {
    if (!record) return [];
    await lists('overview');
    const gone = await removeNames(store, kind, owner, [record.name, ...record.moved]);
    await records.removeEntity(kindName, tenantId, id);
    return gone;
  }
  const name = kind.nameOf(document);
  const isNext = record?.name === name && record.version > 0 && record.version < document.version;
  const moved =
    isNext && told === document.version ? record.moved : await oldNames(content, kind, tenantId, name);
  const siblings = owner.docs && kindName === 'page' ? await content.pages(tenantId) : [];
  const next = recordOf(kind, document, moved);
  const stale = (record ? [record.name, ...record.moved] : []).filter(
    (old) => old !== name && !moved.includes(old),
  );
  if (record?.name !== name)
    await records.writeEntity(kindName, tenantId, id, { ...INTENT, name, moved: [...moved, ...stale] });
  const changed = await write(kind.outputs(owner, document, moved, siblings));
  if (next.card !== (record?.card ?? '')) await lists('overview');
  else if (next.card !== '' && next.publishedAt !== record?.publishedAt) await lists('recent');
  const gone = await removeNames(store, kind, owner, stale);
  if (JSON.stringify(next) !== JSON.stringify(record))
    await records.writeEntity(kindName, tenantId, id, next);
  return [...changed, ...gone];
}

/** A record of what is being written: its `card` differs from every real one, so lists are looked at again. */
const INTENT = { card: '?', version: 0, publishedAt: '' };

async function oldNames(
  content: PublicContent,
  kind: Kind,
  tenantId: string,
  name: string,
): Promise<string[]> {
  return kind.movedTo(movedNames(await content.redirects(tenantId)), name);
}

/** Removes what stands for names, unless another document has taken the name since. */
async function removeNames(store: SiteStore, kind: Kind, owner: Owner, names: string[]): Promise<string[]> {
  const paths: string[] = [];
  for (const name of names) {
    if (await kind.held(owner.tenantId, name)) continue;
    paths.push(...placesOf(kind, owner, name));
  }
  return store.remove(paths);
}

/** Store paths below all handles of a tenant that a name can have. */
function placesOf(kind: Kind, owner: Owner, name: string): string[] {
  if (owner.docs && kind.kind === 'page') return [storePath(docsPath(name))];
  return [owner.handle, ...owner.oldHandles].map((handle) => `@${handle}/${kind.place(name)}/`);
}

/** Brings what stands in the store for one project or one page to its present public state. */
import type { PageDocument, ProjectDocument, PublicContent } from '#api/ports/public-content/port.ts';
import type { SiteStore } from '#api/ports/site-store/port.ts';
import { docsPath } from '../looks/address.ts';
import {
  cardOf,
  movedNames,
  type Output,
  type Owner,
  pageCardOf,
  pageOutputs,
  projectOutputs,
  storePath,
} from './outputs.ts';
import type { EntityRecord, Records } from './records.ts';
import type { Write } from './write.ts';

export type Document = ProjectDocument | PageDocument;

/** The two kinds differ in where they are read, and in what stands for them. */
export interface Kind {
  kind: 'project' | 'page';
  /** The document by the entity's id, or null when it is not public. */
  read(tenantId: string, id: string): Promise<Document | null>;
  /** Whether a public document of this kind has a name now. */
  held(tenantId: string, name: string): Promise<boolean>;
  /** The name as an address below the portfolio. */
  place(name: string): string;
  /** Old names that lead to this one, from `movedNames`. */
  movedTo(moved: ReadonlyMap<string, string[]>, name: string): string[];
  nameOf(document: Document): string;
  card(document: Document): string;
  outputs(owner: Owner, document: Document, moved: readonly string[]): Promise<Output[]>;
}

const prefix = 'pages/';

/** How projects and pages are read and what stands for them. */
export function kindsOf(content: PublicContent): Record<'project' | 'page', Kind> {
  return {
    project: {
      kind: 'project',
      async read(tenantId, id) {
        const slug = await content.slugOf(tenantId, id);
        return slug === null ? null : content.project(tenantId, slug);
      },
      held: async (tenantId, slug) => (await content.project(tenantId, slug)) !== null,
      place: (slug) => slug,
      movedTo: (moved, slug) => (moved.get(slug) ?? []).filter((place) => !place.includes('/')),
      nameOf: (document) => (document as ProjectDocument).slug,
      card: (document) => cardOf(document as ProjectDocument),
      outputs: async (owner, document, moved) => projectOutputs(owner, document as ProjectDocument, moved),
    },
    page: {
      kind: 'page',
      async read(tenantId, id) {
        const path = await content.pathOf(tenantId, id);
        return path === null ? null : content.page(tenantId, path);
      },
      held: async (tenantId, path) => (await content.page(tenantId, path)) !== null,
      place: (path) => prefix + path,
      movedTo: (moved, path) =>
        (moved.get(prefix + path) ?? [])
          .filter((place) => place.startsWith(prefix))
          .map((place) => place.slice(prefix.length)),
      nameOf: (document) => (document as PageDocument).path,
      card: (document) => pageCardOf(document as PageDocument),
      outputs: async (owner, document, moved) =>
        pageOutputs(owner, document as PageDocument, moved, owner.docs ? await content.pages(owner.tenantId) : []),
    },
  };
}

/** What to note of a document. */
export const recordOf = (kind: Kind, document: Document, moved: string[]): EntityRecord => ({
  name: kind.nameOf(document),
  moved,
  card: kind.card(document),
  version: document.version,
  publishedAt: document.publishedAt,
});

/** Everything that publishing needs; `write` renders and stores. */
export interface Tools {
  content: PublicContent;
  store: SiteStore;
  records: Records;
  write: Write;
}

/**
 * Reads the entity again and makes the store agree: new pages first, then the record, then what is no longer wanted
 * goes. Doing it again changes nothing.
 * @param lists called between the pages and the record when lists show something else; a crash in it leaves the
 *   old record, so the next delivery comes back to it
 * @returns store paths whose bytes changed
 */
export async function publishEntity(
  { content, store, records, write }: Tools,
  kindName: 'project' | 'page',
  owner: Owner,
  id: string,
  lists: () => Promise<void>,
): Promise<string[]> {
  const kind = kindsOf(content)[kindName];
  const { tenantId } = owner;
  const [document, record] = await Promise.all([
    kind.read(tenantId, id),
    records.entity(kindName, tenantId, id),
  ]);
  if (!document) {
    if (!record) return [];
    if (record.card !== '') await lists();
    const gone = await removeNames(store, kind, owner, [record.name, ...record.moved]);
    await records.removeEntity(kindName, tenantId, id);
    return gone;
  }
  const name = kind.nameOf(document);
  const moved = record?.name === name ? record.moved : await oldNames(content, kind, tenantId, name);
  const changed = await write(await kind.outputs(owner, document, moved));
  const next = recordOf(kind, document, moved);
  if (next.card !== (record?.card ?? '')) await lists();
  if (JSON.stringify(next) !== JSON.stringify(record)) await records.writeEntity(kindName, tenantId, id, next);
  const stale = (record ? [record.name, ...record.moved] : []).filter(
    (old) => old !== name && !moved.includes(old),
  );
  return [...changed, ...(await removeNames(store, kind, owner, stale))];
}

async function oldNames(content: PublicContent, kind: Kind, tenantId: string, name: string): Promise<string[]> {
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

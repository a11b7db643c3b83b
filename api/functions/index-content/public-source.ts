/**
 * Reads what is public and says what the index should hold of it.
 *
 * The counters that a version is made of are read before the texts: a text may then be newer than its version says,
 * and the event of that change brings the next version; it is never older.
 */
import type {
  PageDocument,
  ProjectDocument,
  PublicContent,
  PublicTenant,
} from '../../ports/public-content/port.ts';
import type { SearchDocument } from '../../ports/search-index/port.ts';
import type { Item, Table } from '../../ports/table/port.ts';
import { PROFILE, pageSk, projectSk, tenantKey } from '../../resolvers/_lib/keys.ts';
import { publicationOf } from '../publish/generation.ts';
import { pageDocument, portfolioDocument, workDocument } from './public-documents.ts';
import { smallest, type State } from './state.ts';
import type { PublicTarget } from './targets.ts';
import { GONE, publicVersion } from './versions.ts';

export interface PublicSourcePorts {
  table: Pick<Table, 'get' | 'batchGet' | 'query'>;
  content: Pick<PublicContent, 'tenant' | 'project' | 'page' | 'documents'>;
}

/** What precedes the media store's key in the address of a public picture. */
const MEDIA = '/media/';

const KINDS = { project: 'work', page: 'page' } as const;

const keyOf = ({ entity, id }: Pick<PublicTarget, 'entity' | 'id'>): string => `${KINDS[entity]}#${id}`;

const removal = (docKey: string, tenantId: string, version: number): State => ({
  remove: { docKey, tenantId, version },
});

/** The portfolio that things stand in, and how often it was replaced or taken down. */
interface Owner {
  tenantId: string;
  publications: number;
  /** Null while it is not public. */
  tenant: PublicTenant | null;
}

/** Two reads, the counter first. */
async function ownerOf({ table, content }: PublicSourcePorts, tenantId: string): Promise<Owner> {
  const draft = await table.get(tenantKey(tenantId, PROFILE), { consistent: true });
  return { tenantId, publications: publicationOf(draft ?? {}), tenant: await content.tenant(tenantId) };
}

/** What stands of a draft's public form, with the version that it has. */
function stateOf(
  owner: Owner,
  entity: PublicTarget['entity'],
  draft: Item,
  make: (tenant: PublicTenant, version: number) => SearchDocument | null,
  cover?: ProjectDocument['cover'],
): State {
  const docKey = keyOf({ entity, id: draft.id as string });
  const stands = draft.publishedVersion !== undefined;
  const version = publicVersion(publicationOf(draft), stands, owner.publications);
  const document = stands && owner.tenant ? make(owner.tenant, version) : null;
  if (!document) return removal(docKey, owner.tenantId, version);
  const picture = smallest(cover?.variants ?? [])?.url.slice(MEDIA.length);
  return { document, ...(picture !== undefined && { picture }) };
}

/** The state of these works and pages now. */
export async function publicChanges(
  ports: PublicSourcePorts,
  targets: readonly PublicTarget[],
): Promise<State[]> {
  const byTenant = Map.groupBy(targets, ({ tenantId }) => tenantId);
  const changes: State[] = [];
  for (const [tenantId, ofTenant] of byTenant) {
    const keys = ofTenant.map(({ entity, id }) =>
      tenantKey(tenantId, entity === 'page' ? pageSk(id) : projectSk(id)),
    );
    const drafts = await ports.table.batchGet(keys, { consistent: true });
    const byId = new Map(drafts.map((draft) => [draft.id as string, draft]));
    const owner = await ownerOf(ports, tenantId);
    for (const target of ofTenant) changes.push(await changeOf(ports, owner, target, byId.get(target.id)));
  }
  return changes;
}

async function changeOf(
  { content }: PublicSourcePorts,
  owner: Owner,
  { tenantId, entity, id }: PublicTarget,
  draft: Item | undefined,
): Promise<State> {
  if (!draft || draft.deletedAt) return removal(keyOf({ entity, id }), tenantId, GONE);
  const stands = draft.publishedVersion !== undefined && owner.tenant !== null;
  if (entity === 'project') {
    const work = stands ? await content.project(tenantId, draft.publishedSlug as string) : null;
    // Another one's, or none: it is on its way, and an event with it.
    const own = work?.id === id ? work : null;
    return stateOf(
      owner,
      entity,
      draft,
      (tenant, version) => (own ? workDocument(tenant, own, version) : null),
      own?.cover,
    );
  }
  const page = stands ? await content.page(tenantId, draft.publishedPath as string) : null;
  const own = page?.id === id ? page : null;
  return stateOf(owner, entity, draft, (tenant, version) =>
    own ? pageDocument(tenant, own, version) : null,
  );
}

/** The portfolio alone. */
export async function portfolioChange(ports: PublicSourcePorts, tenantId: string): Promise<State> {
  return portfolioState(await ownerOf(ports, tenantId));
}

function portfolioState({ tenantId, publications, tenant }: Owner): State {
  const version = publicVersion(publications, tenant !== null, 0);
  const document = tenant && portfolioDocument(tenant, version);
  return document ? { document } : removal(`portfolio#${tenantId}`, tenantId, version);
}

/** What of a draft is needed beside its public form. */
const COUNTED = ['id', 'entity', 'publication', 'publishedVersion', 'deletedAt'];

/** A tenant's portfolio with all that stands or stood in it, in one pass over each of its partitions. */
export async function* allPublic(ports: PublicSourcePorts, tenantId: string): AsyncGenerator<State> {
  const { table, content } = ports;
  const drafts = new Map<string, Item>();
  for await (const draft of table.query({
    condition: {
      expression: 'PK = :pk AND SK BETWEEN :from AND :to',
      values: { ':pk': `TENANT#${tenantId}`, ':from': pageSk(''), ':to': projectSk('~') },
    },
    attributes: COUNTED,
    consistent: true,
  })) {
    const { entity } = draft;
    if ((entity !== 'project' && entity !== 'page') || draft.deletedAt || !draft.publication) continue;
    drafts.set(draft.id as string, draft);
  }
  const owner = await ownerOf(ports, tenantId);
  yield portfolioState(owner);
  for await (const { kind, text } of owner.tenant ? content.documents(tenantId) : []) {
    const document = JSON.parse(text) as ProjectDocument | PageDocument;
    const draft = drafts.get(document.id);
    // One that was published since the drafts were read has an event of its own.
    if (!draft || draft.publishedVersion === undefined) continue;
    drafts.delete(document.id);
    yield stateOf(
      owner,
      kind,
      draft,
      (tenant, version) =>
        kind === 'project'
          ? workDocument(tenant, document as ProjectDocument, version)
          : pageDocument(tenant, document as PageDocument, version),
      (document as Partial<ProjectDocument>).cover,
    );
  }
  for (const draft of drafts.values()) {
    yield stateOf(owner, draft.entity as PublicTarget['entity'], draft, () => null);
  }
}

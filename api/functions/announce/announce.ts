/**
 * Tells subscribers of a change: reads what it is about and calls the announcing mutation with its full selection, so
 * that every subscription field is filled whoever made the change and however.
 */
import type { ChangeEvent } from '../../events.ts';
import type { Item, Table } from '../../ports/table/port.ts';
import { projectSk, tenantKey } from '../../resolvers/_lib/keys.ts';
import { stateOf } from '../../resolvers/_lib/state.ts';

export interface AnnouncePorts {
  table: Pick<Table, 'get'>;
  /** Calls AppSync as ourselves; rejects when it answers errors. */
  call: (query: string, variables: Record<string, unknown>) => Promise<unknown>;
}

const CHANGE = 'eventId type tenantId entity entityId version changed by via requestId at';
const CARD =
  'id tenantId slug title dateText medium coverAssetId visibility state publishedVersion publishedAt version createdAt updatedAt';

const ANNOUNCE_PROJECT = `mutation AnnounceProject($input: ChangeInput!) {
  announceProject(input: $input) { ${CHANGE} projectId project { ${CARD} } }
}`;
const ANNOUNCE_TENANT = `mutation AnnounceTenant($input: ChangeInput!) {
  announceTenant(input: $input) { ${CHANGE} }
}`;

/** `asset.uploaded` and what machines do are told as progress. */
const TYPES: Record<string, string> = {
  created: 'CREATED',
  updated: 'UPDATED',
  deleted: 'DELETED',
  published: 'PUBLISHED',
  unpublished: 'UNPUBLISHED',
  uploaded: 'UPDATED',
  processed: 'PROCESSED',
};

export function createAnnounce({ table, call }: AnnouncePorts) {
  return async (event: ChangeEvent): Promise<void> => {
    const input = {
      eventId: event.id,
      type: TYPES[event.type.split('.')[1] ?? ''] ?? 'UPDATED',
      tenantId: event.tenantId,
      projectId: event.projectId,
      entity: event.entity === 'derived' ? 'asset' : event.entity,
      entityId: event.entityId,
      version: event.version,
      changed: event.changed,
      by: event.by,
      via: event.via,
      requestId: event.requestId,
      at: event.at,
    };
    if (!event.projectId) {
      await call(ANNOUNCE_TENANT, { input });
      return;
    }
    const project = await table.get(tenantKey(event.tenantId, projectSk(event.projectId)));
    await call(ANNOUNCE_PROJECT, { input: { ...input, project: project ? cardOf(project) : null } });
  };
}

/** What a card cannot be without. */
const NEVER_EMPTY = ['id', 'tenantId', 'slug', 'title', 'visibility', 'version', 'createdAt', 'updatedAt'];

/**
 * The project as it stands, or null: while it is being removed, and where the item lacks what a card must have. A change
 * is told either way, since one that cannot be announced would stay so.
 */
function cardOf(project: Item): Item | null {
  const broken = NEVER_EMPTY.some((name) => project[name] === null || project[name] === undefined);
  if (project.deletedAt || broken) return null;
  const fields = ['id', 'tenantId', 'slug', 'title', 'dateText', 'medium', 'coverAssetId', 'visibility'];
  const counts = ['publishedVersion', 'publishedAt', 'version', 'createdAt', 'updatedAt'];
  return {
    ...Object.fromEntries([...fields, ...counts].map((name) => [name, project[name] ?? null])),
    state: stateOf(project as { version: number; publishedVersion?: number }),
  };
}

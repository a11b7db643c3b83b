/** What events are about: things to look at again, each once. */
import type { ChangeEvent } from '../../events.ts';
import { isOwnEntity, type OwnEntity } from './own-documents.ts';

/** An entity of the tenant's own. */
export interface OwnTarget {
  tenantId: string;
  entity: OwnEntity;
  id: string;
  /** Of a log entry or an asset. */
  projectId?: string;
}

/** Something that is, was or may be public. */
export interface PublicTarget {
  tenantId: string;
  entity: 'project' | 'page';
  id: string;
}

export interface Targets {
  own: OwnTarget[];
  public: PublicTarget[];
  /** Tenants whose portfolio was published or taken down: all that stands in it is looked at. */
  portfolios: string[];
}

const PUBLIC_ACTIONS = ['published', 'unpublished', 'deleted'];

export function targetsOf(events: readonly ChangeEvent[]): Targets {
  const own = new Map<string, OwnTarget>();
  const open = new Map<string, PublicTarget>();
  const portfolios = new Set<string>();
  for (const { tenantId, type, entity, entityId: id, projectId } of events) {
    const action = type.slice(type.indexOf('.') + 1);
    const isPublic = PUBLIC_ACTIONS.includes(action);
    if (entity === 'profile' && isPublic) portfolios.add(tenantId);
    if ((entity === 'project' || entity === 'page') && isPublic)
      open.set(`${entity}#${id}`, { tenantId, entity, id });
    // What is published or taken down is the same draft.
    const drafted = entity === 'derived' ? 'asset' : entity;
    if (!isOwnEntity(drafted) || action === 'published' || action === 'unpublished') continue;
    own.set(`${drafted}#${id}`, {
      tenantId,
      entity: drafted,
      id,
      ...((drafted === 'log' || drafted === 'asset') && projectId !== undefined && { projectId }),
    });
  }
  return { own: [...own.values()], public: [...open.values()], portfolios: [...portfolios] };
}

/** What the publisher notes of its own work: one small record an entity, none that grows with a tenant. */
import type { SiteStore } from '#api/ports/site-store/port.ts';

/** What was written for a project or a page. */
export interface EntityRecord {
  /** Slug, or path. */
  name: string;
  /** Old names whose redirects stand. */
  moved: string[];
  /** Fingerprint of what lists show; empty when none does. */
  card: string;
  version: number;
  publishedAt: string;
}

/** What was written for a tenant. */
export interface TenantRecord {
  handle: string;
  oldHandles: string[];
  /** Fingerprint of what all of its pages show. */
  masthead: string;
  version: number;
  publishedAt: string;
  /** Works on the pages of its portfolio when these were last written. */
  works: number;
  /** Pages of its portfolio. */
  count: number;
}

type EntityKind = 'project' | 'page';

/** An entity with what is noted of it. */
export interface NotedEntity {
  kind: EntityKind;
  id: string;
  record: EntityRecord;
}

/** Typed access to the records of a store. */
export interface Records {
  entity(kind: EntityKind, tenantId: string, id: string): Promise<EntityRecord | null>;
  writeEntity(kind: EntityKind, tenantId: string, id: string, record: EntityRecord): Promise<void>;
  /** Writes the records of many entities of a tenant together. */
  writeEntities(tenantId: string, entities: readonly NotedEntity[]): Promise<void>;
  removeEntity(kind: EntityKind, tenantId: string, id: string): Promise<void>;
  /** Ids of what has a record. */
  entities(kind: EntityKind, tenantId: string): AsyncIterable<string>;
  tenant(tenantId: string): Promise<TenantRecord | null>;
  writeTenant(tenantId: string, record: TenantRecord): Promise<void>;
  removeTenant(tenantId: string): Promise<void>;
  tenants(): AsyncIterable<string>;
  /** Marks a list that is to be written later; the mark outlives the process. */
  setDue(what: string): Promise<void>;
  clearDue(what: string): Promise<void>;
  due(): AsyncIterable<string>;
  /** The bundle that everything was last rendered with. */
  build(): Promise<string | null>;
  writeBuild(buildId: string): Promise<void>;
}

export function recordsIn(store: SiteStore): Records {
  const key = (kind: string, ...names: string[]): string => [kind, ...names].join('/');
  const read = async <T>(name: string): Promise<T | null> => {
    const text = await store.record(name);
    return text === null ? null : (JSON.parse(text) as T);
  };
  async function* below(prefix: string): AsyncGenerator<string> {
    for await (const name of store.records(prefix)) yield name.slice(prefix.length);
  }
  return {
    entity: (kind, tenantId, id) => read(key(kind, tenantId, id)),
    writeEntity: (kind, tenantId, id, record) =>
      store.writeRecord(key(kind, tenantId, id), JSON.stringify(record)),
    writeEntities: (tenantId, entities) =>
      store.writeRecords(
        new Map(entities.map(({ kind, id, record }) => [key(kind, tenantId, id), JSON.stringify(record)])),
      ),
    removeEntity: (kind, tenantId, id) => store.removeRecord(key(kind, tenantId, id)),
    entities: (kind, tenantId) => below(`${kind}/${tenantId}/`),
    tenant: (tenantId) => read(key('tenant', tenantId)),
    writeTenant: (tenantId, record) => store.writeRecord(key('tenant', tenantId), JSON.stringify(record)),
    removeTenant: (tenantId) => store.removeRecord(key('tenant', tenantId)),
    tenants: () => below('tenant/'),
    setDue: (what) => store.writeRecord(key('due', what), 'true'),
    clearDue: (what) => store.removeRecord(key('due', what)),
    due: () => below('due/'),
    build: () => read('build'),
    writeBuild: (buildId) => store.writeRecord('build', JSON.stringify(buildId)),
  };
}

import { createHash } from 'node:crypto';
import { ApiError, type Client } from './client.ts';
import { difference } from './difference.ts';

/** What every entity of the API has that the importer looks at. */
export interface Entity {
  id: string;
  version: number;
  state?: 'DRAFT' | 'PUBLISHED' | 'CHANGED';
  [field: string]: unknown;
}

/** Which operations keep a kind of entity. */
export interface Kind {
  create: string;
  read: string;
  update: string;
  publish?: string;
  /** Name of the variable that holds the entity's id; null where the tenant says which one it is. */
  id: string | null;
}

/** Tenants: the one acted for is the one read and changed. */
export const PROFILE: Kind = {
  create: 'createTenant',
  read: 'profile',
  update: 'updateProfile',
  publish: 'publishProfile',
  id: null,
};
/** Projects of a tenant. */
export const PROJECT: Kind = {
  create: 'createProject',
  read: 'project',
  update: 'updateProject',
  publish: 'publishProject',
  id: 'projectId',
};
/** Entries of a project's log. */
export const LOG_ENTRY: Kind = {
  create: 'createLogEntry',
  read: 'logEntry',
  update: 'updateLogEntry',
  id: 'logId',
};

/** What happened to an entity that had to be as the catalogue has it. */
export interface Kept {
  entity: Entity;
  outcome: 'created' | 'updated' | 'unchanged';
}

const MOST_REF = 200;
const TRIES = 4;

/** A reference that the platform takes: a longer one becomes its SHA-256. */
export function reference(id: string): string {
  return id.length <= MOST_REF ? id : `sha256:${createHash('sha256').update(id).digest('hex')}`;
}

/** Whether the platform refused for this reason. */
export const isRefusal = (error: unknown, errorType: string): error is ApiError =>
  error instanceof ApiError && error.errorType === errorType;

/**
 * Creates an entity, or finds the one that has its reference and changes what differs: safe to repeat at any moment.
 * @param input With `externalRef`.
 * @param scope Variables of every operation of the kind, for example the project of a log entry.
 * @param wantedOf The input for the entity that is there, where it depends on what that has already.
 */
export async function keep(
  client: Client,
  kind: Kind,
  input: Readonly<Record<string, unknown>>,
  tenantId: string | undefined,
  scope: Readonly<Record<string, string>> = {},
  wantedOf: (actual: Entity) => Readonly<Record<string, unknown>> = () => input,
): Promise<Kept> {
  try {
    const entity = await client.call<Entity>(kind.create, { ...scope, input }, tenantId);
    return { entity, outcome: 'created' };
  } catch (error) {
    if (!isRefusal(error, 'ExternalRefTaken')) throw error;
    return keepKnown(client, kind, wantedOf, tenantId ?? idOf(error), idOf(error), scope);
  }
}

function idOf(error: ApiError): string {
  const { id } = error.info;
  if (typeof id !== 'string') throw error;
  return id;
}

async function keepKnown(
  client: Client,
  kind: Kind,
  wantedOf: (actual: Entity) => Readonly<Record<string, unknown>>,
  tenantId: string,
  id: string,
  scope: Readonly<Record<string, string>>,
): Promise<Kept> {
  const variables = { ...scope, ...(kind.id !== null && { [kind.id]: id }) };
  return againOnConflict(async () => {
    const actual = await client.call<Entity>(kind.read, variables, tenantId);
    const { externalRef: _, handle: __, ...wanted } = wantedOf(actual);
    const changes = difference(wanted, actual);
    if (Object.keys(changes).length === 0) return { entity: actual, outcome: 'unchanged' };
    const update = { ...variables, input: changes, expectedVersion: actual.version };
    return { entity: await client.call<Entity>(kind.update, update, tenantId), outcome: 'updated' };
  });
}

/**
 * Publishes an entity unless it stands published as it is.
 * @param again Publish also then: something that belongs to it has changed.
 * @returns The entity, and whether it was published now.
 */
export async function publish(
  client: Client,
  kind: Kind,
  entity: Entity,
  tenantId: string,
  again = false,
): Promise<boolean> {
  if (entity.state === 'PUBLISHED' && !again) return false;
  const variables = kind.id === null ? {} : { [kind.id]: entity.id };
  let current = entity;
  return againOnConflict(async () => {
    try {
      const expectedVersion = current.version;
      await client.call(kind.publish ?? '', { ...variables, expectedVersion }, tenantId);
      return true;
    } catch (error) {
      if (isRefusal(error, 'VersionConflict'))
        current = await client.call<Entity>(kind.read, variables, tenantId);
      throw error;
    }
  });
}

/** Somebody else may be at work: what met a newer version is done again on it. */
async function againOnConflict<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === TRIES || !isRefusal(error, 'VersionConflict')) throw error;
    }
  }
}

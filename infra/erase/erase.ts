/**
 * Erases a tenant: as `deleteTenant` does, by marking it, after which the platform removes everything of it; and then,
 * what only an operator may, every version of its files. All state is read from where it stands, so it may be
 * interrupted and run again.
 */
import { deleteTenant } from '#api/functions/publish/publish-profile.ts';
import type { MediaStore } from '#api/ports/media-store/port.ts';
import type { Table } from '#api/ports/table/port.ts';
import {
  type Key,
  PLATFORM_TENANT,
  PROFILE,
  handleKey,
  personKey,
  tenantKey,
} from '#api/resolvers/_lib/keys.ts';

/** Versions of files that came before, and marks of deleted ones, where a store keeps any. */
export interface FileVersions {
  /** How many there are below a prefix, present files left out. */
  count(prefix: string): Promise<number>;
  /** Removes every version of every file below a prefix, present ones as well. */
  remove(prefix: string): Promise<void>;
}

export interface ErasePorts {
  table: Table;
  media: Pick<MediaStore, 'copy' | 'remove' | 'head' | 'list'>;
  versions: FileVersions;
  now: () => number;
  ulid: () => string;
}

/** What stands of a tenant. */
export interface Standing {
  tenantId: string;
  /** `there`, `deleted` (marked, and being removed), or `none`. */
  profile: 'there' | 'deleted' | 'none';
  name: string | undefined;
  /** Items of its own, and public ones. */
  items: number;
  publicItems: number;
  files: number;
  olderVersions: number;
  /** Other tenants that its person may act for. */
  memberships: string[];
}

/** Areas of the media store, each by tenant. */
const AREAS = ['u', 'd', 'p', 'e'];
/** Looks at the table before the platform is taken to be standing still, and the pause between two. */
const LOOKS = 180;
export const PAUSE_MS = 5_000;
/** Tries to mark a tenant that somebody edits meanwhile. */
const TRIES = 5;

/** Whose handle it is, or was. @throws Error when nobody ever had it */
export async function tenantOfHandle(table: Pick<Table, 'get'>, handle: string): Promise<string> {
  const claim = await table.get(handleKey(handle), { consistent: true });
  if (typeof claim?.tenantId !== 'string') {
    throw new Error(
      `--handle must be one that a portfolio has or had. Received: ${handle}, which nobody ever had.`,
    );
  }
  return claim.tenantId;
}

/** Counts what stands, and changes nothing. */
export async function look({ table, media, versions }: ErasePorts, tenantId: string): Promise<Standing> {
  const profile = await table.get(tenantKey(tenantId, PROFILE), { consistent: true });
  const standing: Standing = {
    tenantId,
    profile: !profile ? 'none' : profile.deletedAt ? 'deleted' : 'there',
    name: profile?.name as string | undefined,
    ...{ items: 0, publicItems: 0, files: 0, olderVersions: 0, memberships: [] },
  };
  for await (const _ of partition(table, `TENANT#${tenantId}`)) standing.items += 1;
  for await (const _ of partition(table, `PUBLIC#${tenantId}`)) standing.publicItems += 1;
  for (const prefix of prefixes(tenantId)) {
    for await (const _ of media.list(prefix)) standing.files += 1;
    standing.olderVersions += await versions.count(prefix);
  }
  const memberships = table.query({
    index: 'membershipsOfPerson',
    condition: { expression: 'person = :person', values: { ':person': personKey(tenantId) } },
  });
  for await (const row of memberships) {
    if (row.tenantId !== tenantId) standing.memberships.push(row.tenantId as string);
  }
  return standing;
}

/** Whether nothing is left but its handles. Memberships are those tenants' own affair. */
export const isErased = ({ items, publicItems, files, olderVersions }: Standing): boolean =>
  items + publicItems + files + olderVersions === 0;

export interface EraseOptions {
  /** Who does it, as it is noted on what is written. */
  by: string;
  /** Waits a moment for the platform; rejects when it is not to go on. */
  pause: () => Promise<void>;
  /** Told how many items are still there, now and then. */
  onProgress?: (items: number) => void;
}

/**
 * Marks, waits and removes; answers what is left.
 * @throws Error for the platform's own tenant, or when the table stands still
 */
export async function erase(ports: ErasePorts, tenantId: string, options: EraseOptions): Promise<Standing> {
  if (tenantId === PLATFORM_TENANT) {
    throw new Error(
      `${tenantId} is the tenant of the platform itself, which has its documentation. It cannot be erased.`,
    );
  }
  await mark(ports, tenantId, options.by);
  await removed(ports.table, tenantId, options);
  for (const prefix of prefixes(tenantId)) {
    const keys: string[] = [];
    for await (const { key } of ports.media.list(prefix)) keys.push(key);
    if (keys.length > 0) await ports.media.remove(keys);
    await ports.versions.remove(prefix);
  }
  return look(ports, tenantId);
}

/** Marks the tenant as deleted at whatever version it stands; one that is marked, or gone, stays as it is. */
async function mark(ports: ErasePorts, tenantId: string, by: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const profile = await ports.table.get(tenantKey(tenantId, PROFILE), { consistent: true });
    if (!profile || profile.deletedAt) return;
    try {
      await deleteTenant(ports, {
        action: 'deleteTenant',
        ...{ tenantId, id: tenantId, expectedVersion: profile.version as number },
        ...{ uid: by, via: 'operator', requestId: ports.ulid() },
      });
      return;
    } catch (error) {
      if (tries === TRIES) throw error;
    }
  }
}

/**
 * Waits until the platform has removed what is the tenant's. What is written once the profile is gone, such as a count
 * of something that was under way, nobody else removes.
 */
async function removed(
  table: Pick<Table, 'get' | 'query' | 'remove'>,
  tenantId: string,
  { pause, onProgress }: EraseOptions,
): Promise<void> {
  let fewest = Infinity;
  for (let looks = 0; looks < LOOKS; looks += 1) {
    const profile = await table.get(tenantKey(tenantId, PROFILE), { consistent: true });
    const left: Key[] = [];
    for (const area of ['TENANT', 'PUBLIC']) {
      for await (const { PK, SK } of partition(table, `${area}#${tenantId}`))
        left.push({ PK: PK as string, SK: SK as string });
    }
    if (!profile) return table.remove(left);
    onProgress?.(left.length);
    // Patience begins anew with each step forward.
    if (left.length < fewest) looks = 0;
    fewest = Math.min(fewest, left.length);
    await pause();
  }
  throw new Error(
    `${fewest} items are still there and do not become fewer: the consumer tidy stands still. Look at its dead letters, then run this again.`,
  );
}

const prefixes = (tenantId: string): string[] => AREAS.map((area) => `${area}/${tenantId}/`);

const partition = (table: Pick<Table, 'query'>, PK: string) =>
  table.query({
    condition: { expression: 'PK = :pk', values: { ':pk': PK } },
    attributes: ['PK', 'SK'],
    consistent: true,
  });

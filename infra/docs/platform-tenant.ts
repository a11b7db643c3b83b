/** The platform's own tenant: its profile, its handle and its first member, published so that its pages can be. */
import { ulid } from 'ulid';
import { fold } from '#api/functions/publish/fold.ts';
import { publishProfile } from '#api/functions/publish/publish-profile.ts';
import { createTextRenderer } from '#api/functions/publish/text-renderer.ts';
import { TransactionCancelled, type Table } from '#api/ports/table/port.ts';
import {
  PLATFORM_TENANT,
  PROFILE,
  handleKey,
  memberSk,
  personKey,
  tenantCollection,
  tenantKey,
} from '#api/resolvers/_lib/keys.ts';

/** A reserved handle: nobody else can have it. */
export const HANDLE = 'artissist';
/** How these items came to be, in events. */
const VIA = 'platform';

const NAME = 'Artissist';

/**
 * Makes what is missing; what is there stays. One read when all of it is. The items are those of
 * `api/resolvers/_lib/profile.ts`, which runs in AppSync only.
 * @param uid the operator who may act for the platform's tenant
 */
export async function ensurePlatformTenant(table: Table, uid: string): Promise<void> {
  const profileKey = tenantKey(PLATFORM_TENANT, PROFILE);
  const memberKey = tenantKey(PLATFORM_TENANT, memberSk(uid));
  const present = await table.batchGet([profileKey, memberKey]);
  const profile = present.find(({ entity }) => entity === 'profile');
  const requestId = ulid();
  const now = new Date().toISOString();
  const shared = {
    tenantId: PLATFORM_TENANT,
    version: 1,
    createdAt: now,
    updatedAt: now,
    updatedBy: uid,
    updatedVia: VIA,
    requestId,
  };
  const absent = { expression: 'attribute_not_exists(PK)' };
  if (!profile) {
    const facts = { id: PLATFORM_TENANT, handle: HANDLE, name: NAME };
    const item = {
      ...profileKey,
      ...shared,
      ...facts,
      entity: 'profile',
      kind: 'ORGANISATION',
      summary: 'The platform itself: its documentation.',
      visibility: 'UNLISTED',
      owners: 1,
      collection: tenantCollection(PLATFORM_TENANT, 'TENANT'),
      createdId: PLATFORM_TENANT,
      order: `${fold(NAME)}#${PLATFORM_TENANT}`,
      card: { ...facts, version: 1, createdAt: now },
    };
    const holder = { tenantId: PLATFORM_TENANT, holder: PLATFORM_TENANT };
    await unlessDone(table, [
      { put: item, if: absent },
      { put: { ...handleKey(HANDLE), ...holder }, if: absent },
    ]);
  }
  if (!present.some(({ entity }) => entity === 'member')) {
    const item = {
      ...memberKey,
      ...shared,
      entity: 'member',
      id: uid,
      uid,
      role: 'OWNER',
      person: personKey(uid),
      card: { tenantId: PLATFORM_TENANT, role: 'OWNER', version: 1 },
    };
    await unlessDone(table, [{ put: item, if: absent }]);
  }
  if (profile?.publishedVersion !== undefined) return;
  const expectedVersion = (profile?.version as number | undefined) ?? 1;
  await publishProfile(
    {
      table,
      media: NO_MEDIA,
      now: Date.now,
      ulid: () => ulid(),
      render: createTextRenderer().publication(),
    },
    {
      action: 'publishProfile',
      tenantId: PLATFORM_TENANT,
      id: PLATFORM_TENANT,
      expectedVersion,
      uid,
      via: VIA,
      requestId,
    },
  );
}

/** Somebody else who starts at the same time may be faster: then all of it is there. */
async function unlessDone(table: Table, writes: Parameters<Table['transact']>[0]): Promise<void> {
  try {
    await table.transact(writes);
  } catch (error) {
    if (!(error instanceof TransactionCancelled)) throw error;
  }
}

const none = (): never => {
  throw new Error('A profile has no media.');
};
const NO_MEDIA = { copy: none, remove: none, head: none, list: none };

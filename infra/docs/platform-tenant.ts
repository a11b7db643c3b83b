/** The platform's own tenant: its profile, its handle and its first member, published so that its pages can be. */
import { ulid } from 'ulid';
import { publishProfile } from '#api/functions/publish/publish-profile.ts';
import { TransactionCancelled, type Table } from '#api/ports/table/port.ts';
import { PLATFORM_TENANT, handleKey } from '#api/resolvers/_lib/keys.ts';
import { memberItem, memberKey, profileItem, profileKey } from '#api/resolvers/_lib/profile.ts';

/** A reserved handle: nobody else can have it. */
const HANDLE = 'artissist';

/**
 * Makes what is missing; what is there stays. One read when all of it is.
 * @param uid the operator who may act for the platform's tenant
 */
export async function ensurePlatformTenant(table: Table, uid: string): Promise<void> {
  const present = await table.batchGet([profileKey(PLATFORM_TENANT), memberKey(PLATFORM_TENANT, uid)]);
  const profile = present.find(({ entity }) => entity === 'profile');
  const member = present.find(({ entity }) => entity === 'member');
  const requestId = ulid();
  const stamped = { updatedAt: new Date().toISOString(), updatedBy: uid, updatedVia: 'platform', requestId };
  const absent = { expression: 'attribute_not_exists(PK)' };
  if (!profile) {
    const item = profileItem(
      PLATFORM_TENANT,
      {
        handle: HANDLE,
        name: 'Artissist',
        kind: 'ORGANISATION',
        summary: 'The platform itself: its documentation.',
        visibility: 'UNLISTED',
      },
      stamped,
    );
    const holder = { tenantId: PLATFORM_TENANT, holder: PLATFORM_TENANT };
    await unlessDone(table, [
      { put: { ...profileKey(PLATFORM_TENANT), ...item }, if: absent },
      { put: { ...handleKey(HANDLE), ...holder }, if: absent },
    ]);
  }
  if (!member) {
    const item = memberItem(PLATFORM_TENANT, { uid, role: 'OWNER' }, stamped);
    await unlessDone(table, [{ put: { ...memberKey(PLATFORM_TENANT, uid), ...item }, if: absent }]);
  }
  if (profile?.publishedVersion !== undefined) return;
  const expectedVersion = (profile?.version as number | undefined) ?? 1;
  await publishProfile(
    { table, media: NO_MEDIA, now: Date.now, ulid: () => ulid() },
    {
      action: 'publishProfile',
      tenantId: PLATFORM_TENANT,
      id: PLATFORM_TENANT,
      expectedVersion,
      uid,
      via: 'platform',
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

import type { Item, Table } from '../../ports/table/port.ts';
import { PLATFORM_TENANT, PROFILE, secretKey, tenantKey, type Key } from '../../resolvers/_lib/keys.ts';
import { removePrivateFiles, removePublicCopies } from './media.ts';
import type { TidyPorts } from './ports.ts';
import { externalKeys } from './tombstone.ts';

/** After taking a profile down: works and pages follow. After deletion: everything does, the tombstone last. */
export async function tidyTenant(ports: TidyPorts, tenantId: string): Promise<void> {
  const { table } = ports;
  const key = tenantKey(tenantId, PROFILE);
  const profile = await table.get(key, { consistent: true });
  if (!profile || profile.publishedVersion !== undefined) return;
  await removePartition(table, `PUBLIC#${tenantId}`);
  for await (const item of partition(table, `TENANT#${tenantId}`)) {
    if (item.entity === 'asset') await removePublicCopies(ports.media, tenantId, item.id as string);
    if (profile.deletedAt) await removeItem(ports, tenantId, item);
    else await takeDown(table, item);
  }
  if (profile.deletedAt) {
    await table.remove([...externalKeys(PLATFORM_TENANT, 'tenant', profile), key]);
  }
}

async function* partition(table: Table, PK: string): AsyncIterable<Item> {
  yield* table.query({ condition: { expression: 'PK = :pk', values: { ':pk': PK } }, consistent: true });
}

async function removePartition(table: Table, PK: string): Promise<void> {
  let keys: Key[] = [];
  for await (const item of partition(table, PK)) {
    keys.push({ PK, SK: item.SK as string });
    if (keys.length === 500) {
      await table.remove(keys);
      keys = [];
    }
  }
  await table.remove(keys);
}

/** The draft stays and notes that it is not public. */
async function takeDown(table: Table, item: Item): Promise<void> {
  if (item.publishedVersion === undefined || (item.entity !== 'project' && item.entity !== 'page')) return;
  await table.update(
    { PK: item.PK as string, SK: item.SK as string },
    {
      expression:
        'REMOVE publishedVersion, publishedAt, publicAssetIds, card.publishedVersion, card.publishedAt',
    },
    { expression: 'publishedAt = :at', values: { ':at': item.publishedAt } },
  );
}

async function removeItem({ table, media }: TidyPorts, tenantId: string, item: Item): Promise<void> {
  if (item.SK === PROFILE) return;
  if (item.entity === 'asset') await removePrivateFiles(media, tenantId, item.id as string);
  const secret = typeof item.sha256 === 'string' && (item.SK as string).startsWith('TOKEN#');
  await table.remove([
    ...(secret ? [secretKey(item.sha256 as string)] : []),
    { PK: item.PK as string, SK: item.SK as string },
  ]);
}

import type { Item, Table } from '../../ports/table/port.ts';
import { PLATFORM_TENANT, PROFILE, secretKey, tenantKey, type Key } from '../../resolvers/_lib/keys.ts';
import { withdrawPage } from '../publish/publish-page.ts';
import { withdrawProject } from '../publish/unpublish-project.ts';
import { releaseClaims } from './claims.ts';
import { removePrivateFiles, removePublicCopies, removeResults } from './media.ts';
import type { TidyPorts } from './ports.ts';
import { externalKeys } from './tombstone.ts';

/** After taking a profile down: works and pages follow. After deletion: everything does, the tombstone last. */
export async function tidyTenant(ports: TidyPorts, tenantId: string): Promise<void> {
  const { table } = ports;
  const key = tenantKey(tenantId, PROFILE);
  const profile = await table.get(key, { consistent: true });
  if (!profile || profile.publishedVersion !== undefined) return;
  if (!profile.deletedAt) return withdrawAll(table, tenantId);
  await removePartition(table, `PUBLIC#${tenantId}`);
  for await (const item of partition(table, `TENANT#${tenantId}`)) await removeItem(ports, tenantId, item);
  await removeResults(ports.media, tenantId);
  await releaseClaims(table, externalKeys(PLATFORM_TENANT, 'tenant', profile), tenantId);
  await table.remove([key]);
}

/** Works and pages are taken down as if one by one; what hangs on each follows from the events of that. */
async function withdrawAll(table: Table, tenantId: string): Promise<void> {
  for await (const item of partition(table, `TENANT#${tenantId}`)) {
    if (item.publishedVersion === undefined) continue;
    if (item.entity === 'project') await withdrawProject(table, item);
    if (item.entity === 'page') await withdrawPage(table, item);
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

async function removeItem({ table, media }: TidyPorts, tenantId: string, item: Item): Promise<void> {
  if (item.SK === PROFILE) return;
  if (item.entity === 'asset') {
    await removePublicCopies(media, tenantId, item.id as string);
    await removePrivateFiles(media, tenantId, item.id as string);
  }
  const secret = typeof item.sha256 === 'string' && (item.SK as string).startsWith('TOKEN#');
  await table.remove([
    ...(secret ? [secretKey(item.sha256 as string)] : []),
    { PK: item.PK as string, SK: item.SK as string },
  ]);
}

/** Reads a tenant's own things and says what the index should hold of them. */
import type { Item, Table } from '../../ports/table/port.ts';
import {
  assetSk,
  derivedSk,
  inspirationSk,
  logSk,
  pageSk,
  projectSk,
  tenantKey,
  type Key,
} from '../../resolvers/_lib/keys.ts';
import { isOwnEntity, ownDocument, ownKey, type OwnEntity } from './own-documents.ts';
import { smallest, type State } from './state.ts';
import type { OwnTarget } from './targets.ts';
import { GONE } from './versions.ts';

/** Where an entity stands. */
function skOf({ entity, id, projectId = '' }: OwnTarget): string {
  switch (entity) {
    case 'project':
      return projectSk(id);
    case 'log':
      return logSk(projectId, id);
    case 'asset':
      return assetSk(projectId, id);
    case 'inspiration':
      return inspirationSk(id);
    case 'page':
      return pageSk(id);
  }
}

const nameOf = ({ PK, SK }: Key): string => `${PK} ${SK}`;

function stateOf(entity: OwnEntity, item: Item, derived: Item | undefined): State {
  const variants = (derived?.variants ?? []) as Array<{ key: string; width: number }>;
  const picture = smallest(variants)?.key;
  return { document: ownDocument(entity, item, derived), ...(picture !== undefined && { picture }) };
}

/** The state of these entities now. */
export async function ownChanges(
  table: Pick<Table, 'batchGet'>,
  targets: readonly OwnTarget[],
): Promise<State[]> {
  const keys = targets.flatMap((target) => [
    tenantKey(target.tenantId, skOf(target)),
    ...(target.entity === 'asset' ? [derivedKeyOf(target)] : []),
  ]);
  const items = await table.batchGet(keys, { consistent: true });
  const found = new Map(items.map((item) => [nameOf(item as unknown as Key), item]));
  return targets.map((target) => {
    const { tenantId, entity, id } = target;
    const item = found.get(nameOf(tenantKey(tenantId, skOf(target))));
    if (!item || item.deletedAt) return { remove: { docKey: ownKey(entity, id), tenantId, version: GONE } };
    return stateOf(entity, item, found.get(nameOf(derivedKeyOf(target))));
  });
}

const derivedKeyOf = ({ tenantId, projectId = '', id }: OwnTarget): Key =>
  tenantKey(tenantId, derivedSk(projectId, id));

/** Everything of a tenant, in one pass over its partition. */
export async function* allOwn(table: Pick<Table, 'query'>, tenantId: string): AsyncGenerator<State> {
  // An asset stands right before what was made of it.
  let asset: Item | undefined;
  const ended = (derived?: Item): State[] => {
    const before = asset;
    asset = undefined;
    if (!before) return [];
    const own = derived?.id === before.id ? derived : undefined;
    return [stateOf('asset', before, own)];
  };
  for await (const item of table.query({
    condition: { expression: 'PK = :pk', values: { ':pk': `TENANT#${tenantId}` } },
    consistent: true,
  })) {
    yield* ended(item.entity === 'derived' ? item : undefined);
    if (!isOwnEntity(item.entity) || item.deletedAt) continue;
    if (item.entity === 'asset') asset = item;
    else yield stateOf(item.entity, item, undefined);
  }
  yield* ended();
}

/** Items that proposals are taken over into, and how they are written. */
import type { Item, Write } from '../../ports/table/port.ts';
import { ASSET_CARD, assetKey } from '../../resolvers/_lib/asset.ts';
import { PROJECT_CARD } from '../../resolvers/_lib/cards.ts';
import { updateExpression, type Attributes } from '../../resolvers/_lib/expression.ts';
import { INSPIRATION_CARD, inspirationKey } from '../../resolvers/_lib/inspiration.ts';
import { projectSk, tenantKey, type Key } from '../../resolvers/_lib/keys.ts';
import { LOG_CARD, logKey } from '../../resolvers/_lib/log-entry.ts';
import type { Target } from '../../resolvers/_lib/proposal-target.ts';
import { fold } from '../publish/fold.ts';
import { atVersion } from '../publish/request.ts';

const CARDS = { PROJECT: PROJECT_CARD, ASSET: ASSET_CARD, LOG: LOG_CARD, INSPIRATION: INSPIRATION_CARD };

/** Names for people. */
export const NAMES = { PROJECT: 'project', ASSET: 'asset', LOG: 'log entry', INSPIRATION: 'inspiration' };

export function keyOf(
  { entity }: Pick<Target, 'entity'>,
  tenantId: string,
  projectId: string,
  id: string,
): Key {
  switch (entity) {
    case 'PROJECT':
      return tenantKey(tenantId, projectSk(id));
    case 'ASSET':
      return assetKey(tenantId, projectId, id);
    case 'LOG':
      return logKey(tenantId, projectId, id);
    case 'INSPIRATION':
      return inspirationKey(tenantId, id);
  }
}

/** One write of a transaction: a person's edit of one field, at the version that was read. */
export function edit(
  { entity, field }: Target,
  key: Key,
  item: Item,
  value: unknown,
  stamped: Attributes & { updatedAt: string },
): Write {
  const id = item.id as string;
  const listed = entity === 'PROJECT' || entity === 'INSPIRATION';
  const changes: Attributes = {
    [field]: value,
    ...stamped,
    ...(listed && { changedAt: `${stamped.updatedAt}#${id}` }),
    ...(entity === 'PROJECT' && field === 'title' && { order: `${fold(value as string)}#${id}` }),
  };
  const { expression, expressionNames, expressionValues } = updateExpression(changes, CARDS[entity]);
  return {
    update: key,
    set: { expression, names: expressionNames, values: expressionValues },
    if: atVersion(item.version as number),
  };
}

import { enrichedSk, tenantKey, type Key } from '../../resolvers/_lib/keys.ts';

/** Where it stands what each of these was last enriched for. */
export const enrichedKeys = (tenantId: string, entityIds: readonly string[]): Key[] =>
  entityIds.map((id) => tenantKey(tenantId, enrichedSk(id)));

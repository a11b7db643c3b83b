/** Whether what a tenant looks for among its own may be sent to a model. */
import type { Table } from '../../ports/table/port.ts';
import { tenantKey, usageSk } from '../../resolvers/_lib/keys.ts';
import { readChoice } from '../enrich/settings.ts';

/** `off`: the tenant lets models read nothing. `spent`: a limit of this month (UTC) is reached. */
export type NoModels = 'off' | 'spent';

/**
 * Why a tenant's words and pictures go to no model now; null when they may. A query is a few words: it is refused at
 * the limit, and what it costs is not counted, so that a search writes nothing and waits for no transaction.
 */
export async function modelsFor(
  table: Pick<Table, 'get'>,
  tenantId: string,
  now: number,
): Promise<NoModels | null> {
  const month = new Date(now).toISOString().slice(0, 7);
  const [choice, used] = await Promise.all([
    readChoice(table, tenantId),
    table.get(tenantKey(tenantId, usageSk(month))),
  ]);
  if (choice.mode === 'OFF') return 'off';
  const { tokens = 0, microUsd = 0 } = (used ?? {}) as { tokens?: number; microUsd?: number };
  return tokens >= choice.monthlyTokens || microUsd >= choice.monthlyMicroUsd ? 'spent' : null;
}

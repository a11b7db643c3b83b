/** Whether what a tenant looks for may be sent to a model, and who pays for it. */
import type { Table } from '../../ports/table/port.ts';
import { tenantKey, usageSk } from '../../resolvers/_lib/keys.ts';
import { spent } from '../enrich/budget.ts';
import { readChoice } from '../enrich/settings.ts';
import type { Count } from './query-vectors.ts';

/** `off`: the tenant lets models read nothing. `spent`: a limit of this month (UTC) is reached. */
export type NoModels = 'off' | 'spent';

/**
 * Why a tenant's words and pictures go to no model now; null when they may. A query is a few words: nothing is
 * reserved for it, it is refused at the limit, and what it cost is counted after it.
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

/**
 * Counts what vectors of a tenant's queries cost with its month (UTC): money alone, as for vectors of its documents.
 * A count that fails is told and stops no search.
 */
export const countFor =
  (
    table: Pick<Table, 'transact'>,
    tenantId: string,
    now: number,
    onError: (error: unknown) => void = () => undefined,
  ): Count =>
  async (usage) => {
    const { microUsd } = spent(usage);
    if (microUsd === 0) return;
    const month = new Date(now).toISOString().slice(0, 7);
    const set = { expression: 'ADD microUsd :microUsd', values: { ':microUsd': microUsd } };
    await table.transact([{ update: tenantKey(tenantId, usageSk(month)), set }]).catch(onError);
  };

/**
 * What vectors for search cost, counted with the tenant's other spending of the month (UTC). At the limit there are no
 * new vectors until it is raised or the next month begins, and words are found as before. Tokens are not counted here:
 * their limit is for what is generated.
 */
import type { Embeddings } from '../../ports/embeddings/port.ts';
import type { Table } from '../../ports/table/port.ts';
import { createBudget, spent, type Budget } from '../enrich/budget.ts';
import { paidEmbeddings } from './paid-embeddings.ts';

/**
 * The model within the tenant's limit of money. One that costs nothing is asked as it is.
 * @param maximumMicroUsdPerToken what a token may cost at most, in millionths of a US dollar
 */
export function withinMonth(
  embeddings: Embeddings,
  ports: { table: Pick<Table, 'transact'>; now: () => number; maximumMicroUsdPerToken: number },
  tenantId: string,
  { monthlyMicroUsd }: { monthlyMicroUsd: number },
): Embeddings {
  if (ports.maximumMicroUsdPerToken === 0) return embeddings;
  const limits = { monthlyMicroUsd, monthlyTokens: Number.MAX_SAFE_INTEGER };
  const money = createBudget(ports, { tenantId }, limits, (usage) => ({ ...spent(usage), tokens: 0 }));
  const budget: Budget = { pay: (most, call) => money.pay({ ...most, tokens: 0 }, call) };
  return paidEmbeddings(embeddings, budget, ports.maximumMicroUsdPerToken);
}

/**
 * A tenant's limits of a month. What a call may cost at most is reserved before it and what it did cost is counted
 * after it, whether it answered or failed, so that calls side by side cannot go over a limit together. Both writes are
 * transactions, which DynamoDB does once however often they are sent. A reservation whose call was lost with its
 * process, or that could not be settled, stays counted: the limits are kept rather than used up to the last token.
 */
import { correlated, measure } from '../../observability/telemetry.ts';
import { TransactionCancelled, type Table, type Write } from '../../ports/table/port.ts';
import type { Usage } from '../../ports/embeddings/port.ts';
import { enrichmentSk, tenantKey, usageSk } from '../../resolvers/_lib/keys.ts';
import { BudgetExhausted } from './failures.ts';
import type { Choice } from './settings.ts';

export interface Spending {
  tokens: number;
  microUsd: number;
}

export interface Budget {
  /**
   * Calls a model within the limits. An error of the call with `usage` is paid for.
   * @throws BudgetExhausted before the call; what the call throws
   */
  pay<T extends { usage: Usage }>(most: Spending, call: () => Promise<T>): Promise<T>;
}

/** Whose month is charged and, where the call belongs to one, the run that it is noted on. */
export interface Account {
  tenantId: string;
  enrichmentId?: string;
}

export type Limits = Pick<Choice, 'monthlyTokens' | 'monthlyMicroUsd'>;

/** @param count what of a call's usage counts */
export function createBudget(
  { table, now }: { table: Pick<Table, 'transact'>; now: () => number },
  account: Account,
  limits: Limits,
  count: (usage: Partial<Usage> | undefined) => Spending = spent,
): Budget {
  return {
    async pay(most, call) {
      const month = new Date(now()).toISOString().slice(0, 7);
      const reserved: Spending = { tokens: Math.ceil(most.tokens), microUsd: Math.ceil(most.microUsd) };
      await reserve(table, account, month, reserved, limits);
      const [ended] = await Promise.allSettled([call()]);
      const usage = ended.status === 'fulfilled' ? ended.value.usage : usageOf(ended.reason);
      const cost = count(usage);
      correlated({ tenantId: account.tenantId }, () =>
        measure({ name: 'ModelCost', value: cost.microUsd }, { name: 'ModelTokens', value: cost.tokens }),
      );
      await settle(table, account, month, reserved, cost);
      if (ended.status === 'rejected') throw ended.reason;
      return ended.value;
    },
  };
}

/** @throws BudgetExhausted */
async function reserve(
  table: Pick<Table, 'transact'>,
  { tenantId }: Account,
  month: string,
  reserved: Spending,
  limits: Limits,
): Promise<void> {
  const roomTokens = limits.monthlyTokens - reserved.tokens;
  const roomMicroUsd = limits.monthlyMicroUsd - reserved.microUsd;
  const refused = (spent?: Partial<Spending>): Error => {
    correlated({ tenantId }, () => measure({ name: 'BudgetRefused', value: 1 }));
    return exhausted(month, limits, reserved, spent);
  };
  if (roomTokens < 0 || roomMicroUsd < 0) throw refused();
  const within = {
    expression:
      '(attribute_not_exists(tokens) OR tokens <= :roomTokens) AND (attribute_not_exists(microUsd) OR microUsd <= :roomMicroUsd)',
    values: { ':roomTokens': roomTokens, ':roomMicroUsd': roomMicroUsd },
  };
  try {
    await table.transact([
      { update: tenantKey(tenantId, usageSk(month)), set: adding(reserved), if: within },
    ]);
  } catch (error) {
    if (!(error instanceof TransactionCancelled)) throw error;
    throw refused((error.items[0] ?? {}) as Partial<Spending>);
  }
}

/** Never throws: an answer that is paid for is worth more than an exact sum. */
async function settle(
  table: Pick<Table, 'transact'>,
  { tenantId, enrichmentId }: Account,
  month: string,
  reserved: Spending,
  cost: Spending,
): Promise<void> {
  const left = { tokens: cost.tokens - reserved.tokens, microUsd: cost.microUsd - reserved.microUsd };
  const ofMonth: Write = { update: tenantKey(tenantId, usageSk(month)), set: adding(left) };
  const ofRun: Write[] =
    enrichmentId === undefined
      ? []
      : [
          {
            update: tenantKey(tenantId, enrichmentSk(enrichmentId)),
            set: adding(cost),
            if: { expression: 'attribute_exists(PK)' },
          },
        ];
  try {
    await table.transact([ofMonth, ...ofRun]);
  } catch (error) {
    // The run has been deleted meanwhile, and its cost stays the month's. Anything else leaves the reservation.
    if (error instanceof TransactionCancelled) await table.transact([ofMonth]).catch(() => undefined);
  }
}

const adding = ({ tokens, microUsd }: Spending) => ({
  expression: 'ADD tokens :tokens, microUsd :microUsd',
  values: { ':tokens': tokens, ':microUsd': microUsd },
});

const usageOf = (error: unknown): Usage | undefined =>
  error instanceof Error ? (error as { usage?: Usage }).usage : undefined;

/** What an answer says that it cost; a model that says nonsense here costs nothing, not less than nothing. */
export const spent = (usage: Partial<Usage> | undefined): Spending => ({
  tokens: whole(usage?.inputTokens) + whole(usage?.outputTokens),
  microUsd: whole(usage?.microUsd),
});

const whole = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? Math.ceil(value) : 0;

/** @param used what stands on the month; absent where the limits alone are too small */
function exhausted(month: string, limits: Limits, needed: Spending, used?: Partial<Spending>): Error {
  const rest = used && {
    tokens: Math.max(0, limits.monthlyTokens - (used.tokens ?? 0)),
    microUsd: Math.max(0, limits.monthlyMicroUsd - (used.microUsd ?? 0)),
  };
  const whole = said({ tokens: limits.monthlyTokens, microUsd: limits.monthlyMicroUsd });
  return new BudgetExhausted(
    `Another call could go over the limits of ${month}: ${whole}. It needs up to ${said(needed)}` +
      `${rest ? `; ${said(rest)} are left` : ', more than that'}. ` +
      'Raise them in the settings of enrichment, or wait for the next month.',
  );
}

const said = ({ tokens, microUsd }: Spending): string =>
  `${tokens} tokens and ${microUsd / 1_000_000} US dollars`;

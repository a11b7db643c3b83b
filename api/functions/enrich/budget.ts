/**
 * A tenant's limits of a month. What a call may cost at most is reserved before it and what it did cost is counted
 * after it, both atomically, so that calls side by side cannot go over a limit together. A reservation whose call was
 * lost with its process stays counted: the limits are kept rather than used up to the last token.
 */
import type { Table } from '../../ports/table/port.ts';
import type { Usage } from '../../ports/embeddings/port.ts';
import { enrichmentSk, tenantKey, usageSk } from '../../resolvers/_lib/keys.ts';
import { BudgetExhausted } from './failures.ts';
import type { StepInput } from './ports.ts';
import type { Choice } from './settings.ts';

export interface Spending {
  tokens: number;
  microUsd: number;
}

export interface Budget {
  /** Calls a model within the limits. @throws BudgetExhausted before the call; what the call throws, unpaid */
  pay<T extends { usage: Usage }>(most: Spending, call: () => Promise<T>): Promise<T>;
}

export function createBudget(
  { table, now }: { table: Pick<Table, 'update'>; now: () => number },
  { tenantId, enrichmentId }: StepInput,
  limits: Pick<Choice, 'monthlyTokens' | 'monthlyMicroUsd'>,
): Budget {
  return {
    async pay({ tokens, microUsd }, call) {
      const most: Spending = { tokens: Math.ceil(tokens), microUsd: Math.ceil(microUsd) };
      const month = new Date(now()).toISOString().slice(0, 7);
      const key = tenantKey(tenantId, usageSk(month));
      const add = ({ tokens, microUsd }: Spending) => ({
        expression: 'ADD tokens :tokens, microUsd :microUsd',
        values: { ':tokens': tokens, ':microUsd': microUsd },
      });
      const room: Spending = {
        tokens: limits.monthlyTokens - most.tokens,
        microUsd: limits.monthlyMicroUsd - most.microUsd,
      };
      const reserved =
        room.tokens >= 0 &&
        room.microUsd >= 0 &&
        (await table.update(key, add(most), {
          expression:
            '(attribute_not_exists(tokens) OR tokens <= :roomTokens) AND (attribute_not_exists(microUsd) OR microUsd <= :roomMicroUsd)',
          values: { ':roomTokens': room.tokens, ':roomMicroUsd': room.microUsd },
        }));
      if (!reserved) throw exhausted(month, limits);
      let answer;
      try {
        answer = await call();
      } catch (error) {
        await table.update(key, add({ tokens: -most.tokens, microUsd: -most.microUsd }));
        throw error;
      }
      const cost = spent(answer.usage);
      const left = { tokens: cost.tokens - most.tokens, microUsd: cost.microUsd - most.microUsd };
      await table.update(key, add(left));
      await table.update(tenantKey(tenantId, enrichmentSk(enrichmentId)), add(cost), {
        expression: 'attribute_exists(PK)',
      });
      return answer;
    },
  };
}

/** What an answer says that it cost; a model that says nonsense here costs nothing, not less than nothing. */
const spent = (usage: Partial<Usage> | undefined): Spending => ({
  tokens: whole(usage?.inputTokens) + whole(usage?.outputTokens),
  microUsd: whole(usage?.microUsd),
});

const whole = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? Math.ceil(value) : 0;

const exhausted = (month: string, limits: { monthlyTokens: number; monthlyMicroUsd: number }): Error =>
  new BudgetExhausted(
    `Another call could go over the limits of ${month}: ${limits.monthlyTokens} tokens, ` +
      `${limits.monthlyMicroUsd / 1_000_000} US dollars. Raise them in the settings of enrichment, or wait for the next month.`,
  );

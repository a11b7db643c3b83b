/**
 * What vectors for search cost, counted with the tenant's other spending of the month (UTC). At the limit there are no
 * new vectors until it is raised or the next month begins, and words are found as before. Tokens are not counted here:
 * their limit is for what is generated.
 */
import type { Embedded, Embeddings } from '../../ports/embeddings/port.ts';
import type { Table } from '../../ports/table/port.ts';
import { tenantKey, usageSk } from '../../resolvers/_lib/keys.ts';

export interface Purse {
  /** Whether anything is left to spend. */
  hasRoom(): Promise<boolean>;
  /** The model, with everything that it is asked counted. */
  paying(embeddings: Embeddings): Embeddings;
}

export function purseOf(
  table: Pick<Table, 'get' | 'update'>,
  tenantId: string,
  { monthlyMicroUsd }: { monthlyMicroUsd: number },
  now: () => number,
): Purse {
  const key = () => tenantKey(tenantId, usageSk(new Date(now()).toISOString().slice(0, 7)));
  const counted = async (call: Promise<Embedded>): Promise<Embedded> => {
    const answer = await call;
    const microUsd = Math.ceil(answer.usage.microUsd);
    if (microUsd > 0) {
      await table.update(key(), { expression: 'ADD microUsd :microUsd', values: { ':microUsd': microUsd } });
    }
    return answer;
  };
  return {
    async hasRoom() {
      const usage = await table.get(key(), { consistent: true });
      return ((usage?.microUsd as number | undefined) ?? 0) < monthlyMicroUsd;
    },
    paying: (embeddings) => ({
      ...embeddings,
      embedTexts: (...args) => counted(embeddings.embedTexts(...args)),
      embedImages: (...args) => counted(embeddings.embedImages(...args)),
    }),
  };
}

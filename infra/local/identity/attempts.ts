/** Counts failed sign-ins in memory and says when to stop answering. */
export interface AttemptLimiter {
  /**
   * Notes one attempt for this account from this address. Returns 0 if it may go on, otherwise the seconds
   * until the next one may. The attempt counts from here on, so that parallel ones cannot slip through.
   */
  begin(account: string, address: string): number;
  /** The attempt succeeded: the account's count starts again, and the address gets this one back. */
  succeed(account: string, address: string): void;
}

const WINDOW = 15 * 60 * 1000;
const PER_ACCOUNT = 5;
const PER_ADDRESS = 30;
/** How many accounts and addresses are remembered; beyond it the one seen longest ago is forgotten. */
const REMEMBERED = 10_000;

interface Count {
  readonly since: number;
  readonly failures: number;
}

/**
 * Allows five failures for an account and thirty for an address in fifteen minutes. Unknown accounts count like
 * known ones, so the limit does not tell who exists.
 */
export function attemptLimiter(now: () => number): AttemptLimiter {
  const counts = new Map<string, Count>();

  const current = (key: string): Count => {
    const count = counts.get(key);
    return count && now() - count.since < WINDOW ? count : { since: now(), failures: 0 };
  };
  const keep = (key: string, count: Count): void => {
    counts.delete(key);
    if (count.failures > 0) counts.set(key, count);
    if (counts.size > REMEMBERED) counts.delete(counts.keys().next().value ?? '');
  };

  return {
    begin(account, address) {
      const limits: [string, number][] = [
        [`account ${account}`, PER_ACCOUNT],
        [`address ${address}`, PER_ADDRESS],
      ];
      const waits = limits.map(([key, limit]) => {
        const { since, failures } = current(key);
        return failures < limit ? 0 : Math.ceil((since + WINDOW - now()) / 1000);
      });
      const wait = Math.max(...waits);
      if (wait > 0) return wait;
      for (const [key] of limits) {
        const count = current(key);
        keep(key, { since: count.since, failures: count.failures + 1 });
      }
      return 0;
    },
    succeed(account, address) {
      keep(`account ${account}`, { since: now(), failures: 0 });
      const count = current(`address ${address}`);
      keep(`address ${address}`, { since: count.since, failures: Math.max(0, count.failures - 1) });
    },
  };
}

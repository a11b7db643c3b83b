/**
 * Writes that met another transaction on the same item are tried again: nothing was changed, and only time is needed.
 * The SDK does not do so by itself, for it cannot see why a transaction was cancelled.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-conflict-handling
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long to wait between attempts: exponential back-off with full jitter, in milliseconds. */
export interface Backoff {
  retries: number;
  baseMs: number;
  capMs: number;
  /** From 0 to under 1. */
  random: () => number;
  sleep: (ms: number) => Promise<unknown>;
}

/** At most 2.6 seconds in all, and half of that on average. */
export const BACKOFF: Backoff = { retries: 6, baseMs: 50, capMs: 1000, random: Math.random, sleep };

/**
 * Sends until there is no conflict, at most `retries` times more.
 * @param send is given the idempotency token. It stays the same while DynamoDB says that the transaction with it is
 *   under way, and is another one after a conflict, which ended the one before.
 * @throws the last conflict, or any other error at once: a failed condition is the caller's to decide on.
 */
export async function retryConflicts<T>(send: (token: string) => Promise<T>, backoff: Backoff): Promise<T> {
  let token: string = randomUUID();
  for (let retry = 0; ; retry += 1) {
    try {
      return await send(token);
    } catch (error) {
      const inProgress = error instanceof Error && error.name === 'TransactionInProgressException';
      if (retry === backoff.retries || !(inProgress || isConflict(error))) throw error;
      if (!inProgress) token = randomUUID();
      await backoff.sleep(backoff.random() * Math.min(backoff.capMs, backoff.baseMs * 2 ** retry));
    }
  }
}

/** Whether a conflict is the only thing that stood in the way. Errors are told by DynamoDB's names for them. */
function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // What a single write is told that met a transaction.
  if (error.name === 'TransactionConflictException') return true;
  if (error.name !== 'TransactionCanceledException') return false;
  const { CancellationReasons: reasons = [] } = error as { CancellationReasons?: Array<{ Code?: string }> };
  const codes = reasons.map(({ Code = 'None' }) => Code);
  return (
    codes.includes('TransactionConflict') &&
    codes.every((code) => code === 'None' || code === 'TransactionConflict')
  );
}

/** Exponential back-off with jitter: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ */

export interface Backoff {
  /** Delay after the first failure. */
  baseMs: number;
  /** Longest delay. */
  capMs: number;
  /** A number from 0 to 1. */
  random: () => number;
}

export const DEFAULT_BACKOFF: Backoff = { baseMs: 200, capMs: 60_000, random: Math.random };

/** Milliseconds until the next attempt: half of the doubled delay for sure, the other half by chance. */
export function retryDelay({ baseMs, capMs, random }: Backoff, attempts: number): number {
  const full = Math.min(capMs, baseMs * 2 ** (attempts - 1));
  return full / 2 + (full / 2) * random();
}

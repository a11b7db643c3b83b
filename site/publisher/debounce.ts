/** Work that many changes ask for and that is done once for all of them. */

/** Times in milliseconds. */
export interface Pace {
  /** After a change, wait for this long without another one. */
  quiet: number;
  /** But no longer than this after the first. */
  longest: number;
  /** After a run, rest for this many times as long as it took: long runs leave the machine to others. */
  rest: number;
}

export interface Debounced {
  /** Asks for a run of `key`. */
  ask(key: string): void;
  /** Runs everything that was asked for, now. @throws the first error of a run, after all have ended */
  flush(): Promise<void>;
  /** Stops the clocks; what was asked for is left. */
  stop(): void;
}

/**
 * @param run does the work of a key; after an error the key is asked for again
 */
export function createDebounced(
  pace: Pace,
  run: (key: string) => Promise<void>,
  onError: (error: unknown, key: string) => void,
): Debounced {
  const asked = new Map<string, { timer: NodeJS.Timeout; first: number }>();
  const running = new Map<string, Promise<void>>();
  const restUntil = new Map<string, number>();

  async function work(key: string): Promise<void> {
    clearTimeout(asked.get(key)?.timer);
    asked.delete(key);
    // A run that began before this request may have missed what it is for.
    await running.get(key)?.catch(() => undefined);
    const start = performance.now();
    const result = run(key);
    running.set(key, result);
    try {
      await result;
    } catch (error) {
      ask(key);
      throw error;
    } finally {
      if (running.get(key) === result) running.delete(key);
      restUntil.set(key, performance.now() + (performance.now() - start) * pace.rest);
    }
  }
  function ask(key: string): void {
    const now = performance.now();
    const before = asked.get(key);
    clearTimeout(before?.timer);
    const first = before?.first ?? now;
    const wanted = Math.min(now + pace.quiet, first + pace.longest);
    const delay = Math.max(0, Math.max(wanted, restUntil.get(key) ?? 0) - now);
    const timer = setTimeout(() => {
      work(key).catch((error: unknown) => onError(error, key));
    }, delay);
    timer.unref();
    asked.set(key, { timer, first });
  }
  return {
    ask,
    async flush() {
      const results = await Promise.allSettled([...asked.keys()].map(work));
      await Promise.allSettled(running.values());
      const failed = results.find(({ status }) => status === 'rejected');
      if (failed) throw (failed as PromiseRejectedResult).reason;
    },
    stop() {
      for (const { timer } of asked.values()) clearTimeout(timer);
      asked.clear();
    },
  };
}

/** Waiting that others can cut short. */

export interface Signal {
  /** Ends the wait, or the next one if nobody waits now. */
  raise(): void;
  /** Waits until the signal is raised, at most so many milliseconds. */
  wait(ms: number): Promise<void>;
}

export function startSignal(): Signal {
  let raised = false;
  let end: (() => void) | undefined;
  return {
    raise() {
      raised = true;
      end?.();
    },
    async wait(ms) {
      if (!raised && ms > 0)
        await new Promise<void>((settle) => {
          const timer = setTimeout(settle, ms);
          end = () => {
            clearTimeout(timer);
            settle();
          };
        });
      end = undefined;
      raised = false;
    },
  };
}

/** Whether consumers get on: one that has work before it and does not move for long is stuck. */

/** How far a consumer is. */
export interface Standing {
  name: string;
  /** Number of the last event that it is done with. */
  position: number;
  /** Events behind that. */
  lag: number;
}

/** Longer than any function may take for one delivery. */
const STUCK_MS = 10 * 60 * 1000;

/** Answers a function that looks at the consumers, or at one, and says whether none is stuck. None at all is no good sign. */
export function createProgress(
  look: () => Standing[],
  now: () => number = Date.now,
): (consumer?: string) => boolean {
  const seen = new Map<string, { position: number; since: number }>();
  return (consumer) => {
    const standings = look().filter(({ name }) => consumer === undefined || name === consumer);
    const stuck = standings.filter(({ name, position, lag }) => {
      const before = seen.get(name);
      if (!before || before.position !== position || lag === 0) seen.set(name, { position, since: now() });
      return lag > 0 && now() - (seen.get(name)?.since ?? 0) > STUCK_MS;
    });
    return standings.length > 0 && stuck.length === 0;
  };
}

/** Publishing again when somebody else changed the same public form meanwhile. */

/** Somebody else's change of the public form came first; the draft still stands at the version that was asked for. */
export class Overtaken extends Error {
  override name = 'Overtaken';
}

const ATTEMPTS = 8;

/** Runs `attempt` anew while it is overtaken. @throws what it throws */
export async function untilSettled<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = ATTEMPTS; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Overtaken) || left === 1) throw error;
    }
  }
}

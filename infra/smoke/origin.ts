/** Where the smoke test goes to. */
import { aimedOrigin } from '../journeys/aimed.testing.ts';

/** @throws Error that says how to aim it */
export function smokeOrigin(env: Readonly<Record<string, string | undefined>>): string {
  const origin = aimedOrigin(env);
  if (origin !== undefined) return origin;
  throw new Error(
    'ARTISSIST_ORIGIN must name the platform to look at, such as https://artissist.example; with ARTISSIST_TOKEN, a personal access token that may write, works are also published and taken down. Received: nothing',
  );
}

/** Where the smoke test goes to. */

/** Members of `/config.json` that suites read. */
export interface ClientConfig {
  graphql: string;
  apiKey: string;
}

/** The deployed origin that suites are aimed at; undefined where they start a platform of their own. */
export function aimedOrigin(
  env: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  const origin = env['ARTISSIST_ORIGIN'];
  if (!origin) return undefined;
  const url = URL.parse(origin);
  if (url === null || !/^https?:$/.test(url.protocol) || url.origin !== origin.replace(/\/$/, ''))
    throw new Error(`ARTISSIST_ORIGIN must be an origin like https://artissist.example. Received: ${origin}`);
  return url.origin;
}

/** @throws Error that says how to aim it */
export function smokeOrigin(env: Readonly<Record<string, string | undefined>>): string {
  const origin = aimedOrigin(env);
  if (origin !== undefined) return origin;
  throw new Error(
    'ARTISSIST_ORIGIN must name the platform to look at, such as https://artissist.example; with ARTISSIST_TOKEN, a personal access token that may write, works are also published and taken down. Received: nothing',
  );
}

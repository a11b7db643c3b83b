/** Where a platform signs people in: its `/config.json`, then the issuer's own discovery document. */
import { SignInError } from './sign-in-error.ts';

/** What a command line needs to know of a platform. Local and cloud differ in these values only. */
export interface SignInTarget {
  issuer: string;
  clientId: string;
  scope: string;
  /** Addresses to come back to. One without a port takes any (RFC 8252, section 7.3). */
  redirectUris: readonly string[];
  authorizationEndpoint: string;
  tokenEndpoint: string;
}

interface Config {
  auth?: {
    issuer?: string;
    scope?: string;
    cli?: { clientId?: string; redirectUris?: string[] };
  };
}

/**
 * https://openid.net/specs/openid-connect-discovery-1_0.html
 * @param url the platform's origin
 * @throws SignInError when nobody answers there, or no Artissist.
 */
export async function findIssuer(url: string): Promise<SignInTarget> {
  const { auth } = await readJson<Config>(new URL('/config.json', url).href);
  const { issuer, scope, cli } = auth ?? {};
  if (!issuer || !scope || !cli?.clientId || !cli.redirectUris) {
    throw new SignInError(
      `${url}/config.json names no sign-in for a command line (auth.cli). Is an Artissist platform there?`,
    );
  }
  const discovery = await readJson<{
    issuer?: string;
    authorization_endpoint?: string;
    token_endpoint?: string;
  }>(`${issuer}/.well-known/openid-configuration`);
  const { authorization_endpoint: authorizationEndpoint, token_endpoint: tokenEndpoint } = discovery;
  if (discovery.issuer !== issuer || !authorizationEndpoint || !tokenEndpoint) {
    throw new SignInError(
      `The issuer ${issuer} does not describe itself. Received as its name: ${discovery.issuer}`,
    );
  }
  const { clientId, redirectUris } = cli;
  return { issuer, clientId, scope, redirectUris, authorizationEndpoint, tokenEndpoint };
}

async function readJson<T>(address: string): Promise<T> {
  const response = await fetch(address).catch((error: unknown) => {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new SignInError(`Nobody answers at ${address} (${String(cause)}). Start the platform: npm start`);
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok || answer === null || typeof answer !== 'object') {
    throw new SignInError(
      `${address} answered ${response.status}${response.status === 503 ? ': the platform is starting, try again' : ' without JSON'}.`,
    );
  }
  return answer as T;
}

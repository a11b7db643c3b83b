/** The authorization code flow with PKCE, from a public client (RFC 6749 section 4.1, RFC 7636). */
import { createHash, randomBytes } from 'node:crypto';
import type { SignInTarget } from './issuer.ts';
import { SignInError } from './sign-in-error.ts';

/** One attempt to sign in. */
export interface CodeFlow {
  /** The address that the person opens. */
  address: string;
  state: string;
  /**
   * The access token for the parameters that the issuer sent the browser back with.
   * @throws SignInError with what the issuer says.
   */
  finish(answer: URLSearchParams): Promise<string>;
}

const random = (): string => randomBytes(32).toString('base64url');

/** @param loginHint the email address to be shown in the form. */
export function startCodeFlow(target: SignInTarget, redirectUri: string, loginHint?: string): CodeFlow {
  const verifier = random();
  const state = random();
  const address = new URL(target.authorizationEndpoint);
  const parameters = {
    client_id: target.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: target.scope,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...(loginHint !== undefined && { login_hint: loginHint }),
  };
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  return {
    address: address.href,
    state,
    async finish(answer) {
      const issuer = answer.get('iss');
      if (answer.get('state') !== state || (issuer !== null && issuer !== target.issuer)) {
        throw new SignInError('The answer belongs to another sign-in. Start again.');
      }
      const code = answer.get('code');
      if (!code) throw new SignInError(`The sign-in was refused: ${reason(Object.fromEntries(answer))}.`);
      return exchange(target, { code, redirect_uri: redirectUri, code_verifier: verifier });
    },
  };
}

/** RFC 6749 section 4.1.3. The refresh token that comes with it is not kept. */
async function exchange(
  { tokenEndpoint, clientId }: SignInTarget,
  fields: Record<string, string>,
): Promise<string> {
  const body = new URLSearchParams({ grant_type: 'authorization_code', client_id: clientId, ...fields });
  const response = await fetch(tokenEndpoint, { method: 'POST', body }).catch((error: unknown) => {
    throw new SignInError(`${tokenEndpoint} could not be reached (${String(error)}). Start again.`);
  });
  const answer = (await response.json().catch(() => ({}))) as Record<string, string>;
  if (!response.ok || !answer['access_token']) {
    throw new SignInError(`${tokenEndpoint} answered ${response.status}: ${reason(answer)}. Start again.`);
  }
  return answer['access_token'];
}

const reason = ({
  error = 'no reason given',
  error_description: more,
}: Partial<Record<string, string>>): string => (more ? `${error}, ${more}` : error);

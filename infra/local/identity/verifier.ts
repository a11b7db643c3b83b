import { JwtVerifier } from 'aws-jwt-verify';
import type { Jwks } from 'aws-jwt-verify/jwk';
import type { Claims } from './types.ts';

/** A token that is not an access token of ours, or no longer; the message says why. */
export class TokenRefused extends Error {
  override name = 'TokenRefused';
}

export interface VerifierOptions {
  readonly issuer: string;
  /** The public half of the signing keys. */
  readonly jwks: Jwks;
  readonly clientIds: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** How many accepted tokens are remembered, so that their signature is computed once. */
const REMEMBERED = 1000;

/**
 * Verifies access tokens with the library that verifies Cognito's: signature, algorithm, issuer, expiry,
 * `token_use` and client. The key set is handed over, because the library fetches over https only.
 * @see https://github.com/awslabs/aws-jwt-verify
 */
export function accessTokenVerifier({
  issuer,
  jwks,
  clientIds,
  now,
}: VerifierOptions): (token: string) => Claims {
  const verifier = JwtVerifier.create({
    issuer,
    audience: null,
    jwksUri: `${issuer}/.well-known/jwks.json`,
    customJwtCheck({ payload }) {
      if (payload['token_use'] !== 'access') {
        throw new TokenRefused(`token_use must be access. Received: ${JSON.stringify(payload['token_use'])}`);
      }
      if (typeof payload['client_id'] !== 'string' || !clientIds.includes(payload['client_id'])) {
        throw new TokenRefused(
          `client_id must be one of ${clientIds.join(', ')}. Received: ${JSON.stringify(payload['client_id'])}`,
        );
      }
      for (const claim of ['sub', 'uid', 'username', 'exp'] as const) {
        if (payload[claim] === undefined) throw new TokenRefused(`The claim ${claim} is missing.`);
      }
    },
  });
  verifier.cacheJwks(jwks);
  const accepted = new Map<string, Claims>();

  return (token) => {
    const known = accepted.get(token);
    if (known) {
      if (known.exp * 1000 > now()) return known;
      accepted.delete(token);
      throw new TokenRefused(`Token expired at ${new Date(known.exp * 1000).toISOString()}`);
    }
    try {
      // Synchronous, because the asynchronous way would go out to look for a key it does not know.
      const claims = Object.freeze(verifier.verifySync(token)) as unknown as Claims;
      if (accepted.size >= REMEMBERED) accepted.delete(accepted.keys().next().value ?? '');
      accepted.set(token, claims);
      return claims;
    } catch (error) {
      if (error instanceof TokenRefused) throw error;
      throw new TokenRefused(error instanceof Error ? error.message : String(error), { cause: error });
    }
  };
}

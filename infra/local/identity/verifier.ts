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
}

/**
 * Verifies access tokens with the library that verifies Cognito's: signature, algorithm, issuer, expiry,
 * `token_use` and client. The key set is handed over, because the library fetches over https only.
 * @see https://github.com/awslabs/aws-jwt-verify
 */
export function accessTokenVerifier({ issuer, jwks, clientIds }: VerifierOptions): (token: string) => Claims {
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
  return (token) => {
    try {
      // Synchronous, because the asynchronous way would go out to look for a key it does not know.
      return verifier.verifySync(token) as unknown as Claims;
    } catch (error) {
      if (error instanceof TokenRefused) throw error;
      throw new TokenRefused(error instanceof Error ? error.message : String(error), { cause: error });
    }
  };
}

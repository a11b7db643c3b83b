import type { JsonObject } from '../../types.ts';

/**
 * The claims of a text that has the shape of a JSON Web Token (RFC 7519), not verified; null for any other text.
 * Only for telling which issuer must verify it.
 */
export function readTokenClaims(text: string): JsonObject | null {
  const [header, payload, signature, rest] = text.split('.');
  if (!header || !payload || signature === undefined || rest !== undefined) return null;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    JSON.parse(Buffer.from(header, 'base64url').toString('utf8'));
    return claims !== null && typeof claims === 'object' && !Array.isArray(claims)
      ? (claims as JsonObject)
      : null;
  } catch {
    return null;
  }
}

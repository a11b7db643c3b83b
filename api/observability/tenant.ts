/** Whose call it is, for what it costs: as its headers say, without a look at the table. */

const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/**
 * The tenant that a call acts for: `X-Tenant`, else the person of the access token. The token is not verified here, so
 * only a call that was answered may be counted so. Of a personal token the authorizer knows, by the request's id.
 */
export function tenantIn(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): string | undefined {
  const named = headers['x-tenant'];
  if (typeof named === 'string') return ULID.test(named) ? named : undefined;
  const { authorization } = headers;
  const payload = typeof authorization === 'string' ? authorization.split('.', 3)[1] : undefined;
  if (payload === undefined || payload.length > 4096) return undefined;
  try {
    const { uid } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { uid?: unknown };
    return typeof uid === 'string' && ULID.test(uid) ? uid : undefined;
  } catch {
    return undefined;
  }
}

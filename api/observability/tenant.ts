/** Whose call it is, for what it costs: as its headers say, without a look at the table. */

const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/;
const LONGEST = 8192;

/** Who the tokens seen last belong to: a caller sends the same one for an hour. */
const people = new Map<string, string | undefined>();
const REMEMBERED = 500;

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
  // A personal token has no dot, and is not kept here.
  if (typeof authorization !== 'string' || !authorization.includes('.')) return undefined;
  if (authorization.length > LONGEST) return undefined;
  if (people.has(authorization)) return people.get(authorization);
  const uid = uidIn(authorization);
  if (people.size >= REMEMBERED) people.delete(people.keys().next().value ?? '');
  people.set(authorization, uid);
  return uid;
}

function uidIn(authorization: string): string | undefined {
  const [, payload = ''] = authorization.split('.', 3);
  try {
    const { uid } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { uid?: unknown };
    return typeof uid === 'string' && ULID.test(uid) ? uid : undefined;
  } catch {
    return undefined;
  }
}

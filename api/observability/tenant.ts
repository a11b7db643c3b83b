/** Whose call it is, for what it costs: as its headers say, without a look at the table. */

const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/;
const LONGEST = 8192;

/** Who the tokens seen last belong to: a caller sends the same one for an hour. */
const people = new Map<string, string | undefined>();
const REMEMBERED = 500;

type CallHeaders = Readonly<Record<string, string | string[] | undefined>>;

/**
 * The tenant that a call acts for: `X-Tenant`, else the person of the access token. Neither is looked up here, so only a
 * call may be counted so that was answered, and whose answer needed that token and a membership of that tenant.
 */
export function tenantIn(headers: CallHeaders): string | undefined {
  const named = headers['x-tenant'];
  if (typeof named === 'string') return ULID.test(named) ? named : undefined;
  return personIn(headers);
}

/** The person's own tenant, unless the call names another one, of which nobody has looked whether it may be. */
export function ownTenantIn(headers: CallHeaders, person = personIn(headers)): string | undefined {
  const named = headers['x-tenant'];
  return named === undefined || named === person ? person : undefined;
}

/**
 * The person of the access token, which is not verified here: only a call may be counted so whose answer needed it. Of a
 * personal token the authorizer knows, by the request's id.
 */
export function personIn({ authorization }: CallHeaders): string | undefined {
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

import { util, type Context } from '@aws-appsync/utils';
import { fail } from './errors.ts';

/** Who asks, and how. */
export interface Person {
  uid: string;
  /** Member of the group `operators`. */
  operator: boolean;
  /** What the token may do; null for a signed-in person, who may do everything. */
  scopes: string[] | null;
  /** The personal access token; null for a signed-in person. */
  tokenId: string | null;
}

/** A person who acts for a tenant. `authorise` puts it in the stash before anything else is read. */
export interface Actor extends Person {
  tenantId: string;
  role: string;
  /** How the request came: `graphql`, `rest` or `import`. */
  via: string;
  requestId: string;
}

const ULID = '^[0-9A-HJKMNP-TV-Z]{26}(?![\\s\\S])';
const VIA = ['rest', 'import', 'studio'];

interface UserPoolIdentity {
  claims?: Record<string, unknown>;
  groups?: string[] | null;
  resolverContext?: Record<string, string>;
}

/** The person behind the credential: a user pool's access token, or what the authorizer says of a personal one. */
export function person(ctx: Context): Person {
  const identity = (ctx.identity ?? {}) as UserPoolIdentity;
  if (identity.resolverContext) {
    const { uid, scopes, tokenId } = identity.resolverContext;
    return { uid: uid ?? '', operator: false, scopes: (scopes ?? '').split(' '), tokenId: tokenId ?? null };
  }
  const claims = identity.claims ?? {};
  if (claims.token_use !== 'access' || typeof claims.uid !== 'string') {
    fail('Unauthenticated', 'This needs an access token. Received: another kind of credential.', {
      fix: 'Sign in and send the access token (not the ID token), or a personal access token.',
    });
  }
  const groups = identity.groups ?? [];
  return { uid: claims.uid, operator: groups.includes('operators'), scopes: null, tokenId: null };
}

/** The tenant that the request acts for: `named`, the header `X-Tenant`, or the person's own. */
export function actingTenant(ctx: Context, uid: string, named: string | null = null): string {
  const tenantId = named ?? ctx.request.headers['x-tenant'] ?? uid;
  if (!util.matches(ULID, tenantId)) {
    fail(
      'BadInput',
      `X-Tenant must be a tenant's id, a ULID of 26 characters. Received: ${tenantId.slice(0, 80)}.`,
      {
        field: named === null ? 'X-Tenant' : 'tenantId',
        received: tenantId.slice(0, 80),
        fix: 'Send an id from the memberships of `me`, or leave the header out to act for yourself.',
      },
    );
  }
  return tenantId;
}

/** How the request came, and its id: the caller's where it is well formed, else that of its trace, else a new one. */
export function provenance(ctx: Context): { via: string; requestId: string } {
  const via = ctx.request.headers['x-artissist-via'] ?? '';
  const given = ctx.request.headers['x-request-id'] ?? '';
  // `Root=1-5759e988-bd862e3fe1be46a994272793;...`, which AppSync adds.
  const root = (ctx.request.headers['x-amzn-trace-id'] ?? '').split(';')[0] ?? '';
  const traced = root.startsWith('Root=') ? root.slice(5) : '';
  const requestId = [given, traced].find((id) => util.matches('^[A-Za-z0-9-]{8,64}(?![\\s\\S])', id));
  return { via: VIA.includes(via) ? via : 'graphql', requestId: requestId ?? util.autoUlid() };
}

/** The actor that `authorise` left in the stash. */
export function actor(ctx: Context): Actor {
  return ctx.stash.actor as Actor;
}

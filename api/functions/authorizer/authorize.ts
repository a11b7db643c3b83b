/**
 * Says who a personal access token belongs to and what it may do, for AppSync's Lambda authorizer.
 * https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#aws-lambda-authorization
 */
import { createHash } from 'node:crypto';
import { note } from '../../observability/telemetry.ts';
import { ownTenantIn } from '../../observability/tenant.ts';
import type { Table } from '../../ports/table/port.ts';
import { secretKey } from '../../resolvers/_lib/keys.ts';

/** The part of AppSync's event that counts here. */
export interface AuthorizerEvent {
  authorizationToken: string;
  requestHeaders?: Readonly<Record<string, string>>;
}

export interface AuthorizerReply {
  isAuthorized: boolean;
  /** Flat values: `ctx.identity.resolverContext`. */
  resolverContext?: { uid: string; scopes: string; tokenId: string };
  /** 0: a revoked token is refused at once. */
  ttlOverride: number;
}

/** What personal access tokens look like: `art_` and 43 characters of base64url. */
const TOKEN = /^art_[A-Za-z0-9_-]{43}$/;

const REFUSED: AuthorizerReply = { isAuthorized: false, ttlOverride: 0 };

export function createAuthorizer({
  table,
  now = Date.now,
}: {
  table: Pick<Table, 'get'>;
  now?: () => number;
}) {
  return async ({ authorizationToken, requestHeaders = {} }: AuthorizerEvent): Promise<AuthorizerReply> => {
    if (!TOKEN.test(authorizationToken)) return REFUSED;
    const sha256 = createHash('sha256').update(authorizationToken).digest('hex');
    const token = await table.get(secretKey(sha256), { consistent: true });
    const expiry = token?.expiresAtSeconds as number | undefined;
    if (!token || (expiry !== undefined && expiry * 1000 <= now())) return REFUSED;
    const { uid, scopes, tokenId } = token as { uid: string; scopes: string[]; tokenId: string };
    const tenantId = ownTenantIn({ 'x-tenant': requestHeaders['x-tenant'] }, uid);
    if (tenantId !== undefined) note({ tenantId });
    return {
      isAuthorized: true,
      resolverContext: { uid, scopes: scopes.join(' '), tokenId },
      ttlOverride: 0,
    };
  };
}

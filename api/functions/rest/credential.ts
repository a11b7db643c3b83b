import type { CompiledRoute } from './compiled-route.ts';
import { badInput, RestError, shown } from './rest-error.ts';

/** How the mirror asks for a credential, RFC 6750 section 3. */
export const CHALLENGE = 'Bearer realm="artissist"';

/**
 * The headers that carry who asks. An anonymous route always asks with the API key, so that its answer is the same for
 * everybody and may be cached; any other forwards the caller's own token, without `Bearer `, which AppSync does not
 * accept before a token of the Lambda authorizer.
 */
export function credentialHeaders(
  { route }: CompiledRoute,
  headers: Readonly<Record<string, string | undefined>>,
  apiKey: string,
): Record<string, string> {
  if (route.auth === 'anonymous') return { 'x-api-key': apiKey };
  const tenant = headers['x-tenant'];
  if (tenant !== undefined && !/^[\w-]{1,64}$/.test(tenant)) {
    throw badInput([
      { field: 'X-Tenant', received: shown(tenant), fix: 'Send the id of a tenant from /v1/me/memberships.' },
    ]);
  }
  const authorization = token(headers.authorization);
  return tenant === undefined ? { authorization } : { authorization, 'x-tenant': tenant };
}

function token(header: string | undefined): string {
  if (header === undefined || header.trim() === '') {
    throw unauthenticated('This address needs a credential and the header Authorization is missing.');
  }
  const value = header.trim().replace(/^bearer +/i, '');
  if (!/^[\x21-\x7E]+$/.test(value)) {
    throw unauthenticated(
      'The header Authorization must hold one token: `Bearer <token>`. Received: something else.',
    );
  }
  return value;
}

function unauthenticated(detail: string): RestError {
  return new RestError('Unauthenticated', detail, { headers: { 'www-authenticate': CHALLENGE } });
}

import type { ClientMetadata } from 'oidc-provider';

/** The scopes every client may ask for, as they stand in an access token. */
export const SCOPES = ['openid', 'email', 'profile'] as const;

/** Where `demo-cli` comes back to. The port is left open: the program listens on one that the system picks (RFC 8252, section 7.3). */
export const LOOPBACK_URIS = ['http://127.0.0.1/callback', 'http://[::1]/callback'];

/**
 * The app clients: public ones, authorization code with PKCE and nothing else.
 * `studio` comes back to pages of the one origin; `demo-cli` to any port of the loopback address (RFC 8252
 * section 7.3), which the provider allows for native clients only.
 */
export function clients(origin: string): ClientMetadata[] {
  const shared: Partial<ClientMetadata> = {
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    scope: SCOPES.join(' '),
    require_auth_time: true,
  };
  return [
    {
      ...shared,
      client_id: 'studio',
      client_name: 'Artissist Studio',
      application_type: 'web',
      redirect_uris: [`${origin}/studio/`, `${origin}/studio/callback/`, `${origin}/docs/`],
      post_logout_redirect_uris: [`${origin}/`, `${origin}/studio/`, `${origin}/docs/`],
    },
    {
      ...shared,
      client_id: 'demo-cli',
      client_name: 'Demo command line',
      application_type: 'native',
      redirect_uris: LOOPBACK_URIS,
      post_logout_redirect_uris: [`${origin}/`],
    },
  ];
}

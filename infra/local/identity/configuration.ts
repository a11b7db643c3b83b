import { interactionPolicy } from 'oidc-provider';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { accessTokenClaims, CLAIMS_BY_SCOPE, idTokenClaims } from './claims.ts';
import { clients, SCOPES } from './clients.ts';
import type { Keys } from './keys.ts';
import { problemPage, signedOutPage, signOutPage } from './pages.ts';
import type { Store } from './store.ts';
import type { UserDirectory } from './types.ts';

export interface ConfigurationOptions {
  readonly origin: string;
  readonly keys: Keys;
  readonly store: Store;
  readonly users: UserDirectory;
}

const HOUR = 60 * 60;
const DAY = 24 * HOUR;

/** Where the endpoints lie below `/auth`: the names of Cognito's managed login where it has them. */
export const ROUTES = {
  authorization: '/oauth2/authorize',
  token: '/oauth2/token',
  revocation: '/oauth2/revoke',
  jwks: '/.well-known/jwks.json',
  end_session: '/session/end',
} as const;

/** The API as a resource, which is what makes the provider write access tokens as JWTs. */
export function apiResource(origin: string) {
  return {
    indicator: `${origin}/`,
    server: {
      scope: SCOPES.join(' '),
      audience: `${origin}/`,
      accessTokenFormat: 'jwt' as const,
      accessTokenTTL: HOUR,
      jwt: { sign: { alg: 'RS256' as const } },
    },
  };
}

/**
 * The provider, set up to behave like a Cognito user pool with managed login.
 * @see https://github.com/panva/node-oidc-provider/blob/main/docs/README.md
 */
export function configuration({ origin, keys, store, users }: ConfigurationOptions): Configuration {
  const resource = apiResource(origin);
  return {
    adapter: store.adapter,
    jwks: { keys: [keys.signing] },
    clients: clients(origin),
    clientBasedCORS: (_ctx, from) => from === origin,
    routes: ROUTES,
    responseTypes: ['code'],
    scopes: ['openid'],
    claims: CLAIMS_BY_SCOPE,
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: {
      keys: keys.cookies,
      names: {
        session: 'artissist_session',
        interaction: 'artissist_sign_in',
        resume: 'artissist_sign_in_resume',
      },
      long: { signed: true, httpOnly: true, sameSite: 'lax', path: '/auth' },
      short: { signed: true, httpOnly: true, sameSite: 'lax' },
    },
    ttl: {
      AccessToken: HOUR,
      IdToken: HOUR,
      AuthorizationCode: 60,
      Interaction: HOUR / 2,
      Session: HOUR,
      // A rotated refresh token keeps the term of the first; a grant outlives the last token under it.
      RefreshToken: (ctx) => ctx?.oidc?.entities.RotatedRefreshToken?.remainingTTL ?? 30 * DAY,
      Grant: 31 * DAY,
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      userinfo: { enabled: false },
      revocation: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource.indicator,
        useGrantedResource: () => true,
        getResourceServerInfo: () => resource.server,
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource(ctx, form) {
          ctx.body = signOutPage(form);
        },
        postLogoutSuccessSource(ctx) {
          ctx.body = signedOutPage();
        },
      },
    },
    interactions: {
      policy: policy(),
      url: (_ctx, interaction) => `/auth/sign-in/${interaction.uid}`,
    },
    loadExistingGrant: (ctx) => grantEverything(ctx, resource.indicator),
    rotateRefreshToken: true,
    issueRefreshToken: () => true,
    expiresWithSession: () => false,
    findAccount(_ctx, sub) {
      const user = users.bySub(sub);
      return user && { accountId: sub, claims: () => idTokenClaims(user) };
    },
    extraTokenClaims(ctx, token) {
      const user = 'accountId' in token ? users.bySub(token.accountId) : undefined;
      if (!user || !('grantId' in token)) return undefined;
      const source = ctx?.oidc.entities.AuthorizationCode ?? ctx?.oidc.entities.RefreshToken;
      const authTime = source?.authTime ?? Math.floor(Date.now() / 1000);
      return accessTokenClaims(user, { authTime, grantId: token.grantId });
    },
    renderError(ctx, out) {
      ctx.type = 'html';
      ctx.body = problemPage('That did not work', `${out.error}: ${out.error_description ?? 'no details'}`);
    },
  };
}

/** Our own clients need no consent. A native one asks for a sign-in each time, for anyone can claim its port. */
function policy(): interactionPolicy.DefaultPolicy {
  const prompts = interactionPolicy.base();
  prompts.remove('consent');
  prompts
    .get('login')
    ?.checks.add(
      new interactionPolicy.Check(
        'native_client_prompt',
        'native clients require End-User interaction',
        'interaction_required',
        ({ oidc }) => oidc.client?.applicationType === 'native' && !oidc.result?.login,
      ),
    );
  return prompts;
}

async function grantEverything(ctx: KoaContextWithOIDC, indicator: string) {
  const { provider, client, session } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const existing = session.grantIdFor(client.clientId);
  const found = existing === undefined ? undefined : await provider.Grant.find(existing);
  if (found) return found;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(SCOPES.join(' '));
  grant.addResourceScope(indicator, SCOPES.join(' '));
  await grant.save();
  return grant;
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { problemPage } from './pages.ts';
import { redirect, sendPage } from './reply.ts';

/**
 * Cognito's own sign-out: `GET /logout?client_id=...&logout_uri=...` ends the browser's session at once and
 * goes on to a registered address. Tokens already given out stay good until they expire or are revoked.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
 */
export function signOut(provider: Provider) {
  return async function handle(
    req: IncomingMessage,
    res: ServerResponse,
    query: URLSearchParams,
  ): Promise<void> {
    const clientId = query.get('client_id') ?? '';
    const target = query.get('logout_uri') ?? '';
    const client = clientId === '' ? undefined : await provider.Client.find(clientId);
    if (!client) {
      const known = 'client_id must name a registered client.';
      return sendPage(
        res,
        400,
        problemPage('Not signed out', `${known} Received: ${JSON.stringify(clientId)}`),
      );
    }
    if (!client.postLogoutRedirectUriAllowed(target)) {
      const known = `logout_uri must be one of ${client.postLogoutRedirectUris?.join(', ')}.`;
      return sendPage(
        res,
        400,
        problemPage('Not signed out', `${known} Received: ${JSON.stringify(target)}`),
      );
    }
    const context = provider.createContext(req, res);
    const session = await provider.Session.get(context);
    await session.destroy();
    context.cookies.set(provider.cookieName('session'), null, { path: '/auth', signed: true });
    redirect(res, target);
  };
}

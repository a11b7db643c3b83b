import { randomUUID } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import { mkdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Provider from 'oidc-provider';
import { attemptLimiter } from './attempts.ts';
import { SCOPES } from './clients.ts';
import { apiResource, configuration, ROUTES } from './configuration.ts';
import { openKeys } from './keys.ts';
import { aboutPage, problemPage } from './pages.ts';
import { redirect, secure, sendPage } from './reply.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { openStore } from './store.ts';
import { DEMO_USERS, openUsers } from './users.ts';
import { accessTokenVerifier } from './verifier.ts';
import type { Issuer, IssuerOptions, MintOptions, User } from './types.ts';

const FONT = fileURLToPath(
  import.meta.resolve('@fontsource/newsreader/files/newsreader-latin-400-normal.woff2'),
);

/** A request as servers that mount applications pass it on: `url` may lack the prefix, `originalUrl` has it. */
type MountedRequest = IncomingMessage & { originalUrl?: string };

/**
 * Opens the local stand-in for a Cognito user pool, mounted at `/auth` of `origin`.
 * Throws if `origin` is no bare http(s) origin, or if a file of the data directory cannot be read.
 */
export async function createIssuer(options: IssuerOptions): Promise<Issuer> {
  const { dataDir, log, now = Date.now } = options;
  const origin = bareOrigin(options.origin);
  const { host } = new URL(origin);
  const issuer = `${origin}/auth`;
  const folder = join(dataDir, 'identity');
  await mkdir(folder, { recursive: true, mode: 0o700 });

  const [keys, users, font] = await Promise.all([
    openKeys(folder),
    openUsers(folder, options.users ?? DEMO_USERS),
    readFile(FONT),
  ]);
  const store = openStore(join(folder, 'state.sqlite'));
  const config = configuration({ origin, keys, store, users });
  const provider = new Provider(issuer, config);
  provider.on('server_error', (_ctx, error) => log(`The issuer failed: ${error.stack ?? error.message}`));
  // The provider is a Koa application, which would write its errors to the console without a listener.
  (provider as EventEmitter).on('error', (error: Error) => log(`The issuer failed: ${error.stack}`));
  provider.use(async (ctx, next) => {
    await next();
    if (ctx.status !== 404 || ctx.body) return;
    ctx.type = 'html';
    ctx.body = problemPage('Nothing here', `The issuer has no page at /auth${ctx.path}.`);
    ctx.status = 404;
  });

  const callback = provider.callback();
  const showSignIn = signIn({ provider, users, attempts: attemptLimiter(now), log });
  const endSession = signOut(provider);
  const { kty, kid, n, e } = keys.signing;
  const jwks = { keys: [{ kty, kid, n: String(n), e: String(e), alg: 'RS256', use: 'sig' as const }] };
  const clientIds = (config.clients ?? []).map((client) => client.client_id);
  const verify = accessTokenVerifier({ issuer, jwks, clientIds, now });

  async function route(req: MountedRequest, res: ServerResponse): Promise<void> {
    const asked = req.originalUrl ?? req.url ?? '/';
    const below = asked.slice('/auth'.length);
    const path = below.split('?', 1)[0] ?? '';
    secure(res);
    if (req.method === 'GET' && req.headers.host !== host && path.startsWith(ROUTES.authorization)) {
      // Cookies belong to one host: signing in starts and ends on ours, even if it was asked for as 127.0.0.1.
      return redirect(res, `${origin}${asked}`);
    }
    // The provider derives addresses from the request; with our host in it they are always the issuer's.
    req.headers.host = host;
    if ((path === '' || path === '/') && (req.method === 'GET' || req.method === 'HEAD')) {
      return sendPage(res, 200, aboutPage());
    }
    if (path === '/assets/newsreader.woff2') return sendFont(res, font);
    if (path === '/logout' && (req.method === 'GET' || req.method === 'HEAD')) {
      return endSession(req, res, new URL(asked, origin).searchParams);
    }
    const uid = /^\/sign-in\/([\w-]+)$/.exec(path)?.[1];
    if (uid !== undefined) return showSignIn(req, res, uid);
    req.originalUrl = asked;
    req.url = below.startsWith('/') ? below : `/${below}`;
    await callback(req, res);
  }

  return {
    issuer,
    users,
    async handle(req, res) {
      try {
        await route(req, res);
      } catch (error) {
        log(`The issuer failed at ${req.method} ${req.url}: ${error instanceof Error ? error.stack : error}`);
        if (res.headersSent) res.destroy();
        else sendPage(res, 500, problemPage('That did not work', 'The issuer failed; its log says why.'));
      }
    },
    verify: async (token) => verify(token),
    mint: async (user, mintOptions) => mint(provider, origin, personOf(user), mintOptions),
    close: () => store.close(),
  };

  function personOf(user: User | string): User {
    const person = typeof user === 'string' ? users.byEmail(user) : users.bySub(user.sub);
    if (person) return person;
    const email = typeof user === 'string' ? user : user.email;
    throw new Error(
      `No user has the email address ${email}. Known: ${users
        .list()
        .map((u) => u.email)
        .join(', ')}`,
    );
  }
}

/** An access token made by the provider itself, so that it cannot differ from one that was signed in for. */
async function mint(
  provider: Provider,
  origin: string,
  user: User,
  options: MintOptions = {},
): Promise<string> {
  const { clientId = 'studio', expiresIn = 3600, scopes = SCOPES } = options;
  const client = await provider.Client.find(clientId);
  if (!client) throw new Error(`No client is called ${JSON.stringify(clientId)}. Use studio or demo-cli.`);
  const { indicator, server } = apiResource(origin);
  const token = new provider.AccessToken({
    client,
    accountId: user.sub,
    grantId: randomUUID(),
    gty: 'authorization_code',
    scope: scopes.join(' '),
    resourceServer: new provider.ResourceServer(indicator, server),
  });
  token.exp = Math.floor(Date.now() / 1000) + expiresIn;
  return token.save();
}

function sendFont(res: ServerResponse, font: Buffer): void {
  res.setHeader('content-type', 'font/woff2');
  res.setHeader('cache-control', 'public, max-age=86400');
  res.end(font);
}

function bareOrigin(origin: string): string {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.origin === origin) return origin;
  throw new Error(
    `origin must be like http://localhost:4321, without path. Received: ${JSON.stringify(origin)}`,
  );
}

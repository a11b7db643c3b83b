import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIssuer } from './issuer.ts';
import type { Issuer, IssuerOptions } from './types.ts';

/** An issuer behind a real server on a port of its own. */
export interface Running {
  readonly issuer: Issuer;
  readonly origin: string;
  readonly port: number;
  readonly dataDir: string;
  readonly logged: readonly string[];
  /** Closes it, and removes the data directory unless it is to be `kept`. */
  stop(kept?: boolean): Promise<void>;
}

/** Starts an issuer; on a new data directory and a free port unless told. */
export async function startIssuer(
  options: Partial<IssuerOptions> & { port?: number } = {},
): Promise<Running> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'artissist-identity-')));
  const logged: string[] = [];
  let issuer: Issuer | undefined;
  const server = createServer((req, res) => void issuer?.handle(req, res));
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://localhost:${port}`;
  const closeServer = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  try {
    const started = await createIssuer({ origin, log: (line) => logged.push(line), ...options, dataDir });
    issuer = started;
    return {
      issuer: started,
      origin,
      port,
      dataDir,
      logged,
      async stop(kept = false) {
        await closeServer();
        started.close();
        if (!kept) await rm(dataDir, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await closeServer();
    if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    throw error;
  }
}

/** The generated password of a demo account, by the part before the @. */
export function password(issuer: Issuer, name: string): string {
  const account = issuer.users.demoAccounts.find(({ email }) => email.startsWith(`${name}@`));
  if (!account) throw new Error(`no demo account ${name}`);
  return account.password;
}

/** The payload of a JWT, unverified. */
export function decode(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<
    string,
    unknown
  >;
}

/** Fetches with a cookie jar that minds paths and expiry, and follows no redirect by itself. */
export class Browser {
  readonly verifier = randomBytes(32).toString('base64url');
  readonly jar = new Map<string, { value: string; path: string }>();
  readonly origin: string;

  constructor(origin: string) {
    this.origin = origin;
  }

  async get(address: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address, this.origin);
    const cookie = [...this.jar]
      .filter(([, { path }]) => url.pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      const path = /path=([^;]*)/i.exec(line)?.[1] ?? '/';
      if (/expires=Thu, 01 Jan 1970/i.test(line)) this.jar.delete(name);
      else this.jar.set(name, { value, path });
    }
    return answer;
  }

  post(
    address: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return this.get(address, { method: 'POST', body: new URLSearchParams(fields), headers });
  }

  /** Asks for a code; an empty parameter is left out. */
  authorize(params: Record<string, string> = {}): Promise<Response> {
    const all: Record<string, string> = {
      client_id: 'studio',
      redirect_uri: `${this.origin}/studio/`,
      response_type: 'code',
      scope: 'openid email profile',
      state: 's',
      nonce: 'n-0S6',
      code_challenge: createHash('sha256').update(this.verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...params,
    };
    const query = new URLSearchParams(Object.entries(all).filter(([, value]) => value !== ''));
    return this.get(`/auth/oauth2/authorize?${query}`);
  }

  /** Asks for a code as far as the sign-in page, and returns the page's address. */
  async openSignIn(params: Record<string, string> = {}): Promise<string> {
    return (await this.authorize(params)).headers.get('location') ?? '';
  }
}

interface Tokens {
  readonly access_token: string;
  readonly id_token: string;
  readonly refresh_token: string;
}

/** Signs in as a browser and a client would, and returns the tokens. */
export async function codeFlow(
  origin: string,
  email: string,
  secret: string,
  options: { browser?: Browser; params?: Record<string, string> } = {},
) {
  const { browser = new Browser(origin), params = {} } = options;
  const clientId = params['client_id'] ?? 'studio';
  const page = await browser.openSignIn(params);
  const signedIn = await browser.post(page, { email, password: secret });
  const resumed = await browser.get(signedIn.headers.get('location') ?? '');
  const back = new URL(resumed.headers.get('location') ?? '');
  const exchange = async (fields: Record<string, string>) => {
    const body = new URLSearchParams({ client_id: clientId, ...fields });
    const answer = await fetch(`${origin}/auth/oauth2/token`, { method: 'POST', body });
    return { status: answer.status, body: (await answer.json()) as Partial<Tokens> & { error?: string } };
  };
  const { body } = await exchange({
    grant_type: 'authorization_code',
    code: back.searchParams.get('code') ?? '',
    redirect_uri: params['redirect_uri'] ?? `${origin}/studio/`,
    code_verifier: browser.verifier,
  });
  return {
    browser,
    tokens: body as Tokens,
    refresh: (token: string) => exchange({ grant_type: 'refresh_token', refresh_token: token }),
  };
}

import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors } from 'oidc-provider';
import type Provider from 'oidc-provider';
import type { AttemptLimiter } from './attempts.ts';
import { problemPage, signInPage } from './pages.ts';
import { readForm, secure, sendPage } from './reply.ts';
import type { UserDirectory } from './types.ts';

export interface SignInOptions {
  readonly provider: Provider;
  readonly users: UserDirectory;
  readonly attempts: AttemptLimiter;
  readonly log: (line: string) => void;
}

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

const REFUSED = 'Email address or password is not right.';
const EXPIRED =
  'This sign-in has expired, was already used, or was started in another browser. Start it again.';

/**
 * The page a person signs in on. A form is accepted only with the interaction's signed, `SameSite` cookie and
 * the same interaction's uid in the path, so another site can neither guess nor send one.
 */
export function signIn({ provider, users, attempts, log }: SignInOptions) {
  return async function handle(req: IncomingMessage, res: ServerResponse, uid: string): Promise<void> {
    const interaction = await find(provider, req, res);
    if (!interaction || !sameText(interaction.uid, uid) || req.headers['sec-fetch-site'] === 'cross-site') {
      return sendPage(res, 400, problemPage('Sign in again', EXPIRED));
    }
    const client = await provider.Client.find(String(interaction.params['client_id']));
    secure(res, formTargets(interaction));
    const show = (status: number, email: string, error?: string) =>
      sendPage(
        res,
        status,
        signInPage({
          action: `/auth/sign-in/${uid}`,
          client: client?.clientName ?? 'Artissist',
          email,
          error,
        }),
      );

    if (req.method === 'GET' || req.method === 'HEAD') {
      return show(200, String(interaction.params['login_hint'] ?? '').slice(0, 254));
    }
    if (req.method !== 'POST') {
      res.setHeader('allow', 'GET, HEAD, POST');
      return sendPage(res, 405, problemPage('Not possible', 'This address takes GET and POST only.'));
    }
    const form = await readForm(req);
    const email = (form?.get('email') ?? '').trim();
    const password = form?.get('password') ?? '';
    if (email === '' || password === '' || email.length > 254 || password.length > 256) {
      return show(400, email.slice(0, 254), 'Enter your email address and your password.');
    }

    const account = email.normalize('NFC').toLowerCase();
    const address = req.socket.remoteAddress ?? 'unknown';
    const wait = attempts.begin(account, address);
    if (wait > 0) {
      log(
        `Too many sign-in attempts for ${JSON.stringify(account)} or from ${address}; refused for ${wait} s.`,
      );
      res.setHeader('retry-after', String(wait));
      return show(429, email, `Too many attempts. Try again in ${minutes(wait)}.`);
    }
    const user = await users.authenticate(email, password);
    if (!user) return show(401, email, REFUSED);
    attempts.succeed(account, address);
    await provider.interactionFinished(req, res, { login: { accountId: user.sub, amr: ['pwd'] } });
  };
}

async function find(
  provider: Provider,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<Interaction | undefined> {
  try {
    return await provider.interactionDetails(req, res);
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return undefined;
    throw error;
  }
}

/** The origin the browser ends at after signing in. */
function formTargets(interaction: Interaction): string[] {
  const uri = interaction.params['redirect_uri'];
  return typeof uri === 'string' && URL.canParse(uri) ? [new URL(uri).origin] : [];
}

function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

function minutes(seconds: number): string {
  const count = Math.ceil(seconds / 60);
  return count === 1 ? 'one minute' : `${count} minutes`;
}

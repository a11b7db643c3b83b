/** Gets an access token for a person: in their browser, or as the demo user without one. */
import { parseArgs } from 'node:util';
import { readSettings } from '../local/settings.ts';
import { runningOn } from '../local/single-instance.ts';
import { startCodeFlow } from './code-flow.ts';
import { demoAccount } from './demo-account.ts';
import { fillIn } from './form.ts';
import { findIssuer } from './issuer.ts';
import { openLoopback } from './loopback.ts';
import { SignInError } from './sign-in-error.ts';

export const USAGE = `Usage: npm run -s sign-in -- [options]
Prints an access token, and nothing else, on standard output.

  --demo               sign the demo user of the running local platform in, without a browser
  --url <address>      a platform elsewhere, such as https://artissist.example
  --timeout <seconds>  how long to wait for the browser: 300 unless told
  --help               this`;

export interface Run {
  args: readonly string[];
  env: Record<string, string | undefined>;
  /** Lines for the person. */
  say: (line: string) => void;
  /** Ends the wait; its reason is thrown. */
  signal: AbortSignal;
}

const USAGE_FAULT = 2;
const TIMEOUT_S = 300;
/** What a timer of Node takes, in seconds. */
const LONGEST_S = 2_147_483;

/** @returns the token, or null when only help was asked for. @throws SignInError */
export async function run({ args, env, say, signal }: Run): Promise<string | null> {
  const { demo, help, url: elsewhere, timeout } = options(args);
  if (help) {
    say(USAGE);
    return null;
  }
  const { dataDir } = readSettings(env);
  const account = elsewhere === undefined ? await demoAccount(dataDir) : undefined;
  const url = elsewhere ?? runningOn(dataDir)?.url;
  if (url === undefined) {
    throw new SignInError(
      `No platform is running on ${dataDir}. Start it with npm start, or name another one with --url.`,
    );
  }
  const target = await findIssuer(url);
  if (demo) {
    if (!account) {
      throw new SignInError(`${dataDir}/demo.json has no demo user yet. Wait for npm start to say "ready".`);
    }
    const [redirectUri = ''] = target.redirectUris;
    const flow = startCodeFlow(target, redirectUri);
    return flow.finish(await fillIn(flow.address, redirectUri, account));
  }
  const loopback = await openLoopback(target.redirectUris);
  try {
    const flow = startCodeFlow(target, loopback.redirectUri, account?.user);
    say(`Open this address to sign in:\n\n  ${flow.address}\n`);
    if (account) say(`The demo user is ${account.user} with ${account.password}`);
    const late = new SignInError(`Nobody signed in within ${timeout} s. Start again.`);
    return await flow.finish(await loopback.answer(flow.state, withTimeout(signal, timeout, late)));
  } finally {
    await loopback.close();
  }
}

function withTimeout(signal: AbortSignal, seconds: number, late: SignInError): AbortSignal {
  const timer = new AbortController();
  setTimeout(() => timer.abort(late), seconds * 1000).unref();
  return AbortSignal.any([signal, timer.signal]);
}

interface Options {
  demo: boolean;
  help: boolean;
  url: string | undefined;
  timeout: number;
}

function options(args: readonly string[]): Options {
  const { values } = parsed(args);
  const { demo = false, help = false, url, timeout = String(TIMEOUT_S) } = values;
  const seconds = /^\d+$/.test(timeout) ? Number(timeout) : NaN;
  if (!(seconds >= 1 && seconds <= LONGEST_S)) {
    throw new SignInError(`--timeout takes whole seconds from 1. Received: ${timeout}`, USAGE_FAULT);
  }
  if (url !== undefined && !/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
    throw new SignInError(
      `--url takes an address like https://artissist.example. Received: ${url}`,
      USAGE_FAULT,
    );
  }
  if (demo && url !== undefined) {
    throw new SignInError('--demo is of the local platform: leave --url out.', USAGE_FAULT);
  }
  return { demo, help, url, timeout: seconds };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        demo: { type: 'boolean' },
        help: { type: 'boolean' },
        url: { type: 'string' },
        timeout: { type: 'string' },
      },
    });
  } catch (error) {
    throw new SignInError(`${(error as Error).message}\n${USAGE}`, USAGE_FAULT);
  }
}

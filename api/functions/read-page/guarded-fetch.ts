/** One address fetched behind the guard, redirects and all. Nothing is sent but a plain GET that says who asks. */
import type { IncomingMessage } from 'node:http';
import { checkedUrl, type UrlRules } from './address-guard.ts';
import { ACCEPTED_ENCODINGS, type Excess, readBody } from './bounded-body.ts';
import type { GuardedAgent } from './guarded-agent.ts';
import { PageRefusal, PageUnavailable } from './page-refusal.ts';

const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export interface FetchContext {
  agent: GuardedAgent;
  rules: UrlRules;
  userAgent: string;
  /** Of everything together: names, connections, redirects, bodies. */
  signal: AbortSignal;
}

export interface Fetched {
  status: number;
  /** That answered, after redirects. */
  url: URL;
  contentType: string;
  /** https://www.rfc-editor.org/rfc/rfc8288 */
  link: string;
  bytes: Uint8Array;
}

export interface FetchOptions {
  accept: string;
  limit: number;
  excess?: Excess;
  /** Looks at each address before it is asked, the first one and those of redirects. Throws to refuse. */
  before?: (url: URL) => Promise<void>;
  /** Looks at the answer before its body is read. Throws to refuse. */
  check?: (contentType: string, status: number) => void;
}

/** @throws PageRefusal, PageUnavailable */
export async function guardedFetch(
  address: string,
  context: FetchContext,
  options: FetchOptions,
): Promise<Fetched> {
  let url = checkedUrl(address, context.rules);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    await options.before?.(url);
    const answer = await ask(url, context, options.accept);
    const location = one(answer.headers.location);
    if (!REDIRECTS.has(answer.statusCode ?? 0) || !location) return await take(url, answer, context, options);
    answer.destroy();
    url = checkedUrl(location, context.rules, url.href);
  }
  throw new PageRefusal('too-many-redirects', `The page sends on more than ${MOST_REDIRECTS} times.`);
}

async function ask(
  url: URL,
  { agent, signal, userAgent }: FetchContext,
  accept: string,
): Promise<IncomingMessage> {
  try {
    const headers = { accept, 'accept-encoding': ACCEPTED_ENCODINGS, 'user-agent': userAgent };
    const answer = await agent.get(url, headers);
    // The end of a body that nobody wants is nobody's error.
    answer.on('error', () => undefined);
    return answer;
  } catch (error) {
    throw problemOf(error, url, signal);
  }
}

async function take(
  url: URL,
  answer: IncomingMessage,
  { signal }: FetchContext,
  options: FetchOptions,
): Promise<Fetched> {
  const { statusCode: status = 0, headers } = answer;
  const contentType = one(headers['content-type']) ?? '';
  try {
    options.check?.(contentType, status);
    const bytes = await readBody(answer, one(headers['content-encoding']), options.limit, options.excess);
    return { status, url, contentType, link: one(headers.link) ?? '', bytes };
  } catch (error) {
    answer.destroy();
    throw error instanceof PageRefusal ? error : problemOf(error, url, signal);
  }
}

const one = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header.join(', ') : header;

/** Names that do not exist will not exist in a minute either; everything else may pass. */
function problemOf(error: unknown, url: URL, signal: AbortSignal): Error {
  if (error instanceof PageRefusal) return error;
  const { code } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  if (code === 'ENOTFOUND')
    return new PageRefusal('absent', `There is no site ${url.hostname}. Check the address.`);
  if (signal.aborted) return new PageUnavailable(`${url.hostname} took too long to answer. Try again later.`);
  if (error instanceof PageUnavailable) return error;
  return new PageUnavailable(`${url.hostname} cannot be reached. Try again later.`, { cause: error });
}

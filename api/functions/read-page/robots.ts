/** What a site allows programs to read: https://www.rfc-editor.org/rfc/rfc9309 */
import robotsParser from 'robots-parser';
import { type FetchContext, guardedFetch } from './guarded-fetch.ts';
import { PageRefusal, PageUnavailable } from './page-refusal.ts';

/** The package's own types declare a module in a module, which hides its default export. */
const parseRobots = robotsParser as unknown as (
  address: string,
  rules: string,
) => { isAllowed(url: string, userAgent: string): boolean | undefined };

/** Section 2.5: at least 500 kibibytes are parsed. */
const LIMIT = 500 * 1024;

/**
 * A check of addresses that asks each site once.
 * @returns throws PageRefusal `robots` where the site disallows an address, PageUnavailable where it can't be asked
 */
export function createRobotsCheck(context: FetchContext): (url: URL) => Promise<void> {
  const sites = new Map<string, Promise<string>>();
  return async (url) => {
    const { href: address } = new URL('/robots.txt', url);
    let rules = sites.get(address);
    if (!rules) sites.set(address, (rules = rulesAt(address, context)));
    if (parseRobots(address, await rules).isAllowed(url.href, context.userAgent) === false) {
      throw new PageRefusal('robots', `${url.hostname} asks programs not to read this page (robots.txt).`);
    }
  };
}

async function rulesAt(address: string, context: FetchContext): Promise<string> {
  const { status, bytes } = await guardedFetch(address, context, {
    accept: 'text/plain',
    limit: LIMIT,
    excess: 'beginning',
  }).catch((error: unknown) => {
    // Section 2.3.1.2: after more than five redirects the file may be taken for missing.
    if (error instanceof PageRefusal && error.code === 'too-many-redirects')
      return { status: 404, bytes: new Uint8Array() };
    throw error;
  });
  // Section 2.3.1.4: while it cannot be read, everything is disallowed. That may pass.
  if (status >= 500 || status === 429) {
    throw new PageUnavailable(
      `${new URL(address).hostname} does not say for now what may be read. Try again later.`,
    );
  }
  // Section 2.3.1.3: without the file, everything is allowed.
  return status >= 200 && status < 300 ? new TextDecoder().decode(bytes) : '';
}

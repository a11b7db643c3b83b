/** Text and facts of a public page that a person gave as an inspiration. */
import { essenceOf } from '../extract/document-type.ts';
import { extractDocument } from '../extract/extract-document.ts';
import type { Extracted } from '../extract/extracted.ts';
import { licenceOfAddress } from '../extract/licence.ts';
import { isPublicAddress } from './address-guard.ts';
import { createGuardedAgent, type Resolve, resolveBySystem } from './guarded-agent.ts';
import { type FetchContext, guardedFetch } from './guarded-fetch.ts';
import { PageRefusal, PageUnavailable } from './page-refusal.ts';
import { createRobotsCheck } from './robots.ts';

/** Its first word is the product that robots.txt files name. */
const USER_AGENT = 'Artissist/0.1 (reads pages that its users keep as inspirations)';

/** Types that `extractDocument` reads. */
const TYPES =
  /^(text\/(html|plain|markdown)|application\/(xhtml\+xml|pdf|vnd\.openxmlformats-officedocument\.wordprocessingml\.document|vnd\.oasis\.opendocument\.text))$/;
const ACCEPT = 'text/html, application/xhtml+xml, application/pdf;q=0.8, text/plain;q=0.7';

export interface PageReaderOptions {
  userAgent?: string;
  /** Names to addresses; the system's resolver unless told. */
  resolve?: Resolve;
  /** Addresses that may be connected to; public ones unless told. */
  isAllowed?: (address: string) => boolean;
  /** 80 and 443 unless told. */
  ports?: readonly number[];
  /** Of a page, decoded. */
  bytes?: number;
  /** Of all that is fetched for one page. */
  milliseconds?: number;
}

export interface ReadPage extends Extracted {
  /** That answered, after redirects. */
  url: string;
}

/**
 * Reads pages. What comes back is the page's own claim, and data to whatever reads it on.
 * `readPage` throws PageRefusal and ExtractionRefusal (never), PageUnavailable (try again).
 */
export function createPageReader(options: PageReaderOptions = {}): {
  readPage(address: string): Promise<ReadPage>;
} {
  const { milliseconds = 10_000, bytes: limit = 5 * 2 ** 20, userAgent = USER_AGENT } = options;
  const { isAllowed = isPublicAddress, resolve = resolveBySystem, ports = [80, 443] } = options;
  return {
    async readPage(address) {
      const signal = AbortSignal.timeout(milliseconds);
      const agent = createGuardedAgent(isAllowed, resolve, signal);
      const context: FetchContext = {
        agent,
        rules: { ports: new Set(ports), isAllowed },
        userAgent,
        signal,
      };
      try {
        const page = await guardedFetch(address, context, {
          accept: ACCEPT,
          limit,
          before: createRobotsCheck(context),
          check,
        });
        const extracted = await extractDocument(page.bytes, page.contentType, undefined, {
          address: page.url.href,
        });
        const licence = extracted.licence ?? licenceOfHeader(page.link);
        return { ...extracted, ...(licence && { licence }), url: page.url.href };
      } finally {
        agent.destroy();
      }
    },
  };
}

function check(contentType: string, status: number): void {
  if (status === 429 || status >= 500) {
    throw new PageUnavailable(`The site answers ${status} for now. Try again later.`);
  }
  if (status < 200 || status >= 300) {
    throw new PageRefusal(
      'absent',
      `The page cannot be read without a sign-in, or is not there: the site answers ${status}.`,
    );
  }
  if (!TYPES.test(essenceOf(contentType))) {
    throw new PageRefusal(
      'wrong-type',
      `Pages, PDF, DOCX, ODT and plain text are read. Received: ${essenceOf(contentType) || 'no type'}.`,
    );
  }
}

/** `Link: <address>; rel="license"`, https://www.rfc-editor.org/rfc/rfc4946 */
function licenceOfHeader(link: string): string | undefined {
  const address = /<([^>]+)>\s*;[^,]*rel="?license"?/i.exec(link)?.[1];
  return address && (licenceOfAddress(address) ?? address);
}

/**
 * Serves the site store as CloudFront does: a slash at the end of a page's address, `index.html` below it, redirects,
 * the 404 page with its status, ETags, compression and security headers.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LocalSiteStore } from '#api/ports/site-store/local.ts';
import { assertPath, isPage } from '#api/ports/site-store/paths.ts';
import type { SiteFile } from '#api/ports/site-store/port.ts';
import { isRead, methodNotAllowed } from '../method-not-allowed.ts';
import { codingFor, createEncoder } from './encode.ts';
import { pagePolicy, type Policies, securityHeaders } from './headers.ts';

export interface SiteHandlerOptions {
  store: Pick<LocalSiteStore, 'read' | 'location'>;
  /** Answers of `/config.json`: the addresses that clients need. */
  config: object;
  /** Origin of pictures, when it is not this one. */
  mediaOrigin?: string;
  /** Policies of parts of the site that need other ones, such as `{ '/docs/': "..." }`. */
  policies?: Policies;
  /** Whether the site is served over TLS only. */
  secure?: boolean;
  /** Told of failures; the reader gets a bare 500. */
  onError?: (error: unknown) => void;
}

export interface SiteHandler {
  /** Answers a request; every address that is not there gets the 404 page. */
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>;
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  file?: SiteFile;
}

export function createSiteHandler(options: SiteHandlerOptions): SiteHandler {
  const { store, config, mediaOrigin, secure = false, onError = () => undefined } = options;
  const policies: Policies = { '/': pagePolicy(mediaOrigin), ...options.policies };
  const encode = createEncoder();
  const configFile: SiteFile = {
    bytes: Buffer.from(JSON.stringify(config)),
    contentType: 'application/json',
    cacheControl: 'public, max-age=0, must-revalidate',
  };

  async function answerTo(path: string, search: string): Promise<Answer> {
    if (path === '/config.json') return { status: 200, headers: {}, file: configFile };
    const file = await store.read(path.slice(1));
    if (file) return { status: 200, headers: {}, file };
    const location = store.location(path.slice(1));
    if (location !== null) return redirect(location + search);
    if (
      !isPage(path.slice(1)) &&
      (store.location(`${path.slice(1)}/`) !== null || (await store.read(`${path.slice(1)}/`)))
    )
      return redirect(`${encodeURI(path)}/${search}`);
    return missing();
  }
  const redirect = (location: string): Answer => ({
    status: 301,
    headers: { location, 'cache-control': 'public, max-age=0, s-maxage=86400, must-revalidate' },
  });
  async function missing(): Promise<Answer> {
    const page = await store.read('404.html');
    const file = page ?? {
      bytes: Buffer.from('Not found'),
      contentType: 'text/plain; charset=utf-8',
      cacheControl: '',
    };
    return {
      status: 404,
      headers: {},
      file: { ...file, cacheControl: 'public, max-age=0, must-revalidate' },
    };
  }

  function send(
    req: IncomingMessage,
    res: ServerResponse,
    path: string,
    { status, headers, file }: Answer,
  ): void {
    const all: Record<string, string> = { ...securityHeaders(path, policies, secure), ...headers };
    if (!file) {
      res.writeHead(status, { ...all, 'content-length': '0' }).end();
      return;
    }
    const coding = codingFor(req.headers['accept-encoding'], file.contentType, file.bytes.length);
    const strong = createHash('sha256').update(file.bytes).digest('base64url').slice(0, 22);
    const etag = `"${strong}${coding ? `-${coding}` : ''}"`;
    Object.assign(all, { 'cache-control': file.cacheControl, etag, vary: 'accept-encoding' });
    if (status === 200 && matches(req.headers['if-none-match'], strong)) {
      res.writeHead(304, all).end();
      return;
    }
    const body = coding ? encode(strong, coding, file.bytes) : file.bytes;
    if (coding) all['content-encoding'] = coding;
    res.writeHead(status, {
      ...all,
      'content-type': file.contentType,
      'content-length': String(body.length),
    });
    res.end(req.method === 'HEAD' ? undefined : body);
  }

  return {
    async handle(req, res) {
      const { path, search } = addressOf(req.url ?? '/');
      try {
        if (!isRead(req)) methodNotAllowed(req, res, securityHeaders('/', policies, secure));
        else send(req, res, path ?? '/', path === null ? await missing() : await answerTo(path, search));
      } catch (error) {
        onError(error);
        if (!res.headersSent) res.writeHead(500, { 'content-type': 'text/plain' });
        res.end('Something failed here. Please try again.');
      }
    },
  };
}

/** Whether one of the tags in `if-none-match` is of these bytes, in any coding (RFC 9110 section 13.1.2). */
const matches = (header: string | undefined, strong: string): boolean =>
  header === '*' ||
  (header ?? '').split(',').some((tag) => /"([\w-]{22})(?:-br|-gzip)?"/.exec(tag)?.[1] === strong);

/** The decoded path of a request, or null when it cannot be one of ours. */
function addressOf(url: string): { path: string | null; search: string } {
  const [raw = '', ...rest] = url.split('?');
  const search = rest.length > 0 ? `?${rest.join('?')}` : '';
  try {
    const path = decodeURIComponent(raw);
    assertPath(path.slice(1));
    return { path: path.startsWith('/') ? path : null, search };
  } catch {
    return { path: null, search };
  }
}

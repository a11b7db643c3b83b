/**
 * Serves the local media store below `/media/`, as CloudFront and S3 do in the cloud:
 * public copies to everyone, private objects to holders of a signed address, signed uploads by PUT.
 * Whatever people upload stays harmless in a browser: no sniffing, and a sandbox without scripts.
 */
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { PROBLEM_TYPE, problemDetails, type ProblemDetails } from '#api/functions/rest/problem-details.ts';
import { requestIdFrom } from '#api/functions/rest/request-id.ts';
import { internal, RestError, shown } from '#api/functions/rest/rest-error.ts';
import { isMediaKey } from '#api/ports/media-store/keys.ts';
import type { LocalMediaStore } from '#api/ports/media-store/local.ts';
import { PRIVATE_CACHE_CONTROL, PUBLIC_CACHE_CONTROL } from '#api/ports/media-store/port.ts';
import { parseRange } from './range.ts';
import { receive } from './receive.ts';

const PATH = '/media/';
const SAFE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
  'cross-origin-resource-policy': 'cross-origin',
};

/** Kinds of refusals that are not the client's fault. */
const FAULTS: ReadonlySet<string> = new Set(['Internal', 'Unavailable']);

/** What the handler needs of the store. */
export type ServedStore = Pick<LocalMediaStore, 'head' | 'stream' | 'verify' | 'receive'>;

/** Answers one request below `/media/`. Never rejects: what goes wrong is answered and given to `onError`. */
export interface MediaHandler {
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>;
}

export interface MediaHandlerOptions {
  /** What problem types begin with, before a slash: the same as of the REST mirror. */
  problemBase: string;
  /** Told of what is not the client's fault. */
  onError: (error: unknown, requestId: string) => void;
}

/** Makes the handler. Refusals are problem details, as those of the REST mirror are. */
export function createMediaHandler(
  store: ServedStore,
  { problemBase, onError }: MediaHandlerOptions,
): MediaHandler {
  return {
    async handle(req, res) {
      try {
        await answer(store, req, res);
      } catch (error) {
        if (isGone(error)) return;
        const refusal = error instanceof RestError ? error : internal(error);
        const given = req.headers['x-request-id'];
        const requestId = requestIdFrom(typeof given === 'string' ? given : undefined);
        if (FAULTS.has(refusal.kind)) onError(refusal.cause ?? refusal, requestId);
        if (res.headersSent) res.destroy();
        else refuse(res, problemDetails(refusal, requestId, problemBase), refusal.headers);
      }
    },
  };
}

async function answer(store: ServedStore, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const method = req.method ?? 'GET';
  const url = new URL(req.url ?? '/', 'http://media');
  const key = url.pathname.slice(PATH.length);
  if (!url.pathname.startsWith(PATH) || !isMediaKey(key)) {
    throw noMedia(url.pathname);
  }
  const isPublic = key.startsWith('p/');
  const allow = key.startsWith('u/') ? 'GET, HEAD, PUT' : 'GET, HEAD';
  if (!allow.split(', ').includes(method)) {
    const detail = `This address takes ${allow}. Received: ${method.slice(0, 20)}.`;
    throw new RestError('MethodNotAllowed', detail, { headers: { allow } });
  }
  if (isPublic) return send(store, key, PUBLIC_CACHE_CONTROL, req, res);
  const verdict = store.verify(method, key, url.searchParams);
  if (!verdict.ok) throw new RestError('Forbidden', verdict.reason);
  if (method !== 'PUT') return send(store, key, PRIVATE_CACHE_CONTROL, req, res);
  await receive(store, verdict.grant, req);
  res.writeHead(200, { ...SAFE_HEADERS, 'cache-control': PRIVATE_CACHE_CONTROL, 'content-length': 0 }).end();
}

async function send(
  store: ServedStore,
  key: string,
  cacheControl: string,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const head = await store.head(key);
  if (!head) throw noMedia(`${PATH}${key}`);
  const { etag, size, contentType } = head;
  const headers: OutgoingHttpHeaders = {
    ...SAFE_HEADERS,
    'cache-control': cacheControl,
    etag,
    'last-modified': head.lastModified.toUTCString(),
    'accept-ranges': 'bytes',
  };
  if (matches(req.headers['if-none-match'], etag)) {
    res.writeHead(304, headers).end();
    return;
  }
  const ifRange = req.headers['if-range'];
  const asked = ifRange === undefined || ifRange === etag ? req.headers.range : undefined;
  const range = req.method === 'HEAD' ? undefined : parseRange(asked, size);
  if (range === 'unsatisfiable') {
    throw new RestError('RangeNotSatisfiable', `The file has ${size} bytes. Received: Range: ${asked}.`, {
      headers: { 'content-range': `bytes */${size}` },
    });
  }
  headers['content-type'] = contentType;
  headers['content-length'] = range ? range.end - range.start + 1 : size;
  if (range) headers['content-range'] = `bytes ${range.start}-${range.end}/${size}`;
  if (req.method === 'HEAD') {
    res.writeHead(200, headers).end();
    return;
  }
  const object = await store.stream(key, range);
  if (!object) throw noMedia(`${PATH}${key}`);
  if (object.etag !== etag) {
    // Replaced between the two looks: the head would lie about the body.
    object.body.destroy();
    throw new RestError('Unavailable', 'The file is being replaced. Try again in a second.', {
      headers: { 'retry-after': '1' },
    });
  }
  res.writeHead(range ? 206 : 200, headers);
  await pipeline(object.body, res);
}

const noMedia = (path: string): RestError =>
  new RestError(
    'NotFound',
    `There is no media at ${shown(path)}. Take the address from the API or from a page; it may have been taken down.`,
  );

/** The rest of a refused body is read away by Node, so that the client gets to see the answer. */
function refuse(res: ServerResponse, details: ProblemDetails, headers: RestError['headers']): void {
  const body = Buffer.from(JSON.stringify(details));
  res.req.resume();
  res.writeHead(details.status, {
    ...SAFE_HEADERS,
    ...headers,
    'content-type': PROBLEM_TYPE,
    'content-length': body.length,
    'cache-control': 'no-store',
    'x-request-id': details.instance,
  });
  res.end(body);
}

/** RFC 9110 section 13.1.2, weak comparison. */
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}

/** The client went away: nobody is left to answer. */
const isGone = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ERR_STREAM_PREMATURE_CLOSE' || error.code === 'ECONNRESET' || error.code === 'EPIPE');

/**
 * Serves the local media store below `/media/`, as CloudFront and S3 do in the cloud:
 * public copies to everyone, private objects to holders of a signed address, signed uploads by PUT.
 * Whatever people upload stays harmless in a browser: no sniffing, and a sandbox without scripts.
 */
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { isMediaKey } from '#api/ports/media-store/keys.ts';
import { type LocalMediaStore, UploadMismatchError } from '#api/ports/media-store/local.ts';
import {
  MAX_UPLOAD_BYTES,
  PRIVATE_CACHE_CONTROL,
  PUBLIC_CACHE_CONTROL,
} from '#api/ports/media-store/port.ts';
import { parseRange } from './range.ts';

const PATH = '/media/';
const SAFE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
  'cross-origin-resource-policy': 'cross-origin',
};

/** What the handler needs of the store. */
export type ServedStore = Pick<LocalMediaStore, 'head' | 'stream' | 'verify' | 'receive'>;

/** Answers one request below `/media/`. Never rejects: what goes wrong is answered and given to `onError`. */
export interface MediaHandler {
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>;
}

/** @param onError is told of what the handler could not foresee (the client gets a 500) */
export function createMediaHandler(
  store: ServedStore,
  { onError }: { onError: (error: unknown) => void },
): MediaHandler {
  return {
    async handle(req, res) {
      try {
        await answer(store, req, res);
      } catch (error) {
        if (isGone(error)) return;
        onError(error);
        if (res.headersSent) res.destroy();
        else problem(res, 500, 'Internal Server Error', 'The media store failed. Try again.');
      }
    },
  };
}

async function answer(store: ServedStore, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const method = req.method ?? 'GET';
  const url = new URL(req.url ?? '/', 'http://media');
  const key = url.pathname.slice(PATH.length);
  if (!url.pathname.startsWith(PATH) || !isMediaKey(key)) {
    return problem(res, 404, 'Not Found', `There is no media at ${url.pathname}.`);
  }
  const isPublic = key.startsWith('p/');
  const allow = key.startsWith('u/') ? 'GET, HEAD, PUT' : 'GET, HEAD';
  if (!allow.split(', ').includes(method)) {
    return problem(res, 405, 'Method Not Allowed', `${method} is not allowed here; use ${allow}.`, { allow });
  }
  if (isPublic) return send(store, key, PUBLIC_CACHE_CONTROL, req, res);
  const verdict = store.verify(method, key, url.searchParams);
  if (!verdict.ok) return problem(res, 403, 'Forbidden', verdict.reason);
  if (method !== 'PUT') return send(store, key, PRIVATE_CACHE_CONTROL, req, res);
  return receive(store, verdict.grant, req, res);
}

async function send(
  store: ServedStore,
  key: string,
  cacheControl: string,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const head = await store.head(key);
  if (!head) return problem(res, 404, 'Not Found', `There is no media at ${PATH}${key}.`);
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
    const extra = { 'content-range': `bytes */${size}` };
    return problem(
      res,
      416,
      'Range Not Satisfiable',
      `The object has ${size} bytes; asked for ${asked}.`,
      extra,
    );
  }
  headers['content-type'] = contentType;
  headers['content-length'] = range ? range.end - range.start + 1 : size;
  if (range) headers['content-range'] = `bytes ${range.start}-${range.end}/${size}`;
  if (req.method === 'HEAD') {
    res.writeHead(200, headers).end();
    return;
  }
  const object = await store.stream(key, range);
  if (!object) return problem(res, 404, 'Not Found', `There is no media at ${PATH}${key}.`);
  if (object.etag !== etag) {
    // Replaced between the two looks: the head would lie about the body.
    object.body.destroy();
    return problem(res, 503, 'Service Unavailable', 'The object is being replaced. Try again.', {
      'retry-after': '1',
    });
  }
  res.writeHead(range ? 206 : 200, headers);
  await pipeline(object.body, res);
}

type Grant = Parameters<ServedStore['receive']>[0];

async function receive(
  store: ServedStore,
  grant: Grant,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const { headers } = req;
  if (headers['content-length'] === undefined) {
    return problem(res, 411, 'Length Required', `Send content-length: ${grant.contentLength}.`);
  }
  const length = Number(headers['content-length']);
  if (length > MAX_UPLOAD_BYTES) {
    return problem(res, 413, 'Content Too Large', `At most ${MAX_UPLOAD_BYTES} bytes. Received: ${length}.`);
  }
  const signed: [name: string, wanted: string, received: string | string[] | undefined][] = [
    ['content-length', String(grant.contentLength), String(length)],
    ['content-type', String(grant.contentType), headers['content-type']],
    ['x-amz-checksum-sha256', String(grant.sha256), headers['x-amz-checksum-sha256']],
  ];
  for (const [name, wanted, received] of signed) {
    if (wanted === received) continue;
    const detail = `The upload was signed with ${name} ${wanted}. Received: ${received ?? 'none'}.`;
    return problem(res, 403, 'Forbidden', detail);
  }
  try {
    await store.receive(grant, req);
  } catch (error) {
    if (!(error instanceof UploadMismatchError)) throw error;
    return problem(res, 400, 'Bad Request', error.message);
  }
  res.writeHead(200, { ...SAFE_HEADERS, 'cache-control': PRIVATE_CACHE_CONTROL, 'content-length': 0 }).end();
}

/** RFC 9457. The rest of a refused body is read away by Node, so that the client gets to see the answer. */
function problem(
  res: ServerResponse,
  status: number,
  title: string,
  detail: string,
  extra: OutgoingHttpHeaders = {},
): void {
  const body = Buffer.from(JSON.stringify({ type: 'about:blank', title, status, detail }));
  res.req.resume();
  res.writeHead(status, {
    ...SAFE_HEADERS,
    ...extra,
    'content-type': 'application/problem+json',
    'content-length': body.length,
    'cache-control': 'no-store',
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

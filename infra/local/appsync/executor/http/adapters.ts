import type { IncomingMessage, ServerResponse } from 'node:http';
import { RequestError } from '../operation.ts';
import type { HttpCall, HttpReply } from './message.ts';

/** A body over the limit. */
function tooLarge(limit: number): RequestError {
  return new RequestError(
    413,
    'RequestEntityTooLargeException',
    `The request body is larger than ${limit} bytes. Send less.`,
  );
}

/** Reads a node request. @throws RequestError when the body is larger than `limit` bytes or breaks off. */
export async function readCall(message: IncomingMessage, limit: number): Promise<HttpCall> {
  const body = await readBody(message, limit);
  return {
    method: message.method ?? 'GET',
    url: message.url ?? '/',
    headers: flatHeaders(message),
    body,
    sourceIp: message.socket.remoteAddress ?? '',
  };
}

function readBody(message: IncomingMessage, limit: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    message.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
    });
    message.on('end', () => {
      if (size > limit) reject(tooLarge(limit));
      else resolve(Buffer.concat(chunks).toString('utf8'));
    });
    const brokenOff = () =>
      reject(new RequestError(400, 'MalformedHttpRequestException', 'The request ended inside its body.'));
    message.on('error', brokenOff);
    message.on('close', () => {
      if (!message.readableEnded) brokenOff();
    });
  });
}

/** Header names are lower-cased by node already; a header sent twice is joined by a comma. */
export function flatHeaders({ headers }: Pick<IncomingMessage, 'headers'>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) flat[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return flat;
}

export function writeReply(response: ServerResponse, { status, headers, body }: HttpReply): void {
  if (response.destroyed) return;
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

/** Reads a web request. @throws RequestError when the body is larger than `limit` bytes. */
export async function callFromRequest(request: Request, limit: number): Promise<HttpCall> {
  const body = request.body === null ? '' : await request.text();
  if (body.length > limit || Buffer.byteLength(body) > limit) throw tooLarge(limit);
  const { host, pathname, search } = new URL(request.url);
  return {
    method: request.method,
    url: pathname + search,
    headers: { host, ...Object.fromEntries(request.headers) },
    body,
    sourceIp: '127.0.0.1',
  };
}

export function toResponse({ status, headers, body }: HttpReply): Response {
  return new Response(body, { status, headers });
}

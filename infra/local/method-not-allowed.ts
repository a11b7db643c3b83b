/** 405 of what is only there to be read, RFC 9110 section 15.5.6. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Whether a request only reads. */
export const isRead = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD';

/** Says which methods there are. Whatever body came is read away, so that the client gets to see the answer. */
export function methodNotAllowed(
  request: IncomingMessage,
  response: ServerResponse,
  headers: Readonly<Record<string, string>> = {},
): void {
  const body = `This address takes GET and HEAD. Received: ${(request.method ?? '').slice(0, 20)}.\n`;
  request.resume();
  response
    .writeHead(405, {
      ...headers,
      allow: 'GET, HEAD',
      'content-type': 'text/plain; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
    })
    .end(body);
}

/**
 * What a client says of itself in the WebSocket handshake: `?header=<base64>` or the subprotocol
 * `header-<base64url>`, an object `{host, "x-api-key"}` or `{host, Authorization, ...}`.
 * AppSync developer guide, "Building a real-time WebSocket client", "Handshake details".
 */
import type { IncomingMessage } from 'node:http';
import type { HttpCall } from '../http/message.ts';

export const PROTOCOL = 'graphql-ws';
const HEADER_PREFIX = 'header-';

/** Subprotocols as offered. */
export function offeredProtocols({ headers }: IncomingMessage): string[] {
  const offered = headers['sec-websocket-protocol'] ?? '';
  return offered
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Header names in lower case, whichever case the client wrote; null for anything but an object of texts. */
export function lowerCased(value: unknown): Record<string, string> | null {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  const headers: Record<string, string> = {};
  for (const [name, text] of Object.entries(value))
    if (typeof text === 'string') headers[name.toLowerCase()] = text;
  return headers;
}

/** The authorization headers of a handshake; empty when there are none that can be read. */
export function handshakeHeaders(message: IncomingMessage): Record<string, string> {
  const query = new URL(message.url ?? '/', 'http://host').searchParams.get('header');
  const protocol = offeredProtocols(message).find((name) => name.startsWith(HEADER_PREFIX));
  const encoded = query ?? protocol?.slice(HEADER_PREFIX.length);
  if (!encoded) return {};
  try {
    return lowerCased(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'))) ?? {};
  } catch {
    return {};
  }
}

/** The handshake as the request that its signature covers: `POST /graphql/connect` with the body `{}`. */
export function connectCall(message: IncomingMessage): HttpCall {
  return {
    method: 'POST',
    url: '/graphql/connect',
    headers: handshakeHeaders(message),
    body: '{}',
    sourceIp: message.socket.remoteAddress ?? '',
  };
}

/** The one origin: which part of the platform answers which address. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Log } from './log.ts';

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface Parts {
  graphql: Handle;
  realtime: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  rest: Handle;
  media: Handle;
  identity: Handle;
  site: Handle;
  /** Whether everything is up: by the name of the part. */
  health: () => Promise<Record<string, boolean>>;
}

/** Listens on the loopback interface. Until `serve` is called, everything answers that it is starting. */
export interface Front {
  port: number;
  serve(parts: Parts): void;
  close(): Promise<void>;
}

const below = (path: string, prefix: string): boolean => path === prefix || path.startsWith(`${prefix}/`);

function route(path: string, parts: Parts): Handle {
  if (path === '/graphql') return parts.graphql;
  if (below(path, '/v1')) return parts.rest;
  if (below(path, '/media')) return parts.media;
  if (below(path, '/auth')) return parts.identity;
  if (path === '/health') return async (_, response) => answerHealth(response, await parts.health());
  return parts.site;
}

function answerHealth(response: ServerResponse, health: Record<string, boolean>): void {
  const up = Object.values(health).every(Boolean);
  response
    .writeHead(up ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify({ status: up ? 'up' : 'down', parts: health }));
}

/** @throws Error that says what to do when the port is taken. */
export async function listen(port: number, log: Log): Promise<Front> {
  let parts: Parts | null = null;
  const server: Server = createServer((request, response) => {
    if (!parts) {
      response
        .writeHead(503, { 'retry-after': '1', 'content-type': 'text/plain' })
        .end('Artissist is starting.\n');
      return;
    }
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    route(path, parts)(request, response).catch((error: unknown) => {
      log('error', `${request.method ?? ''} ${path} failed`, error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end();
    });
  });
  server.on('upgrade', (request, socket, head) => {
    const path = (request.url ?? '/').split('?', 1)[0];
    if (parts && path === '/graphql/realtime') parts.realtime(request, socket, head);
    else socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${port} is taken by another program. End it, or start with another one: PORT=${port + 1} npm start`,
            )
          : error,
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    serve(all) {
      parts = all;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

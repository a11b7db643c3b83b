/** The one origin: which part of the platform answers which address. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from './log.ts';
import { isRead, methodNotAllowed } from './method-not-allowed.ts';
import type { Observe } from './observability/requests.ts';

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface Parts {
  graphql: Handle;
  realtime: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  rest: Handle;
  media: Handle;
  identity: Handle;
  site: Handle;
  /** The page of searches, which is rendered for each of them. */
  search: Handle;
  /** Told of every request before it is answered. */
  observe?: (request: IncomingMessage, response: ServerResponse) => void;
  /** Figures of everything, for Prometheus. */
  metrics: Handle;
  /** Whether everything is up: by the name of the part. */
  health: () => Promise<Record<string, boolean>>;
}

/** Between two looks at whether the last request has been answered. */
const DRAIN_LOOK_MS = 5;

/** Listens on the loopback interface. Until `serve` is called, everything answers that it is starting. */
export interface Front {
  port: number;
  serve(parts: Parts): void;
  /** Takes no more requests and waits for those under way, at most `graceMs`. */
  drain(graceMs: number): Promise<void>;
  /** Ends whatever is still connected. */
  close(): Promise<void>;
}

const below = (path: string, prefix: string): boolean => path === prefix || path.startsWith(`${prefix}/`);

/** The part that answers an address, and its name. */
function route(path: string, parts: Parts): [service: string, handle: Handle] {
  if (path === '/graphql') return ['graphql', parts.graphql];
  if (below(path, '/v1')) return ['rest', parts.rest];
  if (below(path, '/media')) return ['media', parts.media];
  if (below(path, '/auth')) return ['auth', parts.identity];
  if (below(path, '/search')) return ['search-page', parts.search];
  if (path === '/health/live')
    return ['health', onlyRead(async (_, response) => answerJson(response, 200, ALIVE))];
  if (path === '/health' || path === '/health/ready')
    return ['health', onlyRead(async (_, response) => answerHealth(response, await parts.health()))];
  if (path === '/metrics') return ['metrics', onlyRead(parts.metrics)];
  return ['site', parts.site];
}

/** This process answers: what it needs may be away. */
const ALIVE = { status: 'up' };

const onlyRead =
  (handle: Handle): Handle =>
  async (request, response) =>
    isRead(request)
      ? handle(request, response)
      : methodNotAllowed(request, response, { 'x-content-type-options': 'nosniff' });

function answerHealth(response: ServerResponse, health: Record<string, boolean>): void {
  const up = Object.values(health).every(Boolean);
  answerJson(response, up ? 200 : 503, { status: up ? 'up' : 'down', parts: health });
}

function answerJson(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
}

/** @throws Error that says what to do when the port is taken. */
export async function listen(
  port: number,
  log: Log,
  observe: Observe = (_service, _request, _response, answer) => answer(),
): Promise<Front> {
  let parts: Parts | null = null;
  let underWay = 0;
  let ended: Promise<void> | undefined;
  const upgraded = new Set<Duplex>();
  const server: Server = createServer((request, response) => {
    underWay += 1;
    response.once('close', () => (underWay -= 1));
    if (!parts) {
      response
        .writeHead(503, { 'retry-after': '1', 'content-type': 'text/plain' })
        .end('Artissist is starting.\n');
      return;
    }
    parts.observe?.(request, response);
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const [service, handle] = route(path, parts);
    void observe(service, request, response, () =>
      handle(request, response).catch((error: unknown) => {
        // A client that hung up is no fault of ours.
        if (request.destroyed && !request.complete) return;
        log('error', `${request.method ?? ''} ${path} failed`, error);
        // A part of an answer must not look like a whole one.
        if (response.headersSent) response.destroy();
        else response.writeHead(500, { 'content-type': 'text/plain' }).end('Something failed here.\n');
      }),
    );
  });
  server.on('upgrade', (request, socket, head) => {
    const path = (request.url ?? '/').split('?', 1)[0];
    upgraded.add(socket);
    socket.once('close', () => upgraded.delete(socket));
    if (parts && path === '/graphql/realtime') parts.realtime(request, socket, head);
    else socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
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
    async drain(graceMs) {
      ended ??= new Promise((resolve) => void server.close(() => resolve()));
      server.closeIdleConnections();
      const start = Date.now();
      while (underWay > 0 && Date.now() - start < graceMs) await sleep(DRAIN_LOOK_MS);
    },
    async close() {
      ended ??= new Promise((resolve) => void server.close(() => resolve()));
      server.closeAllConnections();
      for (const socket of upgraded) socket.destroy();
      await ended;
    },
  };
}

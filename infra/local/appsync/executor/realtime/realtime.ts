/**
 * AppSync's realtime endpoint over `ws`.
 * AppSync developer guide, "Building a real-time WebSocket client in AWS AppSync".
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { WebSocketServer } from 'ws';
import type { ChosenOperation, OperationOutcome } from '../operation.ts';
import { RequestError } from '../operation.ts';
import type { Log } from '../options.ts';
import { serveConnection } from './connection.ts';
import { PROTOCOL, connectCall, offeredProtocols } from './handshake.ts';
import { mutationEvents } from './mutation-event.ts';
import { createSubscribers } from './subscribers.ts';
import type { SubscriptionEnvironment } from './subscription.ts';

export interface RealtimeOptions {
  environment: SubscriptionEnvironment;
  /** The mutations of each subscription field. */
  mutations: ReadonlyMap<string, readonly string[]>;
  keepAliveMs: number;
  log: Log;
}

export interface Realtime {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Sends what a mutation answered to its subscribers, after the mutation's own reply. */
  publish(chosen: ChosenOperation, outcome: OperationOutcome): void;
  close(): Promise<void>;
}

/** The largest message that a client may send. */
const MAX_MESSAGE_BYTES = 1_048_576;

export function createRealtime(options: RealtimeOptions): Realtime {
  const { environment, log } = options;
  const subscribers = createSubscribers(options.mutations, log);
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    handleProtocols: () => PROTOCOL,
  });
  /** Events leave in the order in which their mutations ended. */
  let publishing: Promise<void> = Promise.resolve();

  /** The handshake carries no operation; the authorizer is told of none. */
  async function isAuthorized(message: IncomingMessage): Promise<boolean> {
    const noOperation = { query: '', operationName: null, variables: {} };
    try {
      await environment.authenticator.authenticate(connectCall(message), noOperation, randomUUID());
      return true;
    } catch (error) {
      if (!(error instanceof RequestError))
        log({ level: 'error', message: 'A realtime handshake failed.', cause: error });
      return false;
    }
  }

  /** Begins in the event loop's next turn: the mutation's own reply goes first. */
  async function publishNow(chosen: ChosenOperation, outcome: OperationOutcome): Promise<void> {
    try {
      await setImmediate();
      for (const event of mutationEvents(chosen, outcome, environment.schema))
        await subscribers.publish(event);
      for (const call of outcome.request.extensions)
        if (call.name === 'invalidateSubscriptions') subscribers.invalidate(call.arguments[0] ?? null);
    } catch (cause) {
      log({ level: 'error', message: 'A mutation could not be published.', cause });
    }
  }

  return {
    upgrade(request, socket, head) {
      if (!offeredProtocols(request).includes(PROTOCOL)) {
        socket.end(
          `HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: text/plain\r\n\r\nThe subprotocol ${PROTOCOL} is needed.`,
        );
        return;
      }
      server.handleUpgrade(request, socket, head, (webSocket) =>
        serveConnection(webSocket, {
          environment,
          subscribers,
          sourceIp: request.socket.remoteAddress ?? '',
          authorized: isAuthorized(request),
          keepAliveMs: options.keepAliveMs,
          log,
        }),
      );
    },
    publish(chosen, outcome) {
      publishing = publishing.then(() => publishNow(chosen, outcome));
    },
    async close() {
      for (const client of server.clients) client.terminate();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await publishing;
    },
  };
}

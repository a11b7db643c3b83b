/** One WebSocket: AppSync's messages in and out, and the subscriptions that it holds. */
import { randomUUID } from 'node:crypto';
import type { RawData, WebSocket } from 'ws';
import { RequestError } from '../operation.ts';
import type { Log } from '../options.ts';
import { lowerCased } from './handshake.ts';
import type { Subscribers } from './subscribers.ts';
import type { Subscription, SubscriptionEnvironment } from './subscription.ts';
import { SubscriptionRefused, startSubscription } from './subscription.ts';

export interface ConnectionOptions {
  environment: SubscriptionEnvironment;
  subscribers: Subscribers;
  sourceIp: string;
  /** Settles when the handshake's authorization has been checked. */
  authorized: Promise<boolean>;
  keepAliveMs: number;
  log: Log;
}

interface Message {
  id?: unknown;
  type?: unknown;
  payload?: { data?: unknown; extensions?: { authorization?: unknown } };
}

const CONNECTION_TIMEOUT_MS = 300_000;
const KEEP_ALIVE = '{"type":"ka"}';
const MAX_SUBSCRIPTIONS = 100;
/** What one socket may leave unread before it is given up. */
const MAX_UNREAD_BYTES = 4 * 1_048_576;

type ErrorList = Array<{ errorType: string; message: string; errorCode?: number }>;

/**
 * Serves a socket until it closes. The handshake has authorised it already, and `connection_init` is optional: a client
 * may send `start` at once (AppSync developer guide, "Building a real-time WebSocket client", step 2). Nothing here waits
 * for the socket to take what it is sent.
 */
export function serveConnection(socket: WebSocket, options: ConnectionOptions): void {
  const { environment, subscribers, log } = options;
  const held = new Map<string, { cancel(): void }>();
  const ended = new AbortController();
  let alive = true;

  function sendText(text: string): void {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > MAX_UNREAD_BYTES) return socket.terminate();
    socket.send(text);
  }

  function send(message: object): void {
    sendText(JSON.stringify(message));
  }

  function sendErrors(id: string | undefined, errors: ErrorList): void {
    send({ ...(id !== undefined && { id }), type: 'error', payload: { errors } });
  }

  async function start(id: string, message: Message): Promise<void> {
    if (held.has(id)) throw new RequestError(400, 'DuplicatedOperationError', `The id ${id} is in use.`);
    if (held.size >= MAX_SUBSCRIPTIONS)
      throw new RequestError(
        400,
        'MaxSubscriptionsReachedError',
        `Max number of ${MAX_SUBSCRIPTIONS} subscriptions reached`,
      );
    let stopped = false;
    held.set(id, { cancel: () => void (stopped = true) });
    const { data, extensions } = message.payload ?? {};
    const call = {
      method: 'POST',
      url: '/graphql',
      headers: lowerCased(extensions?.authorization) ?? {},
      body: typeof data === 'string' ? data : '',
      sourceIp: options.sourceIp,
    };
    let subscription: Subscription;
    try {
      subscription = await startSubscription(call, randomUUID(), ended.signal, environment);
    } catch (error) {
      held.delete(id);
      throw error;
    }
    if (stopped || ended.signal.aborted) return;
    const cancel = subscribers.add({
      subscription,
      deliver: (payload) => sendText(`{"id":${JSON.stringify(id)},"type":"data","payload":${payload}}`),
      end() {
        send({ id, type: 'complete', payload: { message: 'Subscription complete.' } });
        socket.close(1000, 'Subscription complete.');
      },
    });
    held.set(id, { cancel });
    send({ id, type: 'start_ack' });
  }

  function stop(id: string): void {
    const subscription = held.get(id);
    if (!subscription) throw new RequestError(400, 'UnknownOperationError', `Unknown operation id ${id}`);
    subscription.cancel();
    held.delete(id);
    send({ id, type: 'complete' });
  }

  async function receive(data: RawData): Promise<void> {
    const message = parseMessage(data);
    const id = typeof message.id === 'string' ? message.id : undefined;
    try {
      if (!(await options.authorized)) return refuseConnection();
      if (message.type === 'connection_init') acknowledge();
      else if (message.type === 'start' && id !== undefined) await start(id, message);
      else if (message.type === 'stop' && id !== undefined) stop(id);
      else
        throw new RequestError(
          400,
          'UnsupportedOperation',
          'unknown not supported through the realtime channel',
        );
    } catch (error) {
      sendErrors(id, errorsOf(error, log));
    }
  }

  function acknowledge(): void {
    send({ type: 'connection_ack', payload: { connectionTimeoutMs: CONNECTION_TIMEOUT_MS } });
    sendText(KEEP_ALIVE);
  }

  function refuseConnection(): void {
    const errors: ErrorList = [
      {
        errorType: 'UnauthorizedException',
        message: 'You are not authorized to make this call.',
        errorCode: 400,
      },
    ];
    send({ type: 'connection_error', payload: { errors } });
    socket.close(1008, 'Unauthorized');
  }

  const keepAlive = setInterval(() => {
    if (!alive) return socket.terminate();
    alive = false;
    socket.ping();
    sendText(KEEP_ALIVE);
  }, options.keepAliveMs);

  socket.on('pong', () => void (alive = true));
  socket.on('message', (data) => {
    alive = true;
    void receive(data);
  });
  // What a client sent wrongly is its own fault: one line, no stack.
  socket.on('error', (error) =>
    log({ level: 'warn', message: `A realtime socket was closed: ${error.message}.` }),
  );
  socket.on('close', () => {
    clearInterval(keepAlive);
    ended.abort();
    for (const { cancel } of held.values()) cancel();
    held.clear();
  });
}

function parseMessage(data: RawData): Message {
  try {
    const message: unknown = JSON.parse(String(data));
    return message !== null && typeof message === 'object' ? message : {};
  } catch {
    return {};
  }
}

function errorsOf(error: unknown, log: Log): ErrorList {
  if (error instanceof SubscriptionRefused) return error.errors;
  if (error instanceof RequestError) return [{ errorType: error.errorType, message: error.message }];
  log({ level: 'error', message: 'A realtime message failed inside the runtime.', cause: error });
  return [{ errorType: 'InternalFailure', message: 'An internal failure occurred.' }];
}

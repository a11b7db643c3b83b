import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Json } from '../../types.ts';
import { API_KEY } from './server.ts';

export interface ServerMessage {
  type: string;
  id?: string;
  payload?: { [key: string]: Json };
}

/** A raw client of the realtime protocol. */
export interface RealtimeClient {
  socket: WebSocket;
  send(message: object): void;
  /** The next message that is no `ka`. */
  next(): Promise<ServerMessage>;
  start(id: string, query: string, variables?: object, authorization?: object): void;
  /** Starts and waits for the answer. */
  subscribe(id: string, query: string, variables?: object, authorization?: object): Promise<ServerMessage>;
  closed: Promise<number>;
}

export type HandshakeStyle = 'query' | 'subprotocol';

/** Opens a socket with the authorization in the query or in a subprotocol, without `connection_init`. */
export async function openSocket(
  port: number,
  authorization: object = { 'x-api-key': API_KEY },
  style: HandshakeStyle = 'query',
): Promise<RealtimeClient> {
  const header = Buffer.from(JSON.stringify({ host: `127.0.0.1:${port}`, ...authorization }));
  const url = `ws://127.0.0.1:${port}/graphql/realtime`;
  const socket =
    style === 'query'
      ? new WebSocket(
          `${url}?header=${encodeURIComponent(header.toString('base64'))}&payload=e30=`,
          'graphql-ws',
        )
      : new WebSocket(url, ['graphql-ws', `header-${header.toString('base64url')}`]);
  const received: ServerMessage[] = [];
  const waiting: Array<(message: ServerMessage) => void> = [];
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as ServerMessage;
    if (message.type === 'ka') return;
    const take = waiting.shift();
    if (take) take(message);
    else received.push(message);
  });
  const closed = once(socket, 'close').then(([code]) => code as number);
  await once(socket, 'open');

  const next = () => {
    const message = received.shift();
    return message
      ? Promise.resolve(message)
      : new Promise<ServerMessage>((resolve) => waiting.push(resolve));
  };
  const send = (message: object) => socket.send(JSON.stringify(message));
  const start: RealtimeClient['start'] = (id, query, variables = {}, authorized = authorization) =>
    send({
      id,
      type: 'start',
      payload: {
        data: JSON.stringify({ query, variables }),
        extensions: { authorization: authorized },
      },
    });
  return {
    socket,
    send,
    next,
    start,
    subscribe(...args) {
      start(...args);
      return next();
    },
    closed,
  };
}

/** A connection that has been acknowledged. */
export async function connect(
  port: number,
  authorization?: object,
  style?: HandshakeStyle,
): Promise<RealtimeClient> {
  const client = await openSocket(port, authorization, style);
  client.send({ type: 'connection_init' });
  await client.next();
  return client;
}

/** AppSync's realtime protocol by hand: https://docs.aws.amazon.com/appsync/latest/devguide/real-time-websocket-client.html */
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { TestPlatform } from './platform.testing.ts';

export interface Message {
  type: string;
  payload?: unknown;
}

/**
 * Starts a subscription over a socket of its own; answers the first message to it, collects the data, and tells when
 * the platform closed the connection.
 */
export async function listen(
  platform: TestPlatform,
  authorization: Record<string, string>,
  query: string,
  variables: object,
) {
  const { host } = new URL(platform.url);
  const header = Buffer.from(JSON.stringify({ host, ...authorization })).toString('base64url');
  const socket = new WebSocket(`${platform.url.replace('http', 'ws')}/graphql/realtime`, [
    'graphql-ws',
    `header-${header}`,
  ]);
  const heard: Message[] = [];
  const closed = once(socket, 'close');
  const first = new Promise<Message>((resolve) => {
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as Message;
      if (message.type === 'connection_ack') {
        const payload = {
          data: JSON.stringify({ query, variables }),
          extensions: { authorization: { host, ...authorization } },
        };
        socket.send(JSON.stringify({ id: '1', type: 'start', payload }));
      } else if (message.type === 'data') heard.push(message);
      else if (message.type !== 'ka') resolve(message);
    });
    socket.on('close', () => resolve({ type: 'closed' }));
  });
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init' }));
  return { first: await first, heard, closed, end: () => socket.terminate() };
}

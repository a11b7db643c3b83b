import { request, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { listen, type Front, type Handle, type Parts } from './server.ts';

const fronts: Front[] = [];
const logged: string[] = [];
afterEach(async () => {
  logged.length = 0;
  for (const front of fronts.splice(0)) await front.close();
});

async function open(): Promise<Front> {
  const front = await listen(0, (_, message) => logged.push(message));
  fronts.push(front);
  return front;
}

const named =
  (name: string): Handle =>
  async (_, response) =>
    void response.end(name);

const parts = (some: Partial<Parts> = {}): Parts => ({
  graphql: named('graphql'),
  realtime: (_, socket) => void socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n'),
  rest: named('rest'),
  media: named('media'),
  identity: named('identity'),
  site: named('site'),
  search: named('search'),
  metrics: named('metrics'),
  health: async () => ({ table: true }),
  ...some,
});

const textOf = async (front: Front, path: string): Promise<string> =>
  (await fetch(`http://127.0.0.1:${front.port}${path}`)).text();

/** What comes back for a request to upgrade. */
const upgraded = (front: Front, path: string): Promise<string> =>
  new Promise((resolve) => {
    let text = '';
    const socket = connect(front.port, '127.0.0.1', () =>
      socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n`),
    );
    socket.on('data', (data) => (text += String(data))).on('close', () => resolve(text));
  });

test('until everything is up, it says that it is starting', async () => {
  const front = await open();
  const response = await fetch(`http://127.0.0.1:${front.port}/health`);
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
});

test.each([
  ['/graphql', 'graphql'],
  ['/graphql?x=1', 'graphql'],
  ['/graphql/', 'site'],
  ['/v1', 'rest'],
  ['/v1/projects', 'rest'],
  ['/v10', 'site'],
  ['/media/p/x', 'media'],
  ['/mediation', 'site'],
  ['/auth/token', 'identity'],
  ['/authors', 'site'],
  ['/search', 'search'],
  ['/search/?q=wave', 'search'],
  ['/searching/', 'site'],
  ['/', 'site'],
  ['/@ada/', 'site'],
])('%s is answered by %s', async (path, part) => {
  const front = await open();
  front.serve(parts());
  expect(await textOf(front, path)).toBe(part);
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('health takes no %s', async (method) => {
  const front = await open();
  front.serve(parts());

  const response = await fetch(`http://127.0.0.1:${front.port}/health`, { method });

  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  expect(await response.text()).toBe(`This address takes GET and HEAD. Received: ${method}.\n`);
});

test('health answers HEAD without a body', async () => {
  const front = await open();
  front.serve(parts());

  const response = await fetch(`http://127.0.0.1:${front.port}/health`, { method: 'HEAD' });

  expect([response.status, await response.text()]).toEqual([200, '']);
});

test.each([
  [{ table: true, events: true }, 200, 'up'],
  [{ table: true, events: false }, 503, 'down'],
])('health with %j is %i', async (health, status, word) => {
  const front = await open();
  front.serve(parts({ health: async () => health }));
  const response = await fetch(`http://127.0.0.1:${front.port}/health`);
  expect([response.status, await response.json()]).toEqual([status, { status: word, parts: health }]);
});

test('a part that fails is answered with 500 and logged', async () => {
  const front = await open();
  front.serve(parts({ rest: () => Promise.reject(new Error('broken')) }));
  const response = await fetch(`http://127.0.0.1:${front.port}/v1/x`);
  expect(response.status).toBe(500);
  expect(logged).toEqual(['GET /v1/x failed']);
});

test('an answer that fails half-way does not look whole', async () => {
  const front = await open();
  const half: Handle = async (_, response) => {
    response.writeHead(200, { 'transfer-encoding': 'chunked' });
    response.write('half');
    throw new Error('broken');
  };
  front.serve(parts({ site: half }));
  await expect(textOf(front, '/')).rejects.toThrow();
});

test('only the address of subscriptions is upgraded', async () => {
  const front = await open();
  front.serve(parts());
  expect(await upgraded(front, '/graphql/realtime')).toContain('101 Switching Protocols');
  expect(await upgraded(front, '/other')).toContain('404 Not Found');
});

test('draining answers what is under way, and takes nothing new', async () => {
  const front = await open();
  const held: ServerResponse[] = [];
  const arrived = Promise.withResolvers<void>();
  front.serve(
    parts({
      site: async (_, response) => {
        held.push(response);
        arrived.resolve();
      },
    }),
  );
  const answer = new Promise<string>((resolve) => {
    request({ port: front.port, host: '127.0.0.1' }, (response) => {
      response.setEncoding('utf8').on('data', resolve);
    }).end();
  });
  await arrived.promise;

  const drained = front.drain(10_000);
  await expect(textOf(front, '/')).rejects.toThrow();
  held[0]!.end('late');

  expect(await answer).toBe('late');
  await drained;
});

test('what does not end in time is cut by close', async () => {
  const front = await open();
  front.serve(parts({ site: () => Promise.resolve() }));
  const answer = textOf(front, '/').catch(() => 'cut');

  await front.drain(20);
  await front.close();

  expect(await answer).toBe('cut');
});

test('a taken port says what to do', async () => {
  const { port } = await open();
  await expect(listen(port, () => undefined)).rejects.toThrow(
    `Port ${port} is taken by another program. End it, or start with another one: PORT=${port + 1} npm start`,
  );
});

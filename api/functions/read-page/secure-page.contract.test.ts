/** The reader over TLS: a connection goes to a checked number, and the certificate has to be of the name. */
import { createServer, type Server } from 'node:https';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { certificateFor } from './certificate.testing.ts';
import { createPageReader } from './read-page.ts';

const HOST = 'museum.test';
const { key, cert } = certificateFor(HOST);
const trusted = getCACertificates('default');
let server: Server;
let port: number;
/** What was asked, with the name that the TLS handshake gave. */
const asked: Array<{ url?: string; host?: string; name: unknown }> = [];

beforeAll(async () => {
  setDefaultCACertificates([cert]);
  server = createServer({ key, cert }, ({ url, headers: { host }, socket }, response) => {
    asked.push({ url, host, name: Reflect.get(socket, 'servername') });
    if (url === '/robots.txt') response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Ink and salt.</p>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterEach(() => void asked.splice(0));
afterAll(() => {
  setDefaultCACertificates(trusted);
  server.closeAllConnections();
  server.close();
});

const read = (host: string) =>
  createPageReader({
    ports: [port],
    isAllowed: (address) => address === '127.0.0.1',
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  }).readPage(`https://${host}:${port}/`);

it('a page is read under the name that its certificate is of', async () => {
  expect(await read(HOST)).toMatchObject({ text: 'Ink and salt.' });
  const host = `${HOST}:${port}`;
  expect(asked).toEqual([
    { url: '/robots.txt', host, name: HOST },
    { url: '/', host, name: HOST },
  ]);
});

it('nothing is asked of a server whose certificate is of another name', async () => {
  await expect(read('other.test')).rejects.toMatchObject({ name: 'PageUnavailable' });
  expect(asked).toEqual([]);
});

it('nothing is asked of a server whose certificate nobody vouches for', async () => {
  setDefaultCACertificates([]);
  try {
    await expect(read(HOST)).rejects.toMatchObject({ name: 'PageUnavailable' });
  } finally {
    setDefaultCACertificates([cert]);
  }
  expect(asked).toEqual([]);
});

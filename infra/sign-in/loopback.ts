/** Where the browser comes back to: a server on the loopback interface, for one answer (RFC 8252 section 7.3). */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { html } from '../local/identity/html.ts';
import { STYLE_ELEMENT, STYLE_SOURCE } from '../local/identity/style.ts';
import { SignInError } from './sign-in-error.ts';

export interface Loopback {
  /** The address, with the port that is listened on. */
  redirectUri: string;
  /**
   * The parameters of the first answer with this `state`; others are turned away.
   * @throws the signal's reason when that comes first.
   */
  answer(state: string, signal: AbortSignal): Promise<URLSearchParams>;
  close(): Promise<void>;
}

/**
 * Listens at the first of `redirectUris` whose port is free; one without a port takes any.
 * @throws SignInError when all of them are taken.
 */
export async function openLoopback(redirectUris: readonly string[]): Promise<Loopback> {
  const uris = redirectUris.map((uri) => new URL(uri));
  const ours = uris.filter(({ hostname }) => hostname === '127.0.0.1' || hostname === 'localhost');
  const server = createServer();
  for (const uri of ours) {
    if (!(await listens(server, Number(uri.port)))) continue;
    uri.port = String((server.address() as AddressInfo).port);
    return serve(server, uri);
  }
  throw new SignInError(
    `None of the addresses to come back to is free: ${redirectUris.join(', ')}. End what listens there.`,
  );
}

function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error);
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      resolve(true);
    });
  });
}

function serve(server: Server, uri: URL): Loopback {
  return {
    redirectUri: uri.href,
    answer: (state, signal) =>
      new Promise((resolve, reject) => {
        const stop = (): void => reject(signal.reason as Error);
        if (signal.aborted) return stop();
        signal.addEventListener('abort', stop, { once: true });
        server.on('request', (request, response) => {
          const asked = URL.parse(request.url ?? '/', uri.origin);
          if (request.method !== 'GET' || asked?.pathname !== uri.pathname) {
            return reply(response, 404, 'Nothing here', 'A command line waits here for a sign-in to end.');
          }
          if (asked.searchParams.get('state') !== state) {
            const detail = 'This answer belongs to another sign-in. Open the address that was printed last.';
            return reply(response, 400, 'That did not work', detail);
          }
          response.once('close', () => {
            signal.removeEventListener('abort', stop);
            resolve(asked.searchParams);
          });
          if (asked.searchParams.has('code')) {
            return reply(response, 200, 'Signed in', 'Go back to the terminal. You may close this window.');
          }
          reply(response, 400, 'That did not work', 'The terminal says why.');
        });
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function reply(response: ServerResponse, status: number, title: string, detail: string): void {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – Artissist</title>
        <link rel="icon" href="data:," />
        ${STYLE_ELEMENT}
      </head>
      <body>
        <header class="mark">Artissist</header>
        <main>
          <h1>${title}</h1>
          <p class="lead">${detail}</p>
        </main>
        <footer></footer>
      </body>
    </html>`;
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none';style-src ${STYLE_SOURCE};img-src data:;frame-ancestors 'none'`,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      connection: 'close',
    })
    .end(page.html);
}

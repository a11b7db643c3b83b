/**
 * Connections to public addresses only. A name is resolved once for each connection, every address of the answer is
 * checked, and the connection goes to one of those by its number: a name that changes its mind in between (DNS
 * rebinding) changes nothing. What was connected to is looked at once more before a byte is sent.
 */
import { lookup as resolveByNode } from 'node:dns/promises';
import { once } from 'node:events';
import {
  Agent as HttpAgent,
  get as getByHttp,
  type IncomingMessage,
  type OutgoingHttpHeaders,
} from 'node:http';
import { Agent as HttpsAgent, get as getByHttps } from 'node:https';
import { connect, isIP, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as secure, type ConnectionOptions } from 'node:tls';
import { notPublic } from './address-guard.ts';

export interface Resolved {
  address: string;
  family: number;
}

/** Addresses of a host name. @throws as `dns.lookup` does */
export type Resolve = (hostname: string) => Promise<Resolved[]>;

export const resolveBySystem: Resolve = (hostname) => resolveByNode(hostname, { all: true });

export interface GuardedAgent {
  /** Sends a GET, and answers when the headers are there. @throws PageRefusal, and what Node tells of a connection */
  get(url: URL, headers: OutgoingHttpHeaders): Promise<IncomingMessage>;
  /** Ends every connection. */
  destroy(): void;
}

/** Where a connection is wanted to, as agents say it. */
type Wanted = Omit<ConnectionOptions, 'port'> & { port?: number | string | null };

/** The request is told of it, where there still is one. */
const told = (): void => undefined;

type Connected = (error: Error | null, socket?: Duplex) => void;

/** @param signal ends everything that is under way: connections, waits for an answer, bodies */
export function createGuardedAgent(
  isAllowed: (address: string) => boolean,
  resolve: Resolve,
  signal: AbortSignal,
): GuardedAgent {
  /** Addresses that may be connected to, IPv4 first: it is reached from everywhere. @throws PageRefusal */
  async function addressesOf(hostname: string): Promise<string[]> {
    const literal = hostname.replace(/^\[|\]$/g, '');
    const found = isIP(literal) ? [{ address: literal, family: isIP(literal) }] : await resolve(hostname);
    // One address that is not public is one too many, whichever would be used.
    if (found.length === 0 || !found.every(({ address }) => isAllowed(address))) throw notPublic(hostname);
    return found.toSorted((a, b) => a.family - b.family).map(({ address }) => address);
  }

  async function connectTo({ host: hostname = '', port }: Wanted): Promise<Socket> {
    let problem: unknown;
    for (const host of await addressesOf(hostname)) {
      const socket = connect({ host, port: Number(port), signal }).on('error', told);
      try {
        await once(socket, 'connect');
      } catch (error) {
        problem = error;
        continue;
      }
      if (isAllowed(socket.remoteAddress ?? '')) return socket;
      socket.destroy();
      throw notPublic(hostname);
    }
    throw problem;
  }

  const tell = (connecting: Promise<Duplex>, connected: Connected): void =>
    void connecting.then(
      (socket) => connected(null, socket),
      (error: unknown) => connected(error instanceof Error ? error : new Error(String(error))),
    );

  class Http extends HttpAgent {
    override createConnection(wanted: Wanted, connected: Connected): undefined {
      tell(connectTo(wanted), connected);
    }
  }

  class Https extends HttpsAgent {
    override createConnection(wanted: Wanted, connected: Connected): undefined {
      // The name stays the host of `wanted`: the certificate has to be of it.
      const secured = async (): Promise<Duplex> => {
        const { port: _port, ...options } = wanted;
        const socket = secure({ ...options, socket: await connectTo(wanted) }).on('error', told);
        await once(socket, 'secureConnect', { signal });
        return socket;
      };
      tell(secured(), connected);
    }
  }

  const agents = { 'http:': new Http({ keepAlive: true }), 'https:': new Https({ keepAlive: true }) };
  return {
    get: (url, headers) =>
      new Promise((done, refuse) => {
        const request =
          url.protocol === 'https:'
            ? getByHttps(url, { agent: agents['https:'], headers, signal }, done)
            : getByHttp(url, { agent: agents['http:'], headers, signal }, done);
        request.once('error', refuse);
      }),
    destroy: () => Object.values(agents).forEach((agent) => agent.destroy()),
  };
}

/**
 * Connections to public addresses only. A name is resolved once for each connection, every address of the answer is
 * checked, and the connection goes to one of those by its number: a name that changes its mind in between (DNS
 * rebinding) changes nothing. What was connected to is looked at once more before a byte is sent.
 */
import { lookup as resolveByNode } from 'node:dns/promises';
import { isIP } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { notPublic } from './address-guard.ts';

export interface Resolved {
  address: string;
  family: number;
}

/** Addresses of a host name. @throws as `dns.lookup` does */
export type Resolve = (hostname: string) => Promise<Resolved[]>;

export const resolveBySystem: Resolve = (hostname) => resolveByNode(hostname, { all: true });

type Connected = Parameters<buildConnector.Callback>;

/** @param milliseconds for a connection, for headers and between two pieces of a body */
export function createGuardedAgent(
  isAllowed: (address: string) => boolean,
  resolve: Resolve,
  milliseconds: number,
): Agent {
  const connector = buildConnector({ timeout: milliseconds, allowH2: false });

  /** Addresses that may be connected to, IPv4 first: it is reached from everywhere. @throws PageRefusal */
  async function addressesOf(hostname: string): Promise<string[]> {
    const literal = hostname.replace(/^\[|\]$/g, '');
    const found = isIP(literal) ? [{ address: literal, family: isIP(literal) }] : await resolve(hostname);
    // One address that is not public is one too many, whichever would be used.
    if (found.length === 0 || !found.every(({ address }) => isAllowed(address))) throw notPublic(hostname);
    return found.toSorted((a, b) => a.family - b.family).map(({ address }) => address);
  }

  /** The host of `options` stays the name, for TLS and for the header. */
  const connectTo = (address: string, options: buildConnector.Options): Promise<Connected> =>
    new Promise((done) => connector({ ...options, hostname: address }, (...answer) => done(answer)));

  async function connect(options: buildConnector.Options): Promise<Connected> {
    let last: Connected = [notPublic(options.hostname), null];
    for (const address of await addressesOf(options.hostname)) {
      last = await connectTo(address, options);
      const [, socket] = last;
      if (!socket) continue;
      if (isAllowed(socket.remoteAddress ?? '')) return last;
      socket.destroy();
      return [notPublic(options.hostname), null];
    }
    return last;
  }

  return new Agent({
    allowH2: false,
    headersTimeout: milliseconds,
    bodyTimeout: milliseconds,
    connect(options, callback) {
      connect(options).then(
        (answer) => callback(...answer),
        (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
      );
    },
  });
}

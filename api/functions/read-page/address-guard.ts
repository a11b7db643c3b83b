/**
 * Which addresses may be fetched for a tenant: public ones only, so that nobody reaches the platform's own network
 * through it. See https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html
 */
import ipaddr from 'ipaddr.js';
import { PageRefusal } from './page-refusal.ts';

/** Public by their ranges, and serving a cloud's own machines all the same. */
const METADATA = new Set(['168.63.129.16']);

/** https://www.iana.org/assignments/ipv6-address-space: global unicast, the only block that is given out. */
const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/**
 * Whether an IP address is one of the public internet. Private, loopback, link-local, shared (CGNAT), multicast,
 * reserved and documentation ranges are not; nor is IPv6 that carries IPv4 (mapped, NAT64, 6to4, Teredo), since what
 * it carries is reached by another way.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || address.includes('%')) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast' || METADATA.has(parsed.toString())) return false;
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(GLOBAL_UNICAST);
}

export interface UrlRules {
  /** Ports that may be spoken to. */
  ports: ReadonlySet<number>;
  isAllowed: (address: string) => boolean;
}

/** What a person is told; where a name leads to is not said. */
export const notPublic = (host: string): PageRefusal =>
  new PageRefusal(
    'not-public',
    `${host} is not an address of the public internet. Give the address of a public page.`,
  );

/**
 * The URL of a page that may be asked for, before its name is resolved.
 * @throws PageRefusal
 */
export function checkedUrl(text: string, { ports, isAllowed }: UrlRules, base?: string): URL {
  const url = URL.parse(text, base);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new PageRefusal(
      'not-a-page',
      `Give an address that begins with http:// or https://. Received: ${text.slice(0, 200)}`,
    );
  }
  if (url.username || url.password) {
    throw new PageRefusal('not-a-page', 'The address holds a user name or a password. Give it without.');
  }
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  if (!ports.has(port)) {
    throw new PageRefusal(
      'not-a-page',
      `Pages are read from ports ${[...ports].join(' and ')}. Received: ${port}.`,
    );
  }
  // URL has written every way of spelling an IPv4 address as four numbers by now.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(host) && !isAllowed(host)) throw notPublic(url.hostname);
  url.hash = '';
  return url;
}

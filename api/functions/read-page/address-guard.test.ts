import { describe, expect, it } from 'vitest';
import { checkedUrl, isPublicAddress } from './address-guard.ts';

describe('an address is public', () => {
  it.each([
    '8.8.8.8',
    '93.184.216.34',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '2a00:1450:4001::200e',
  ])('%s', (address) => expect(isPublicAddress(address)).toBe(true));
});

describe('an address is not public', () => {
  it.each([
    ['this host', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['link-local', '169.254.0.1'],
    ['metadata', '169.254.169.254'],
    ['metadata of containers', '169.254.170.2'],
    ['shared between customers', '100.64.0.1'],
    ['metadata in the shared range', '100.100.100.200'],
    ['metadata at a public number', '168.63.129.16'],
    ['protocols', '192.0.0.192'],
    ['documentation', '192.0.2.1'],
    ['benchmarks', '198.18.0.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['IPv6 this host', '::'],
    ['IPv6 loopback', '::1'],
    ['IPv6 link-local', 'fe80::1'],
    ['IPv6 link-local with a zone', 'fe80::1%eth0'],
    ['IPv6 unique local', 'fd12:3456::1'],
    ['IPv6 metadata', 'fd00:ec2::254'],
    ['IPv6 site-local', 'fec0::1'],
    ['IPv6 multicast', 'ff02::1'],
    ['IPv6 documentation', '2001:db8::1'],
    ['IPv4 mapped', '::ffff:127.0.0.1'],
    ['IPv4 mapped, in hexadecimal', '::ffff:a9fe:a9fe'],
    ['IPv4 mapped, public', '::ffff:8.8.8.8'],
    ['IPv4 compatible', '::127.0.0.1'],
    ['NAT64', '64:ff9b::169.254.169.254'],
    ['NAT64, local use', '64:ff9b:1::a9fe:a9fe'],
    ['6to4', '2002:7f00:1::1'],
    ['Teredo', '2001:0:7f00:1::1'],
    ['no address', 'localhost'],
    ['no address', ''],
  ])('%s: %s', (_, address) => expect(isPublicAddress(address)).toBe(false));
});

describe('a URL', () => {
  const rules = { ports: new Set([80, 443]), isAllowed: isPublicAddress };

  it.each([
    ['http://example.org/a?b#c', 'http://example.org/a?b'],
    ['https://example.org:443/', 'https://example.org/'],
    ['http://8.8.8.8/', 'http://8.8.8.8/'],
  ])('%s is asked for', (text, url) => expect(checkedUrl(text, rules).href).toBe(url));

  it('of a redirect is taken from the page before', () => {
    expect(checkedUrl('../b', rules, 'https://example.org/a/c').href).toBe('https://example.org/b');
  });

  it.each([
    ['another scheme', 'ftp://example.org/', 'not-a-page'],
    ['a file', 'file:///etc/passwd', 'not-a-page'],
    ['data', 'data:text/html,hello', 'not-a-page'],
    ['no address', 'example', 'not-a-page'],
    ['a password', 'http://a:b@example.org/', 'not-a-page'],
    ['another port', 'http://example.org:6379/', 'not-a-page'],
    ['metadata', 'http://169.254.169.254/latest/meta-data/', 'not-public'],
    ['one number', 'http://2130706433/', 'not-public'],
    ['octal numbers', 'http://0177.0.0.1/', 'not-public'],
    ['hexadecimal numbers', 'http://0x7f.1/', 'not-public'],
    ['full-width digits', 'http://１２７.0.0.1/', 'not-public'],
    ['IPv6 loopback', 'http://[::1]/', 'not-public'],
    ['IPv4 in IPv6', 'http://[::ffff:169.254.169.254]/', 'not-public'],
  ])('with %s is refused', (_, text, code) => {
    expect(() => checkedUrl(text, rules)).toThrow(expect.objectContaining({ name: 'PageRefusal', code }));
  });
});

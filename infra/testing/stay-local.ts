/**
 * Keeps tests on this machine: a connection to another host, or a server that listens on every address, throws where it
 * is asked for. The host of an `..._ENDPOINT` or `AWS_ENDPOINT_URL_...` variable is allowed, as it aims a contract suite at a real service.
 */
import net from 'node:net';

const local = new Set(['localhost', '127.0.0.1', '::1', '::ffff:127.0.0.1']);

const endpoints = Object.entries(process.env)
  .filter(([name, value]) => /_ENDPOINT(_|$)/.test(name) && URL.canParse(value ?? ''))
  .map(([, value]) => new URL(value ?? '').hostname);
const allowed = new Set([...local, ...endpoints]);

guard(net.Socket.prototype, 'connect', (address) => {
  const host = address.host ?? 'localhost';
  if (!allowed.has(host) && !host.startsWith('127.')) {
    return `A test tried to reach ${host}: tests stay on this machine. Pass a stand-in, or aim the suite at a real service with its ..._ENDPOINT variable.`;
  }
});
guard(net.Server.prototype, 'listen', (address) => {
  if (address.host === undefined || !local.has(address.host)) {
    return `A test's server listens on ${address.host ?? 'every address'}: pass the host 127.0.0.1.`;
  }
});

interface Address {
  port: number;
  host: string | undefined;
}

/** Wraps a method of Node's net module, whose arguments are `(port, host?, ...)`, `(options)` or `([options])`. */
function guard(owner: object, method: string, problemOf: (address: Address) => string | undefined): void {
  const original: unknown = Reflect.get(owner, method);
  if (typeof original !== 'function' || Reflect.has(original, 'guarded')) return;
  const guarded = function (this: unknown, ...args: unknown[]): unknown {
    const address = addressOf(args);
    const problem = address && problemOf(address);
    if (problem !== undefined) throw new Error(problem);
    return Reflect.apply(original, this, args);
  };
  Reflect.set(owner, method, Object.assign(guarded, { guarded: true }));
}

/** The TCP address in the arguments; undefined for a socket file or a handle. */
function addressOf(args: unknown[]): Address | undefined {
  const first: unknown = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (typeof first === 'number')
    return { port: first, host: typeof args[1] === 'string' ? args[1] : undefined };
  if (typeof first !== 'object' || first === null || !('port' in first)) return undefined;
  const host = 'host' in first && typeof first.host === 'string' ? first.host : undefined;
  return { port: Number(first.port), host };
}

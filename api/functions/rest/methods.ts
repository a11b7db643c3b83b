import { RestError } from './rest-error.ts';

/** What an address allows, as the header `Allow` lists it: `HEAD` comes with `GET`, `OPTIONS` always. */
export function allowed(methods: Iterable<string>): string {
  const named = [...methods];
  const reading = named.includes('GET') ? ['GET', 'HEAD'] : [];
  return [...reading, ...named.filter((name) => name !== 'GET'), 'OPTIONS'].join(', ');
}

/** 405 with the methods that the address does take. */
export function methodNotAllowed(method: string, methods: Iterable<string>): RestError {
  const allow = allowed(methods);
  return new RestError('MethodNotAllowed', `This address takes ${allow}. Received: ${method.slice(0, 20)}.`, {
    headers: { allow },
  });
}

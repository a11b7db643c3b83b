/**
 * `util.http`. Follows https://docs.aws.amazon.com/appsync/latest/devguide/http-helpers-in-util-http-js.html:
 * `copyHeaders` leaves out the restricted headers; a response header whose name is not allowed is an error.
 */
import { invalidArgument, isObject, record } from './evaluation.ts';

const RESTRICTED = [
  'transfer-encoding',
  'connection',
  'host',
  'expect',
  'keep-alive',
  'upgrade',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'content-length',
];
const RESPONSE_NAME = /^[A-Za-z0-9_-]{1,128}$/;
const RESERVED_PREFIX = /^(x-amzn-|x-amz-)/i;

function addResponseHeader(name: string, value: unknown): void {
  if (!RESPONSE_NAME.test(name) || RESERVED_PREFIX.test(name) || RESTRICTED.includes(name.toLowerCase())) {
    invalidArgument(`util.http.addResponseHeader does not accept this header name. Received: ${name}`);
  }
  record().responseHeaders[name] = String(value);
}

export const http = {
  copyHeaders(headers: unknown): Record<string, unknown> {
    if (!isObject(headers)) return {};
    return Object.fromEntries(
      Object.entries(headers).filter(([name]) => !RESTRICTED.includes(name.toLowerCase())),
    );
  },
  addResponseHeader,
  addResponseHeaders(headers: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(headers)) addResponseHeader(name, value);
  },
};

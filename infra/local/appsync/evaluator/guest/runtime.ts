/**
 * `runtime`. `earlyReturn` leaves the handler that calls it with the value given; what is skipped then is the
 * executor's to decide, by `skipTo` (NEXT when not given).
 * Follows https://docs.aws.amazon.com/appsync/latest/devguide/runtime-utils-js.html.
 */
import { HALT, invalidArgument, isObject, record } from './evaluation.ts';

function earlyReturn(value?: unknown, options?: unknown): never {
  const skipTo = isObject(options) ? (options['skipTo'] ?? 'NEXT') : 'NEXT';
  if (skipTo !== 'END' && skipTo !== 'NEXT') {
    invalidArgument(`runtime.earlyReturn takes skipTo END or NEXT. Received: ${String(skipTo)}`);
  }
  record().earlyReturn = { skipTo };
  record().earlyValue = value;
  throw HALT;
}

export const runtime = { earlyReturn };

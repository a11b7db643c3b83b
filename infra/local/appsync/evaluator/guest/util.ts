/**
 * `util` of APPSYNC_JS: built-in utilities.
 * Follows https://docs.aws.amazon.com/appsync/latest/devguide/built-in-util-js.html.
 */
import type { ResolverError } from '../../types.ts';
import { dynamodb } from './dynamodb-types.ts';
import { base64Decode, base64Encode, escapeJavaScript, urlDecode, urlEncode } from './encoding.ts';
import { contextInfo } from './context.ts';
import { HALT, record, toJson } from './evaluation.ts';
import { http } from './http.ts';
import { autoId, autoKsuid, autoUlid } from './ids.ts';
import { matches } from './java-pattern.ts';
import { math } from './math.ts';
import { str } from './str.ts';
import { time } from './time.ts';
import { transform } from './transform.ts';
import { unavailable } from './unavailable.ts';

function resolverError(message: unknown, type: unknown, data: unknown, info: unknown): ResolverError {
  return {
    message: message === undefined || message === null ? 'null' : String(message),
    type: type === undefined || type === null ? null : String(type),
    ...(data === undefined ? {} : { data: toJson(data) }),
    ...(info === undefined ? {} : { info: toJson(info) }),
  };
}

function error(message?: unknown, type?: unknown, data?: unknown, info?: unknown): never {
  record().error = resolverError(message, type, data, info);
  throw HALT;
}

function appendError(message?: unknown, type?: unknown, data?: unknown, info?: unknown): void {
  record().appendedErrors.push(resolverError(message, type, data, info));
}

function unauthorized(): never {
  const { fieldName, parentTypeName } = contextInfo();
  const message = `Not Authorized to access ${fieldName} on type ${parentTypeName}`;
  record().error = { message, type: 'Unauthorized' };
  throw HALT;
}

export const util = {
  error,
  appendError,
  unauthorized,
  authType: () => record().authType,
  matches,
  autoId,
  autoUlid,
  autoKsuid,
  base64Encode,
  base64Decode,
  urlEncode,
  urlDecode,
  escapeJavaScript,
  time,
  dynamodb,
  transform,
  str,
  http,
  math,
  rds: unavailable('util.rds', ['toJsonObject', 'toJsonString']),
  xml: unavailable('util.xml', ['toMap', 'toJsonString']),
};

/** A request and its reply, free of any server: what `fetch` and `handle` both reduce to. */
export interface HttpCall {
  method: string;
  /** Path and query. */
  url: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: string;
  /** The caller's address, for `ctx.identity.sourceIp`. */
  sourceIp: string;
}

export interface HttpReply {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** AppSync lets every origin call it. */
export const CORS_HEADERS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType',
};

const JSON_TYPE = 'application/json;charset=UTF-8';

/** A reply with a JSON body. The value is written once, here. */
export function jsonReply(
  status: number,
  value: unknown,
  requestId: string,
  headers: Record<string, string> = {},
): HttpReply {
  return {
    status,
    headers: {
      'content-type': JSON_TYPE,
      'x-amzn-requestid': requestId,
      ...CORS_HEADERS,
      ...headers,
    },
    body: JSON.stringify(value),
  };
}

/** The reply to a request that is refused as a whole. */
export function errorReply(status: number, errorType: string, message: string, requestId: string): HttpReply {
  return jsonReply(status, { errors: [{ errorType, message }] }, requestId, {
    'x-amzn-errortype': errorType,
  });
}

/** The answer to a browser's preflight request. */
export function preflightReply(requestId: string): HttpReply {
  return {
    status: 200,
    headers: {
      'x-amzn-requestid': requestId,
      ...CORS_HEADERS,
      'access-control-allow-methods': 'POST, OPTIONS',
      'access-control-allow-headers': '*, authorization',
      'access-control-max-age': '172800',
    },
    body: '',
  };
}

import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** A function behind an API Gateway HTTP API, payload format 2.0. */
export type HttpApiHandler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

/** API Gateway takes at most this many bytes of body; what comes after them is dropped. */
const MAX_BODY = 10 * 1_048_576;

/**
 * Answers requests of Node's HTTP server with a function that is deployed behind an API Gateway HTTP API. Headers arrive
 * in lower case and repeated ones joined by commas, as "Working with AWS Lambda proxy integrations for HTTP APIs" says.
 */
export function createRestHandler(
  handler: HttpApiHandler,
): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  return async (req, res) => {
    const body = await read(req);
    const result = await handler(eventOf(req, body));
    send(res, result, req.method === 'HEAD');
  };
}

/** The body, as far as API Gateway takes it: that is enough for the function to refuse it. */
async function read(req: IncomingMessage): Promise<Buffer> {
  if (req.method === 'GET' || req.method === 'HEAD') return Buffer.alloc(0);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BODY) chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function eventOf(req: IncomingMessage, body: Buffer): APIGatewayProxyEventV2 {
  const url = req.url ?? '/';
  const mark = url.indexOf('?');
  const rawPath = mark === -1 ? url : url.slice(0, mark);
  const now = Date.now();
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString: mark === -1 ? '' : url.slice(mark + 1),
    headers: headersOf(req),
    ...bodyOf(body),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: {
        method: req.method ?? 'GET',
        path: rawPath,
        protocol: `HTTP/${req.httpVersion}`,
        sourceIp: req.socket.remoteAddress ?? '127.0.0.1',
        userAgent: req.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: new Date(now).toISOString(),
      timeEpoch: now,
    },
  };
}

/** Text goes as text, anything else in base64. */
function bodyOf(body: Buffer): Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded'> {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = isUtf8(body);
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(',') : value;
  }
  return flat;
}

function send(res: ServerResponse, result: APIGatewayProxyStructuredResultV2, head: boolean): void {
  const body =
    result.isBase64Encoded === true ? Buffer.from(result.body ?? '', 'base64') : (result.body ?? '');
  const headers = result.headers ?? {};
  const length =
    head || result.statusCode === 204 || result.statusCode === 304
      ? {}
      : { 'content-length': Buffer.byteLength(body) };
  res.writeHead(result.statusCode ?? 200, { ...headers, ...length } as Record<string, string | number>);
  res.end(head ? undefined : body);
}

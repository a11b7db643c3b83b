/**
 * Talking to OpenSearch: signed for OpenSearch Serverless, or plain to an endpoint of one's own.
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-clients.html
 */
import { Client } from '@opensearch-project/opensearch';
import { AwsSigv4Signer } from '@opensearch-project/opensearch/aws-v3';
import { SearchUnavailable } from './port.ts';

/** What is used of a client of `@opensearch-project/opensearch`. */
export interface OpenSearchTransport {
  transport: {
    request(
      params: {
        method: string;
        path: string;
        querystring?: Record<string, string>;
        body?: unknown;
        bulkBody?: unknown[];
      },
      options?: { ignore?: number[] },
    ): PromiseLike<{ statusCode: number | null; body: unknown }>;
  };
  close(): Promise<void>;
}

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

export interface OpenSearchClientOptions {
  /** For example `https://<id>.eu-west-1.aoss.amazonaws.com`. */
  endpoint: string;
  /** Requests are signed for OpenSearch Serverless in this region; absent for a plain endpoint. */
  signed?: { region: string; credentials: () => Promise<Credentials> };
  /** Time for one request, in milliseconds. */
  timeoutMs?: number;
}

/** A collection that was asleep answers late: longer than this nobody waits for an answer. */
const TIMEOUT_MS = 10_000;

export function createOpenSearchClient({
  endpoint,
  signed,
  timeoutMs = TIMEOUT_MS,
}: OpenSearchClientOptions): OpenSearchTransport {
  const signer =
    signed && AwsSigv4Signer({ region: signed.region, service: 'aoss', getCredentials: signed.credentials });
  return new Client({
    ...signer,
    node: endpoint,
    requestTimeout: timeoutMs,
    maxRetries: 2,
  }) as OpenSearchTransport;
}

export interface Request {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  query?: Record<string, string>;
  body?: object;
  /** Objects of a body with one a line. */
  lines?: object[];
}

/** Sends a request; `null` for 404. @throws SearchUnavailable, OpenSearchRefusal */
export type Send = <Answer>(request: Request) => Promise<Answer | null>;

/** OpenSearch understood the request and would not do it. */
export class OpenSearchRefusal extends Error {
  override name = 'OpenSearchRefusal';
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Throttled, or a node away: worth trying again. */
export const isPassing = (status: number): boolean => status === 429 || status >= 500;

export function sender(client: OpenSearchTransport): Send {
  return async <Answer>({ method, path, query, body, lines }: Request) => {
    const params = {
      method,
      path,
      ...(query && { querystring: query }),
      ...(body && { body }),
      ...(lines && { bulkBody: lines }),
    };
    try {
      const { statusCode, body: answer } = await client.transport.request(params, { ignore: [404] });
      return statusCode === 404 ? null : (answer as Answer);
    } catch (error) {
      throw translated(error, `${method} ${path}`);
    }
  };
}

/** Without a status there was no answer: no connection, or none in time. */
function translated(error: unknown, what: string): Error {
  const { statusCode, message } = error as { statusCode?: number; message?: string };
  if (statusCode === undefined || isPassing(statusCode)) {
    return new SearchUnavailable(`OpenSearch does not answer now: try again. (${what}: ${message ?? ''})`, {
      cause: error,
    });
  }
  return new OpenSearchRefusal(statusCode, `OpenSearch refused ${what} with ${statusCode}: ${message ?? ''}`);
}

import { isErrorName, type ErrorName } from '#api/errors.ts';
import type { OperationData } from '#openapi/operations.gen.ts';
import { CHALLENGE } from './credential.ts';
import { internal, RestError, shown, type FieldProblem } from './rest-error.ts';

/** The part of the global `fetch` that the mirror uses. */
export type Fetch = (
  url: string,
  init: RequestInit,
) => Promise<Pick<Response, 'status' | 'json' | 'headers'>>;

/** One entry of `errors` in a GraphQL answer, as AppSync writes it. */
interface GraphQLErrorEntry {
  message?: string;
  errorType?: string | null;
  errorInfo?: Readonly<Record<string, unknown>> | null;
}

interface GraphQLAnswer {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLErrorEntry[];
}

/** Turns an argument path of GraphQL, such as `input.links[0].url`, into what a REST caller sent. */
export type FieldName = (argument: string) => string;

/** AppSync gives a request 30 seconds; so does API Gateway, so the mirror stops a little earlier. */
const TIMEOUT = 28_000;

/** Asks GraphQL. Throws a `RestError` for every error that comes back, for the first when there are several. */
export class Upstream {
  readonly #fetch: Fetch;
  readonly #url: string;

  constructor(fetch: Fetch, url: string) {
    this.#fetch = fetch;
    this.#url = url;
  }

  /** The operation's answer: the value at its path in `data`. */
  async ask(
    operation: OperationData,
    variables: Readonly<Record<string, unknown>>,
    headers: Readonly<Record<string, string>>,
    fieldName: FieldName,
  ): Promise<unknown> {
    const { status, answer } = await this.#send({ query: operation.document, variables }, headers);
    if (status !== 200) throw transportError(status, answer);
    const [error] = answer.errors ?? [];
    if (error !== undefined) throw translated(error, fieldName, variables);
    const value = operation.path.reduce<unknown>(
      (at, name) => (at as Record<string, unknown> | null | undefined)?.[name],
      answer.data,
    );
    if (value === null || value === undefined) throw internal({ operation: operation.path, answer });
    return value;
  }

  async #send(
    body: object,
    headers: Readonly<Record<string, string>>,
  ): Promise<{ status: number; answer: GraphQLAnswer }> {
    try {
      const response = await this.#fetch(this.#url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT),
      });
      return { status: response.status, answer: (await response.json()) as GraphQLAnswer };
    } catch (cause) {
      throw unavailable('The API did not answer in time or not in JSON. Try again in a moment.', cause);
    }
  }
}

function unavailable(detail: string, cause?: unknown): RestError {
  return new RestError('Unavailable', detail, { headers: { 'retry-after': '2' }, cause });
}

function unauthenticated(): RestError {
  return new RestError(
    'Unauthenticated',
    'The token is not valid, or no longer. Sign in again or create a new token.',
    {
      headers: { 'www-authenticate': `${CHALLENGE}, error="invalid_token"` },
    },
  );
}

function transportError(status: number, answer: GraphQLAnswer): RestError {
  if (status === 401) return unauthenticated();
  if (status === 413)
    return new RestError(
      'TooLarge',
      'The body is larger than the API takes, 1 MB with the operation. Send less.',
    );
  if (status === 403) return new RestError('Forbidden', 'This credential does not allow the request.');
  if (status === 429) return throttled();
  if (status >= 500) return unavailable(`The API answered ${status}. Try again in a moment.`);
  return new RestError('Internal', 'The request could not be passed on.', { cause: { status, answer } });
}

function throttled(): RestError {
  return new RestError('Throttled', 'Too many requests at once. Try again in a second.', {
    headers: { 'retry-after': '1' },
  });
}

/** An error of a resolver, of AppSync or of a data source as one of ours. */
function translated(
  error: GraphQLErrorEntry,
  fieldName: FieldName,
  variables: Readonly<Record<string, unknown>>,
): RestError {
  const type = error.errorType ?? '';
  const message = error.message ?? '';
  if (isErrorName(type)) return ours(type, message, error.errorInfo ?? {}, fieldName, variables);
  if (type === 'Unauthorized')
    return new RestError('Forbidden', 'This credential does not allow the request.');
  if (type === 'UnauthorizedException') return unauthenticated();
  if (/Throttl|ThroughputExceeded|TooManyRequests|LimitExceeded/.test(type)) return throttled();
  if (/^(Validation error|Variable )/.test(message)) return new RestError('BadInput', message.slice(0, 500));
  return new RestError(
    'Internal',
    'Something went wrong here. Try again; if it stays, report the request id.',
    {
      cause: error,
    },
  );
}

function ours(
  kind: ErrorName,
  message: string,
  errorInfo: Readonly<Record<string, unknown>>,
  fieldName: FieldName,
  variables: Readonly<Record<string, unknown>>,
): RestError {
  const { field, received, fix, problems, ...info } = errorInfo;
  const listed = Array.isArray(problems)
    ? problems
    : typeof field === 'string'
      ? [{ field, received, fix }]
      : [];
  const errors = (listed as Record<keyof FieldProblem, unknown>[]).map((problem) => {
    const name = fieldName(String(problem.field));
    // Not every data source says what it was sent, for example a cursor.
    const sent = Object.hasOwn(variables, name) ? shown(variables[name]) : '';
    return { field: name, received: String(problem.received ?? sent), fix: String(problem.fix ?? '') };
  });
  if (kind === 'Unauthenticated') {
    return new RestError(kind, message, {
      headers: { 'www-authenticate': `${CHALLENGE}, error="invalid_token"` },
    });
  }
  if (kind === 'Unavailable') return unavailable(message, { message, errorInfo });
  if (kind === 'Internal') {
    return internal({ message, errorInfo });
  }
  const [first] = errors;
  const named = first !== undefined && typeof field === 'string' && message.startsWith(`${field} `);
  const unlisted = first === undefined && typeof fix === 'string' ? ` ${fix}` : '';
  const detail = named ? `${first.field}${message.slice(field.length)}` : `${message}${unlisted}`;
  return new RestError(kind, detail, { errors, info });
}

import type { ErrorName } from '#api/errors.ts';

/** One thing that is wrong with a request. */
export interface FieldProblem {
  /** JSON pointer into the body, `body` for all of it, or the name of a parameter or header. */
  field: string;
  /** What came, as JSON, cut when long. */
  received: string;
  /** What to send instead. */
  fix: string;
}

/** What a problem may carry besides its name and detail. */
export interface RestErrorOptions {
  errors?: readonly FieldProblem[];
  headers?: Readonly<Record<string, string>>;
  /** Members of the API's own `errorInfo` that help the caller, for example the id behind a taken reference. */
  info?: Readonly<Record<string, unknown>>;
  cause?: unknown;
}

/** Ends a request with one of the errors of `api/errors.ts`. */
export class RestError extends Error {
  readonly kind: ErrorName;
  readonly errors: readonly FieldProblem[];
  readonly headers: Readonly<Record<string, string>>;
  readonly info: Readonly<Record<string, unknown>>;

  constructor(kind: ErrorName, detail: string, options: RestErrorOptions = {}) {
    super(detail, { cause: options.cause });
    this.kind = kind;
    this.errors = options.errors ?? [];
    this.headers = options.headers ?? {};
    this.info = options.info ?? {};
  }
}

/** `BadInput` for one or more fields; the detail names the first. */
export function badInput(problems: readonly FieldProblem[]): RestError {
  const [first] = problems;
  const detail =
    first === undefined
      ? 'The input is not valid.'
      : `${first.field}: ${first.fix} Received: ${first.received}.`;
  return new RestError('BadInput', detail, { errors: problems });
}

/** A value as JSON for a message, cut after 80 characters. It may be nested however deep. */
export function shown(value: unknown): string {
  const text = asJson(typeof value === 'string' ? value.slice(0, 80) : value);
  return text.length > 84 ? `${text.slice(0, 80).toWellFormed()}…` : text;
}

/** `JSON.stringify` runs out of stack on values that `JSON.parse` reads: of those, the beginning is enough. */
function asJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'nothing';
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return `${beginning(value)}…`;
  }
}

/** The first value within the first value, and so on: more than 84 characters, or to the last. */
function beginning(value: unknown): string {
  let text = '';
  let at = value;
  while (text.length <= 84 && typeof at === 'object' && at !== null) {
    const [first] = Object.entries(at);
    text += Array.isArray(at) ? '[' : `{${first === undefined ? '' : `${JSON.stringify(first[0])}:`}`;
    at = first?.[1];
  }
  return text;
}

/** An error that is not the caller's; the cause goes to the log, not to the caller. */
export function internal(cause: unknown): RestError {
  return new RestError(
    'Internal',
    'Something went wrong here. Try again; if it stays, report the request id.',
    { cause },
  );
}

import type { ErrorName } from '#api/errors.ts';

/** One thing that is wrong with a request. */
export interface FieldProblem {
  /** JSON pointer into the body, or the name of a parameter or header. */
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

/** A value as JSON for a message, cut after 80 characters. */
export function shown(value: unknown): string {
  const text = JSON.stringify(typeof value === 'string' ? value.slice(0, 80) : value) ?? 'nothing';
  return text.length > 84 ? `${text.slice(0, 80).toWellFormed()}…` : text;
}

/** An error that is not the caller's; the cause goes to the log, not to the caller. */
export function internal(cause: unknown): RestError {
  return new RestError(
    'Internal',
    'Something went wrong here. Try again; if it stays, report the request id.',
    { cause },
  );
}

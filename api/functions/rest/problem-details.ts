import { errors, errorSlug } from '#api/errors.ts';
import type { FieldProblem, RestError } from './rest-error.ts';

/** The media type of problem details. */
export const PROBLEM_TYPE = 'application/problem+json';

/** An error as RFC 9457 writes it. */
export interface ProblemDetails {
  /** Address whose end is the error's permanent name. */
  type: string;
  title: string;
  status: number;
  /** What was received and what to do. */
  detail: string;
  /** Id of the request. */
  instance: string;
  errors?: readonly FieldProblem[];
  info?: Readonly<Record<string, unknown>>;
}

/** The problem details of an error. `problemBase` ends before the slash. */
export function problemDetails(error: RestError, requestId: string, problemBase: string): ProblemDetails {
  const { status, title } = errors[error.kind];
  return {
    type: `${problemBase}/${errorSlug(error.kind)}`,
    title,
    status,
    detail: error.message,
    instance: requestId,
    ...(error.errors.length === 0 ? {} : { errors: error.errors }),
    ...(Object.keys(error.info).length === 0 ? {} : { info: error.info }),
  };
}

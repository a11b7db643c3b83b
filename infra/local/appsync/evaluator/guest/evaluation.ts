/**
 * The record of the evaluation under way: what `util`, `extensions` and `runtime` write beside the handler's value.
 * Evaluations are synchronous, so there is one at a time in a context.
 */
import type { AuthType, ExtensionCall, Json, JsonObject, ResolverError } from '../../types.ts';

export interface EvaluationRecord {
  authType: AuthType;
  /** 64 hex digits from the host: the key of `random.ts`. */
  seed: string;
  error: ResolverError | null;
  earlyReturn: { skipTo: 'END' | 'NEXT' } | null;
  earlyValue: unknown;
  appendedErrors: ResolverError[];
  responseHeaders: Record<string, string>;
  extensions: ExtensionCall[];
  logs: string[];
}

let current: EvaluationRecord | null = null;

/** Thrown to leave a handler. APPSYNC_JS has no `try`, so nothing but the evaluator sees it. */
export const HALT = Object.freeze({ halt: true });

/** Starts a record and makes it the current one. */
export function begin(authType: AuthType, seed: string): EvaluationRecord {
  current = {
    authType,
    seed,
    error: null,
    earlyReturn: null,
    earlyValue: undefined,
    appendedErrors: [],
    responseHeaders: {},
    extensions: [],
    logs: [],
  };
  return current;
}

/** The record to write to. */
export function record(): EvaluationRecord {
  if (current === null) throw new Error('No evaluation is under way: call util inside a handler.');
  return current;
}

/** Raises an error of the local runtime itself, for what AWS has and it has not. */
export function notImplemented(name: string): never {
  record().error = { message: `not implemented by the local runtime: ${name}`, type: 'Code' };
  throw HALT;
}

/** Stops the handler with an argument error, as a call with a wrong argument does on AWS. */
export function invalidArgument(message: string): never {
  record().error = { message, type: 'Code' };
  throw HALT;
}

/** A copy in plain JSON, taken when the value is handed over: later changes to the original do not show. */
export function toJson(value: unknown): Json {
  const text = JSON.stringify(value);
  return text === undefined ? null : (JSON.parse(text) as Json);
}

/** True for what JSON calls an object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

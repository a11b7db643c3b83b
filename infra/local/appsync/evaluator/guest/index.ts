/**
 * The guest library's entry: loads into a fresh context, locks it down, and answers the one function that the host
 * calls. Only strings go in and out of it.
 */
import type { Evaluation, JsonObject } from '../../types.ts';
import { guestConsole } from './console.ts';
import { handlerContext } from './context.ts';
import * as dynamodbHelpers from './dynamodb-helpers.ts';
import { begin, HALT } from './evaluation.ts';
import type { EvaluationRecord } from './evaluation.ts';
import { extensions } from './extensions.ts';
import { freeze } from './intrinsics.ts';
import { lockdown } from './lockdown.ts';
import { runtime } from './runtime.ts';
import { util } from './util.ts';

type Handler = (context: object) => unknown;
/** Resolver code as linked by the host: given the two modules, it answers its handlers. */
type ModuleBody = (utils: object, dynamodb: object) => { request?: Handler; response?: Handler };

/** Answers an evaluation as JSON text. `moving`, `info` and `call` are the context's `ContextTexts`, `seed` 64 hex digits. */
export type Evaluate = (
  handler: 'request' | 'response',
  moving: string,
  info: string,
  call: string,
  seed: string,
) => string;

const { stringify } = JSON;

/** A JavaScript error of the engine's, such as reading a member of null. */
function runtimeError(reason: unknown): { message: string; type: string } {
  return { message: `Runtime Error: ${describe(reason)}`, type: 'Code' };
}

/** Code that got past the checker can throw anything, also what throws when it is read. */
function describe(reason: unknown): string {
  try {
    const { name, message } = reason as { name?: unknown; message?: unknown };
    return `${name}: ${message}`;
  } catch {
    return 'a value that is no error was thrown';
  }
}

function outcome(record: EvaluationRecord, value: unknown, stash: unknown): Evaluation & { logs?: string[] } {
  const { logs } = record;
  return {
    value: (value === undefined ? null : value) as Evaluation['value'],
    stash: stash as JsonObject,
    earlyReturn: record.earlyReturn,
    error: record.error,
    appendedErrors: record.appendedErrors,
    responseHeaders: record.responseHeaders,
    extensions: record.extensions,
    ...(logs.length > 0 && { logs }),
  };
}

/** The text for a handler that was left. A value that JSON can't hold is an error of its own. */
function ended(record: EvaluationRecord, stash: JsonObject): string {
  try {
    if (record.error === null) return stringify(outcome(record, record.earlyValue, stash));
    record.earlyReturn = null;
    return stringify(outcome(record, null, stash));
  } catch (reason) {
    record.error = runtimeError(reason);
    record.earlyReturn = null;
    return stringify(outcome(record, null, {}));
  }
}

/** Each evaluation runs the module from its top, so that its variables start anew, as on AWS. */
function link(body: ModuleBody): Evaluate {
  return (name, movingText, infoText, callText, seed) => {
    const { context, moving } = handlerContext([movingText, infoText, callText]);
    const { stash, authType } = moving;
    const record = begin(authType, seed);
    try {
      const handler = body(utils, dynamodb)[name];
      return stringify(outcome(record, (handler as Handler)(context), stash));
    } catch (reason) {
      if (reason !== HALT) record.error = runtimeError(reason);
      return ended(record, stash);
    }
  };
}

const utils = freeze({ util, extensions, runtime });
const dynamodb = freeze({ ...dynamodbHelpers });
lockdown({ util, extensions, runtime, console: guestConsole }, [utils, dynamodb]);

export { link };

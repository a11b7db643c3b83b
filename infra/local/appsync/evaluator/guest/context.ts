/**
 * `ctx` out of the host's two texts. What is the same in all evaluations of a field (who calls, with what headers, what
 * is selected) is most of it and seldom read, so it is parsed when a handler reads it.
 */
import type { EvaluationContext, Json } from '../../types.ts';
import { defineProperty, freeze } from './intrinsics.ts';

/** The same in all evaluations of a field. */
export type Fixed = Pick<EvaluationContext, 'identity' | 'request' | 'info' | 'env'>;

/** What changes from one evaluation to the next. `prev` is true when its result is `result`. */
export type Moving = Omit<EvaluationContext, keyof Fixed | 'prev'> & {
  prev: EvaluationContext['prev'] | true;
};

/** What the getters of the context of the evaluation under way read from. There is one at a time. */
interface Reading {
  movingText: string;
  fixedText: string;
  fixed: Fixed | null;
  /** The result, until it is taken as the value of `result` or of `prev`. */
  untaken: { value: Json } | null;
  result: { value: Json } | null;
  prev: EvaluationContext['prev'];
}

const { parse } = JSON;

let reading: Reading;

function fixed(): Fixed {
  return (reading.fixed ??= parse(reading.fixedText) as Fixed);
}

/** Who reads both `result` and `prev` gets two values, so that changing one leaves the other. */
function takeResult(): Json {
  const { untaken } = reading;
  reading.untaken = null;
  return untaken === null ? (parse(reading.movingText) as Moving).result : untaken.value;
}

/**
 * A member that is made when it is read. Its getter is the same for all contexts, which lets V8 keep one hidden class
 * for them; resolver code may reach it, so it is frozen as everything is.
 */
function lazy(get: () => unknown): PropertyDescriptor {
  return { get: freeze(get), enumerable: true };
}

const IDENTITY = lazy(() => fixed().identity);
const REQUEST = lazy(() => fixed().request);
const INFO = lazy(() => fixed().info);
const ENV = lazy(() => fixed().env);
const RESULT = lazy(() => (reading.result ??= { value: takeResult() }).value);
const PREV = lazy(() => (reading.prev ??= { result: takeResult() }));

/** `ctx`, for the evaluation that begins. */
export function handlerContext(movingText: string, fixedText: string): { context: object; moving: Moving } {
  const moving = parse(movingText) as Moving;
  const { arguments: args, source, stash, error, result, prev } = moving;
  const shared = prev === true;
  reading = { movingText, fixedText, fixed: null, untaken: { value: result }, result: null, prev: null };
  const context: object = shared
    ? { arguments: args, args, source, stash, error }
    : { arguments: args, args, source, stash, error, result, prev };
  defineProperty(context, 'identity', IDENTITY);
  defineProperty(context, 'request', REQUEST);
  defineProperty(context, 'info', INFO);
  defineProperty(context, 'env', ENV);
  if (shared) {
    defineProperty(context, 'result', RESULT);
    defineProperty(context, 'prev', PREV);
  }
  return { context: freeze(context), moving };
}

/** `ctx.info`, for `util`. */
export function contextInfo(): EvaluationContext['info'] {
  return fixed().info;
}

/**
 * `ctx` out of the host's three texts. What is the same in all fields of a call (who calls, with what headers) and in all
 * evaluations of a field (what is selected) is most of it and seldom read, so it is parsed when a handler reads it.
 */
import type { EvaluationContext, Info, Json } from '../../types.ts';
import { defineProperty, freeze } from './intrinsics.ts';

/** The same in all fields of a call. */
export type Call = Pick<EvaluationContext, 'identity' | 'request' | 'env'>;

/** What changes from one evaluation to the next. `prev` is true when its result is `result`. */
export type Moving = Omit<EvaluationContext, keyof Call | 'info' | 'prev'> & {
  prev: EvaluationContext['prev'] | true;
};

/** The context as JSON texts: of `Moving`, of `ctx.info` and of `Call`. */
export type ContextTexts = readonly [moving: string, info: string, call: string];

/** What the getters of the context of the evaluation under way read from. There is one at a time. */
interface Reading {
  texts: ContextTexts;
  call: Call | null;
  info: Info | null;
  /** The result, until it is taken as the value of `result` or of `prev`. */
  untaken: { value: Json } | null;
  result: { value: Json } | null;
  prev: EvaluationContext['prev'];
}

const { parse } = JSON;

let reading: Reading;

function call(): Call {
  return (reading.call ??= parse(reading.texts[2]) as Call);
}

/** `ctx.info`. */
export function contextInfo(): Info {
  return (reading.info ??= parse(reading.texts[1]) as Info);
}

/** Who reads both `result` and `prev` gets two values, so that changing one leaves the other. */
function takeResult(): Json {
  const { untaken } = reading;
  reading.untaken = null;
  return untaken === null ? (parse(reading.texts[0]) as Moving).result : untaken.value;
}

/**
 * A member that is made when it is read. Its getter is the same for all contexts, which lets V8 keep one hidden class
 * for them; resolver code may reach it, so it is frozen as everything is.
 */
function lazy(get: () => unknown): PropertyDescriptor {
  return { get: freeze(get), enumerable: true };
}

const IDENTITY = lazy(() => call().identity);
const REQUEST = lazy(() => call().request);
const INFO = lazy(contextInfo);
const ENV = lazy(() => call().env);
const RESULT = lazy(() => (reading.result ??= { value: takeResult() }).value);
const PREV = lazy(() => (reading.prev ??= { result: takeResult() }));

/** `ctx`, for the evaluation that begins. */
export function handlerContext(texts: ContextTexts): { context: object; moving: Moving } {
  const moving = parse(texts[0]) as Moving;
  const { arguments: args, source, stash, error, result, prev } = moving;
  const shared = prev === true;
  reading = { texts, call: null, info: null, untaken: { value: result }, result: null, prev: null };
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

/**
 * `ctx` out of the host's two texts. What is the same in all evaluations of a field (who calls, with what headers, what
 * is selected) is most of it and seldom read, so it is parsed when a handler reads it.
 */
import type { EvaluationContext, Json, JsonObject } from '../../types.ts';
import { defineProperty, freeze } from './intrinsics.ts';

/** The same in all evaluations of a field. */
export type Fixed = Pick<EvaluationContext, 'identity' | 'request' | 'info' | 'env'>;

/** What changes from one evaluation to the next. `prev` is true when its result is `result`. */
export type Moving = Omit<EvaluationContext, keyof Fixed | 'prev'> & {
  prev: EvaluationContext['prev'] | true;
};

/** What `util` needs of the context. */
export type Given = Pick<EvaluationContext, 'authType' | 'info'>;

const { parse } = JSON;
const FIXED: ReadonlyArray<keyof Fixed> = ['identity', 'request', 'info', 'env'];

export function handlerContext(
  movingText: string,
  fixedText: string,
): { context: object; stash: JsonObject; given: Given } {
  const { arguments: args, authType, prev, result, ...rest } = parse(movingText) as Moving;
  let read: Fixed | undefined;
  const fixed = (): Fixed => (read ??= parse(fixedText) as Fixed);
  const context: object = { arguments: args, args, ...rest };
  for (const name of FIXED) lazy(context, name, () => fixed()[name]);
  if (prev === true) {
    // Who reads both gets two values, so that changing one leaves the other.
    let taken = false;
    const own = (): Json => {
      if (taken) return (parse(movingText) as Moving).result;
      taken = true;
      return result;
    };
    let results: { value: Json } | undefined;
    let before: EvaluationContext['prev'] | undefined;
    lazy(context, 'result', () => (results ??= { value: own() }).value);
    lazy(context, 'prev', () => (before ??= { result: own() }));
  } else {
    defineProperty(context, 'result', { value: result, enumerable: true });
    defineProperty(context, 'prev', { value: prev, enumerable: true });
  }
  const given = {
    authType,
    get info() {
      return fixed().info;
    },
  };
  return { context: freeze(context), stash: rest.stash, given };
}

/** Resolver code may reach the function itself, so it is frozen as everything is. */
function lazy(context: object, name: string, get: () => unknown): void {
  defineProperty(context, name, { get: freeze(get), enumerable: true });
}

import type { Evaluation, EvaluationContext, Json, LoadedCode } from '../../types.ts';

type Handler = (context: EvaluationContext) => Json | Partial<Evaluation>;

/** Marks an evaluation that is more than a returned value. */
const OUTCOME = Symbol('outcome');

/** What a handler may answer beside a value: an error, an early return, extensions. */
export function outcome(parts: Partial<Evaluation>): Partial<Evaluation> {
  return Object.assign(parts, { [OUTCOME]: true });
}

function evaluation(context: EvaluationContext, answer: Json | Partial<Evaluation>): Evaluation {
  const isOutcome = answer !== null && typeof answer === 'object' && OUTCOME in answer;
  const parts = isOutcome ? (answer as Partial<Evaluation>) : { value: answer as Json };
  return {
    value: null,
    stash: context.stash,
    earlyReturn: null,
    error: null,
    appendedErrors: [],
    responseHeaders: {},
    extensions: [],
    ...parts,
  };
}

/** Loaded code written by hand: two plain functions in place of an evaluated module. */
export function code(name: string, request: Handler, response: Handler): LoadedCode {
  return {
    name,
    hasRequest: true,
    hasResponse: true,
    request: (context) => evaluation(context, request(context)),
    response: (context) => evaluation(context, response(context)),
  };
}

/** Code over the NONE data source that answers `value`. */
export function answering(name: string, value: (context: EvaluationContext) => Json): LoadedCode {
  return code(
    name,
    (context) => ({ payload: value(context) }),
    (context) => context.result,
  );
}

/** Code whose response is its data source's result, an error raised again. */
export function asking(name: string, request: (context: EvaluationContext) => Json): LoadedCode {
  return code(name, request, ({ result, error }) =>
    error ? outcome({ error: { message: error.message, type: error.type, data: result } }) : result,
  );
}

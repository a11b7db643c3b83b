/** A function as a Task calls it: JSON in, JSON out, no more than Step Functions carries, errors as Lambda says them. */
import { apart } from '#api/observability/telemetry.ts';

/** Bytes of UTF-8 that a state's input or output may have. https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
export const MAX_STATE_BYTES = 262_144;

/** A function behind a Task. */
export type TaskFunction = (input: never) => Promise<unknown>;

/** An error that neither Retry nor Catch may match; the engine reads the two members. */
export class DataLimitExceeded extends Error {
  override name = 'States.DataLimitExceeded';
  readonly isRetryable = false;
  readonly isCatchable = false;
  constructor(state: string, what: string, bytes: number) {
    super(
      `The ${what} of "${state}" has ${bytes} bytes, more than the ${MAX_STATE_BYTES} that a state may carry.`,
    );
  }
}

/** The JSON of a payload. @throws DataLimitExceeded */
export function carried(state: string, what: 'input' | 'output', payload: unknown): string {
  const text = JSON.stringify(payload) ?? 'null';
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_STATE_BYTES) throw new DataLimitExceeded(state, what, bytes);
  return text;
}

/** What the engine calls for a Task state. */
export const asTask =
  (state: string, invoke: TaskFunction) =>
  async (input: unknown): Promise<unknown> => {
    const payload = JSON.parse(carried(state, 'input', input)) as never;
    let output: unknown;
    try {
      // What it knows of the request, its payload says.
      output = await apart(() => invoke(payload));
    } catch (error) {
      throw lambdaError(error);
    }
    return JSON.parse(carried(state, 'output', output)) as unknown;
  };

/**
 * `Error` is the name of what was thrown; `Cause` is JSON with `errorType` and `errorMessage`.
 * https://docs.aws.amazon.com/lambda/latest/dg/nodejs-exceptions.html
 */
function lambdaError(thrown: unknown): Error {
  const { name: errorType, message: errorMessage } =
    thrown instanceof Error ? thrown : new Error(String(thrown));
  const error = new Error(JSON.stringify({ errorType, errorMessage, trace: [] }), { cause: thrown });
  error.name = errorType;
  return error;
}

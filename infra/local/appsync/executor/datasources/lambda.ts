/**
 * The Lambda data source: Invoke and BatchInvoke.
 * AppSync developer guide, "JavaScript resolver function reference for Lambda".
 */
import type { DataSource, DataSourceCall, DataSourceResult, Json, JsonObject } from '../../types.ts';
import { InvalidRequestError } from '../errors.ts';

export interface LambdaDataSourceOptions {
  /**
   * Runs the function with the payload; rejects as the function failed.
   * For BatchInvoke the payload is a list, and so must be the answer.
   */
  invoke(payload: Json, call: DataSourceCall): Promise<unknown>;
  /** `maxBatchSize` of the resolver, 1-2000. With it, BatchInvoke gathers the calls of one list. Default 1: none. */
  maxBatchSize?: number;
}

const LAMBDA_ERROR = 'Lambda:Unhandled';

/** A call that waits for its batch to leave. */
interface Waiting {
  payload: Json;
  call: DataSourceCall;
  settle(outcome: DataSourceResult): void;
}

/** A data source over one function. A failed function is `ctx.error` with the type `Lambda:Unhandled`. */
export function lambdaDataSource(options: LambdaDataSourceOptions): DataSource {
  const batches = new Map<string, Waiting[]>();
  const maxBatchSize = options.maxBatchSize ?? 1;

  function send(key: string): void {
    const batch = batches.get(key) ?? [];
    batches.delete(key);
    if (batch.length > 0) void runBatch(batch, options);
  }

  function enqueue(payload: Json, call: DataSourceCall): Promise<DataSourceResult> {
    const { parentTypeName, fieldName } = call.context.info;
    const key = `${parentTypeName}.${fieldName}`;
    return new Promise((settle) => {
      const batch = batches.get(key);
      if (batch) batch.push({ payload, call, settle });
      else {
        batches.set(key, [{ payload, call, settle }]);
        setImmediate(send, key);
      }
      if ((batch?.length ?? 1) >= maxBatchSize) send(key);
    });
  }

  return {
    type: 'AWS_LAMBDA',
    async invoke(request, call) {
      const payload = request['payload'] ?? null;
      switch (request['operation']) {
        case 'Invoke':
          return isEvent(request) ? invokeEvent(payload, call, options) : invokeOne(payload, call, options);
        case 'BatchInvoke':
          if (isEvent(request))
            throw new InvalidRequestError('BatchInvoke cannot have the invocationType Event.');
          return enqueue(payload, call);
        default:
          throw new InvalidRequestError(
            `The Lambda operation must be Invoke or BatchInvoke. Received: ${JSON.stringify(request['operation'])}`,
          );
      }
    },
  };
}

function isEvent(request: JsonObject): boolean {
  const type = request['invocationType'] ?? 'RequestResponse';
  if (type !== 'Event' && type !== 'RequestResponse')
    throw new InvalidRequestError(
      `invocationType must be RequestResponse or Event. Received: ${JSON.stringify(type)}`,
    );
  return type === 'Event';
}

function failed(error: unknown): DataSourceResult {
  const message = error instanceof Error ? error.message : String(error);
  return { result: null, error: { message, type: LAMBDA_ERROR } };
}

/** Only JSON crosses to a function and back. */
function asJson(value: unknown): Json {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as Json);
}

async function invokeOne(
  payload: Json,
  call: DataSourceCall,
  { invoke }: LambdaDataSourceOptions,
): Promise<DataSourceResult> {
  try {
    return { result: asJson(await invoke(payload, call)), error: null };
  } catch (error) {
    return failed(error);
  }
}

/** Nobody waits for an event, and nobody hears of its failure. */
function invokeEvent(
  payload: Json,
  call: DataSourceCall,
  { invoke }: LambdaDataSourceOptions,
): DataSourceResult {
  setImmediate(() => void Promise.resolve(invoke(payload, call)).catch(() => undefined));
  return { result: null, error: null };
}

async function runBatch(batch: readonly Waiting[], { invoke }: LambdaDataSourceOptions): Promise<void> {
  const [first] = batch;
  if (!first) return;
  try {
    const answers = asJson(
      await invoke(
        batch.map(({ payload }) => payload),
        first.call,
      ),
    );
    if (!Array.isArray(answers) || answers.length !== batch.length)
      throw new Error(
        `A function called with BatchInvoke must answer a list of ${batch.length}. Received: ${Array.isArray(answers) ? `a list of ${answers.length}` : typeof answers}`,
      );
    batch.forEach(({ settle }, index) => settle(batchAnswer(answers[index] ?? null)));
  } catch (error) {
    for (const { settle } of batch) settle(failed(error));
  }
}

/** One of a batch may fail alone: `{data, errorMessage, errorType}`. */
function batchAnswer(answer: Json): DataSourceResult {
  if (answer === null || typeof answer !== 'object' || Array.isArray(answer))
    return { result: answer, error: null };
  const { data = null, errorMessage, errorType } = answer;
  if (errorMessage != null)
    return {
      result: data,
      error: { message: String(errorMessage), type: String(errorType ?? LAMBDA_ERROR) },
    };
  return { result: 'data' in answer ? data : answer, error: null };
}

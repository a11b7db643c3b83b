/** The HTTP side of the API: one call in, one reply out. */
import { randomUUID } from 'node:crypto';
import type { Authenticator } from './auth/authenticator.ts';
import { parseBody } from './http/body.ts';
import type { HttpCall, HttpReply } from './http/message.ts';
import { errorReply, jsonReply, preflightReply } from './http/message.ts';
import type { ChosenOperation, GraphQLRequest, OperationEnvironment, OperationOutcome } from './operation.ts';
import { RequestError, chooseOperation, executeOperation } from './operation.ts';
import type { Log } from './options.ts';

export interface ApiOptions {
  authenticator: Authenticator;
  environment: OperationEnvironment;
  requestMs: number;
  log: Log;
  /** Told of every mutation that answered data. */
  onMutation(chosen: ChosenOperation, outcome: OperationOutcome): void;
}

export interface Api {
  respond(call: HttpCall): Promise<HttpReply>;
  /** The reply to an error thrown before `respond` was reached. */
  refuse(error: unknown): HttpReply;
}

const TIMED_OUT = {
  data: null,
  errors: [{ path: null, errorType: 'ExecutionTimeout', message: 'Execution timed out.' }],
};

export function createApi(options: ApiOptions): Api {
  const { authenticator, environment, log } = options;

  function refuse(error: unknown, requestId: string): HttpReply {
    if (error instanceof RequestError)
      return errorReply(error.status, error.errorType, error.message, requestId);
    log({ level: 'error', message: 'A request failed inside the runtime.', cause: error });
    return errorReply(500, 'InternalFailure', 'An internal failure occurred.', requestId);
  }

  async function answer(call: HttpCall, requestId: string): Promise<HttpReply> {
    const body = readBody(call.body);
    const caller = await authenticator.authenticate(call, body.request, requestId);
    if (body.error) throw body.error;
    const { request } = body;
    const chosen = chooseOperation(request, environment);
    if (!('operation' in chosen)) return jsonReply(200, chosen, requestId);
    if (chosen.operation.operation === 'subscription')
      throw new RequestError(
        400,
        'BadRequestException',
        'A subscription needs a WebSocket connection. Connect to /graphql/realtime.',
      );
    const outcome = await withinTime(options.requestMs, (signal) =>
      executeOperation(chosen, request, { caller, headers: call.headers, signal }, environment),
    );
    if (outcome === null) return jsonReply(200, TIMED_OUT, requestId);
    if (chosen.operation.operation === 'mutation') options.onMutation(chosen, outcome);
    return jsonReply(200, outcome.reply, requestId, outcome.request.responseHeaders);
  }

  return {
    async respond(call) {
      const requestId = randomUUID();
      try {
        if (call.method === 'OPTIONS') return preflightReply(requestId);
        if (call.method !== 'POST')
          throw new RequestError(
            405,
            'MethodNotAllowedException',
            `GraphQL requests are sent with POST. Received: ${call.method}`,
          );
        return await answer(call, requestId);
      } catch (error) {
        return refuse(error, requestId);
      }
    },
    refuse: (error) => refuse(error, randomUUID()),
  };
}

/** A body that cannot be read is refused only after the caller is known: strangers learn nothing of it. */
function readBody(text: string): { request: GraphQLRequest; error: RequestError | null } {
  try {
    return { request: parseBody(text), error: null };
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return { request: { query: '', operationName: null, variables: {} }, error };
  }
}

/** The work's outcome, or null when it took longer than `milliseconds`; its signal is aborted then. */
async function withinTime<T>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | null> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      controller.abort();
      resolve(null);
    }, milliseconds);
  });
  try {
    return await Promise.race([work(controller.signal), timeout]);
  } finally {
    clearTimeout(timer);
  }
}

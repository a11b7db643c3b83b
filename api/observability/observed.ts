/**
 * The one wrapper around functions: each call becomes a scope with the ids that it came with, a span, a line and
 * figures. What a call is, its event says: a batch of a queue, a request of an HTTP API, or a payload.
 */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, SQSEvent } from 'aws-lambda';
import { log, measure, note, noted, traced, within, type Correlation, type Telemetry } from './telemetry.ts';
import { traceIn } from './trace-header.ts';

/** Ids that calls of AWS bring along. */
export interface Ambient {
  /** Id of the trace that the call is a part of, as X-Ray writes it. */
  traceId?: () => string | undefined;
  now?: () => number;
}

const ID = /^[A-Za-z0-9-]{8,64}$/;
const idIn = (value: unknown): string | undefined =>
  typeof value === 'string' && ID.test(value) ? value : undefined;

/** Wraps a function of the inventory. Answers and errors are the function's own. */
export const observed = <Event, Answer>(
  service: string,
  telemetry: Telemetry,
  handler: (event: Event) => Promise<Answer>,
  { traceId = () => undefined, now = () => performance.now() }: Ambient = {},
): ((event: Event) => Promise<Answer>) => {
  const run = async (event: Event): Promise<Answer> => {
    const before = now();
    const isBatch = isQueueBatch(event);
    try {
      const answer = await traced(service, { kind: isBatch ? 'consumer' : 'server' }, () => handler(event));
      if (!isBatch) told(now() - before, statusOf(answer), event);
      return answer;
    } catch (error) {
      if (!isBatch) told(now() - before, undefined, event);
      log('error', 'call failed', error);
      throw error;
    }
  };
  return (event) => within(service, telemetry, correlationIn(event, traceId()), () => run(event));
};

/** `status` is missing when the call threw. */
function told(durationMs: number, status: number | undefined, event: unknown): void {
  const fault = status === undefined || status >= 500;
  note(isHttpRequest(event) ? { method: event.requestContext.http.method } : actionOf(event));
  note({ status: status ?? 500 });
  measure(
    { name: 'RequestDuration', value: durationMs },
    ...(fault ? [{ name: 'RequestFault', value: 1 } as const] : []),
  );
  log(fault ? 'error' : 'info', 'call', { ...noted(), durationMs: Math.round(durationMs * 10) / 10 });
}

/** Calls of data sources are answered or throw. */
const statusOf = (answer: unknown): number =>
  typeof answer === 'object' && answer !== null && 'statusCode' in answer
    ? ((answer as APIGatewayProxyStructuredResultV2).statusCode ?? 200)
    : 200;

/** What a payload asks for, where it says so by a name of ours. */
function actionOf(event: unknown): Record<string, string> {
  const action = (event as { action?: unknown } | null)?.action;
  return typeof action === 'string' && /^[A-Za-z]{1,40}$/.test(action) ? { operation: action } : {};
}

function correlationIn(event: unknown, traceId: string | undefined): Correlation {
  const trace = idIn(traceId);
  if (isHttpRequest(event)) {
    const { headers, requestContext } = event;
    const requestId = idIn(headers['x-request-id']) ?? traceIn(headers) ?? idIn(requestContext.requestId);
    return { ...(requestId !== undefined && { requestId }) };
  }
  if (isQueueBatch(event)) return {};
  const payload = (event ?? {}) as Partial<Record<'requestId' | 'tenantId' | 'enrichmentId', unknown>> & {
    requestHeaders?: Record<string, string>;
  };
  // What AppSync asks its authorizer has the headers of the request.
  const { requestHeaders: headers = {} } = payload;
  const asked = idIn(headers['x-request-id']) ?? traceIn(headers);
  const requestId = idIn(payload.requestId) ?? asked ?? trace;
  const tenantId = idIn(payload.tenantId);
  const enrichmentId = idIn(payload.enrichmentId);
  return {
    ...(requestId !== undefined && { requestId }),
    ...(tenantId !== undefined && { tenantId }),
    ...(enrichmentId !== undefined && { enrichmentId }),
  };
}

const isHttpRequest = (event: unknown): event is APIGatewayProxyEventV2 =>
  typeof (event as Partial<APIGatewayProxyEventV2> | null)?.requestContext?.http?.method === 'string' &&
  typeof (event as APIGatewayProxyEventV2).headers === 'object';

const isQueueBatch = (event: unknown): event is SQSEvent =>
  Array.isArray((event as Partial<SQSEvent> | null)?.Records);

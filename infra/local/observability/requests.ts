/** Requests of the one origin: an id for each, a line, a figure and a span. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { log, measure, note, noted, traced, within, type Telemetry } from '#api/observability/telemetry.ts';
import { tenantIn } from '#api/observability/tenant.ts';
import { traceIn, traceparent } from '#api/observability/trace-header.ts';

/** Answers a request as a part of the platform. */
export type Observe = (
  service: string,
  request: IncomingMessage,
  response: ServerResponse,
  answer: () => Promise<void>,
) => Promise<void>;

const ID = /^[A-Za-z0-9-]{8,64}$/;

/**
 * Every request has a trace, as behind AWS's gateways, so that the id on items and events is that of the trace where the
 * caller gave none.
 */
export const observeRequests =
  (telemetry: Telemetry): Observe =>
  (service, request, response, answer) => {
    const { headers, method = '' } = request;
    if (traceIn({ 'x-amzn-trace-id': headers['x-amzn-trace-id'] }) === undefined)
      headers['x-amzn-trace-id'] = traceHeader(headers.traceparent);
    const given = headers['x-request-id'];
    const requestId = typeof given === 'string' && ID.test(given) ? given : traceIn(headers);
    const startedAt = performance.now();
    return within(service, telemetry, requestId === undefined ? {} : { requestId }, async () => {
      try {
        await traced(`${method} ${service}`, { kind: 'server' }, answer);
      } finally {
        const tenantId = response.statusCode < 400 ? tenantIn(headers) : undefined;
        if (tenantId !== undefined) note({ tenantId });
        told(method, response.statusCode, performance.now() - startedAt);
      }
    });
  };

function told(method: string, status: number, durationMs: number): void {
  const fault = status >= 500;
  note({ method, status });
  measure(
    { name: 'RequestDuration', value: durationMs },
    ...(fault ? [{ name: 'RequestFault', value: 1 } as const] : []),
  );
  log(fault ? 'error' : 'info', 'call', { ...noted(), durationMs: Math.round(durationMs * 10) / 10 });
}

/** The trace that the caller is in, or a new one, as X-Ray writes it. */
function traceHeader(given: string | string[] | undefined): string {
  const known = typeof given === 'string' ? traceparent(given)?.traceId : undefined;
  const id = known ?? newTraceId();
  return `Root=1-${id.slice(0, 8)}-${id.slice(8)}`;
}

/** Seconds and chance, as X-Ray's ids are. Much cheaper than asking for random bytes. */
const newTraceId = (): string =>
  Math.floor(Date.now() / 1000)
    .toString(16)
    .padStart(8, '0') + randomUUID().replaceAll('-', '').slice(8);

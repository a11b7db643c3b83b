/** Requests of the one origin: an id for each, a line, a figure and a span. */
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { log, measure, note, noted, traced, within, type Telemetry } from '#api/observability/telemetry.ts';
import { ownTenantIn } from '#api/observability/tenant.ts';
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
    const trace = traceOf(headers);
    const given = headers['x-request-id'];
    const requestId = typeof given === 'string' && ID.test(given) ? given : trace;
    const startedAt = performance.now();
    return within(service, telemetry, { requestId }, async () => {
      try {
        await traced(`${method} ${service}`, SERVER, answer);
      } finally {
        const { statusCode: status } = response;
        // Of REST the mirror says it; elsewhere no credential is looked at, or none names a tenant.
        const tenantId = service === 'graphql' && status < 400 ? ownTenantIn(headers) : undefined;
        note(tenantId === undefined ? { method, status } : { tenantId, method, status });
        told(status, performance.now() - startedAt);
      }
    });
  };

const SERVER = { kind: 'server' } as const;

function told(status: number, durationMs: number): void {
  const fault = status >= 500;
  measure({ name: 'RequestDuration', value: durationMs });
  if (fault) measure({ name: 'RequestFault', value: 1 });
  log(fault ? 'error' : 'info', 'call', { ...noted(), durationMs: Math.round(durationMs * 10) / 10 });
}

/** The trace that the caller is in, else a new one, which the headers name from now on, as X-Ray writes it. */
function traceOf(headers: IncomingHttpHeaders): string {
  const named = headers['x-amzn-trace-id'];
  const known = named === undefined ? undefined : traceIn({ 'x-amzn-trace-id': named });
  if (known !== undefined) return known;
  const { traceparent: given } = headers;
  const id = (typeof given === 'string' ? traceparent(given)?.traceId : undefined) ?? newTraceId();
  const trace = `1-${id.slice(0, 8)}-${id.slice(8)}`;
  headers['x-amzn-trace-id'] = `Root=${trace}`;
  return trace;
}

/** Seconds and chance, as X-Ray's ids are. Much cheaper than asking for random bytes. */
function newTraceId(): string {
  const seconds = Math.floor(Date.now() / 1000).toString(16);
  const chance = randomUUID();
  return `${seconds.padStart(8, '0')}${chance.slice(9, 13)}${chance.slice(14, 18)}${chance.slice(19, 23)}${chance.slice(24)}`;
}

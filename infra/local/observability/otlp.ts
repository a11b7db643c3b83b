/**
 * Spans to an OpenTelemetry collector: OTLP over HTTP in JSON, to `<endpoint>/v1/traces`. Spans of one request share a
 * trace wherever they run, since the trace's id follows from the request's, which the table and the events carry.
 * https://opentelemetry.io/docs/specs/otlp/#otlphttp
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Span, SpanStart } from '#api/observability/telemetry.ts';
import { withheld } from '#api/observability/withheld.ts';

export interface OtlpOptions {
  /** `OTEL_EXPORTER_OTLP_ENDPOINT`, for example `http://127.0.0.1:4318`. */
  endpoint: string;
  /** `OTEL_EXPORTER_OTLP_HEADERS`, read. */
  headers?: Readonly<Record<string, string>>;
  fetch: typeof fetch;
  /** Milliseconds since the epoch, with parts of them. */
  now: () => number;
}

export interface Otlp {
  startSpan(start: SpanStart): Span;
  /** Sends what is left. */
  close(): Promise<void>;
}

/** SpanKind of the protocol. */
const KINDS = { internal: 1, server: 2, client: 3, consumer: 5 } as const;
const STATUS_ERROR = 2;
const SEND_MS = 1000;
const MOST_AT_ONCE = 512;
/** Spans that wait while the collector is away; later ones are lost. */
const MOST_WAITING = 8192;
const TIMEOUT_MS = 5000;

/** The request's id is the trace's where it is one; of another it is the hash. */
export function traceIdOf(requestId: string): string {
  const [, seconds, rest] = /^1-([0-9a-f]{8})-([0-9a-f]{24})$/.exec(requestId) ?? [];
  if (seconds !== undefined && rest !== undefined) return seconds + rest;
  if (/^(?!0{32})[0-9a-f]{32}$/.test(requestId)) return requestId;
  return createHash('sha256').update(requestId).digest('hex').slice(0, 32);
}

const nanoseconds = (ms: number): string => String(BigInt(Math.round(ms * 1000)) * 1000n);

const attribute = (key: string, value: string | number) => ({
  key,
  value: typeof value === 'string' ? { stringValue: value } : { doubleValue: value },
});

export function createOtlp({ endpoint, headers = {}, fetch: send, now }: OtlpOptions): Otlp {
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`;
  const waiting: Array<{ service: string; span: object }> = [];
  let sending: Promise<void> = Promise.resolve();

  async function post(batch: typeof waiting): Promise<void> {
    const services = Map.groupBy(batch, ({ service }) => service);
    const resourceSpans = [...services].map(([service, spans]) => ({
      resource: {
        attributes: [attribute('service.namespace', 'artissist'), attribute('service.name', service)],
      },
      scopeSpans: [{ scope: { name: 'artissist' }, spans: spans.map(({ span }) => span) }],
    }));
    // A collector that is away loses spans and nothing else.
    await send(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ resourceSpans }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).then(
      (response) => response.arrayBuffer(),
      () => undefined,
    );
  }

  function flush(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MOST_AT_ONCE);
      sending = sending.then(() => post(batch));
    }
    return sending;
  }

  const timer = setInterval(() => void flush(), SEND_MS).unref();
  return {
    startSpan({ name, service, kind, correlation, parent, attributes }) {
      const { requestId } = correlation;
      const traceId =
        requestId === undefined ? (parent?.traceId ?? randomBytes(16).toString('hex')) : traceIdOf(requestId);
      const context = { traceId, spanId: randomBytes(8).toString('hex') };
      const startedAt = now();
      return {
        context,
        end(error, found = {}) {
          if (waiting.length >= MOST_WAITING) return;
          const failure = error === undefined ? undefined : (withheld(error) as { message?: string });
          waiting.push({
            service,
            span: {
              ...context,
              ...(parent?.traceId === traceId && { parentSpanId: parent.spanId }),
              ...(parent && parent.traceId !== traceId && { links: [parent] }),
              name,
              kind: KINDS[kind],
              startTimeUnixNano: nanoseconds(startedAt),
              endTimeUnixNano: nanoseconds(now()),
              attributes: Object.entries({ ...correlation, ...attributes, ...found }).map(([key, value]) =>
                attribute(key, value),
              ),
              ...(failure && { status: { code: STATUS_ERROR, message: failure.message ?? '' } }),
            },
          });
        },
      };
    },
    async close() {
      clearInterval(timer);
      await flush();
    },
  };
}

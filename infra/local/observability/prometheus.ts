/**
 * `GET /metrics` in Prometheus' text format 0.0.4: what functions measure, how far consumers are, and the process.
 * https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
 */
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { MetricName } from '#api/observability/metrics.ts';
import type { Telemetry } from '#api/observability/telemetry.ts';

/** How far one consumer is. */
export interface QueueState {
  name: string;
  /** Events behind its position. */
  lag: number;
  inFlight: number;
  retrying: number;
  dead: number;
}

export interface Prometheus {
  measure: Telemetry['measure'];
  /** Asked at each scrape. */
  queues(look: () => readonly QueueState[]): void;
  /** The text, and its type. */
  read(): Promise<{ text: string; contentType: string }>;
}

/** Seconds: from an answer of the table to what an import may take. */
const REQUEST_BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const EVENT_BUCKETS = [0.005, 0.02, 0.1, 0.3, 1, 3, 10, 30, 60, 300, 900, 3600];

type Labels = Readonly<Record<string, unknown>>;
type Take = (value: number, labels: Labels) => void;

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

export function createPrometheus(): Prometheus {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });
  const histogram = (name: string, help: string, labelNames: string[], buckets: number[]) =>
    new Histogram({ name: `artissist_${name}`, help, labelNames, buckets, registers });
  const counter = (name: string, help: string, labelNames: string[]) =>
    new Counter({ name: `artissist_${name}`, help, labelNames, registers });

  const requests = histogram(
    'request_duration_seconds',
    'Time until a request or a call of a function was answered.',
    ['service', 'method', 'route', 'status'],
    REQUEST_BUCKETS,
  );
  const faults = counter('request_faults_total', 'Calls that failed by our fault.', ['service']);
  const lag = histogram(
    'event_lag_seconds',
    'Time from a change until a consumer was done with it. Of the publisher: until it is live.',
    ['consumer'],
    EVENT_BUCKETS,
  );
  const durations = histogram(
    'event_duration_seconds',
    'Time that a delivery of events took. Of the publisher: the publish itself.',
    ['consumer'],
    EVENT_BUCKETS,
  );
  const handled = counter('events_handled_total', 'Events that a consumer is done with.', ['consumer']);
  const failed = counter('events_failed_total', 'Deliveries of events that failed.', ['consumer']);
  const cost = counter('model_cost_usd_total', 'US dollars that models were paid.', ['service']);
  const tokens = counter('model_tokens_total', 'Tokens that models took and gave.', ['service']);
  const refused = counter('budget_refused_total', 'Calls of models that a budget did not allow.', [
    'service',
  ]);

  const take: Record<MetricName, Take> = {
    RequestDuration: (ms, { service, method, route, status }) =>
      requests.observe(
        { service: text(service), method: text(method), route: text(route), status: text(status) },
        ms / 1000,
      ),
    RequestFault: (value, { service }) => faults.inc({ service: text(service) }, value),
    EventLag: (ms, { service }) => lag.observe({ consumer: text(service) }, ms / 1000),
    EventDuration: (ms, { service }) => durations.observe({ consumer: text(service) }, ms / 1000),
    EventHandled: (value, { service }) => handled.inc({ consumer: text(service) }, value),
    EventFailed: (value, { service }) => failed.inc({ consumer: text(service) }, value),
    ModelCost: (microUsd, { service }) => cost.inc({ service: text(service) }, microUsd / 1_000_000),
    ModelTokens: (value, { service }) => tokens.inc({ service: text(service) }, value),
    BudgetRefused: (value, { service }) => refused.inc({ service: text(service) }, value),
  };

  return {
    measure(measured, members) {
      for (const { name, value } of measured) take[name](value, members);
    },
    queues(look) {
      const gauge = (name: string, help: string, of: (state: QueueState) => number) =>
        new Gauge({
          name: `artissist_queue_${name}`,
          help,
          labelNames: ['consumer'],
          registers,
          collect() {
            for (const state of look()) this.set({ consumer: state.name }, of(state));
          },
        });
      gauge('depth', 'Events that a consumer has before it.', (state) => state.lag);
      gauge('in_flight', 'Deliveries under way.', (state) => state.inFlight);
      gauge('retrying', 'Events that wait to be tried again.', (state) => state.retrying);
      gauge('dead_letters', 'Events that were given up.', (state) => state.dead);
    },
    read: async () => ({ text: await registry.metrics(), contentType: registry.contentType }),
  };
}

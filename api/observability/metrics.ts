/**
 * What is measured, as data: the same names in CloudWatch (embedded metric format), in Prometheus and on dashboards.
 * Dimensions have few values (functions, consumers, kinds); tenants are members of log lines, never dimensions, since
 * each value of a dimension is a metric that is paid for.
 */

/** Namespace in CloudWatch. */
export const NAMESPACE = 'Artissist';

export interface MetricRow {
  unit: 'Milliseconds' | 'Count';
  /** Names of its dimensions beside `service`, the function that measures. */
  by: readonly string[];
  /** What it counts, one sentence. */
  says: string;
}

export const METRICS = {
  RequestDuration: { unit: 'Milliseconds', by: [], says: 'Time until a call was answered.' },
  RequestFault: { unit: 'Count', by: [], says: 'Calls that failed by our fault.' },
  EventLag: { unit: 'Milliseconds', by: [], says: 'Time from a change until a consumer was done with it.' },
  EventDuration: { unit: 'Milliseconds', by: [], says: 'Time that a delivery of events took.' },
  EventHandled: { unit: 'Count', by: [], says: 'Events that a consumer is done with.' },
  EventFailed: { unit: 'Count', by: [], says: 'Deliveries of events that failed.' },
  ModelCost: { unit: 'Count', by: ['kind'], says: 'Millionths of a US dollar that models were paid.' },
  ModelTokens: { unit: 'Count', by: ['kind'], says: 'Tokens that models took and gave.' },
  BudgetRefused: { unit: 'Count', by: [], says: 'Calls of models that a budget did not allow.' },
} as const satisfies Record<string, MetricRow>;

export type MetricName = keyof typeof METRICS;

/** One measurement. */
export interface Measured {
  name: MetricName;
  value: number;
  /** Values of the metric's own dimensions. */
  by?: Readonly<Record<string, string>>;
}

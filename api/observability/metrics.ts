/**
 * What is measured, as data: the same names in CloudWatch (embedded metric format), in Prometheus and on dashboards.
 * Their one dimension is `service`, the function that measures. Tenants are members of the lines and never a dimension,
 * since each value of a dimension is a metric that is paid for.
 */

/** Namespace in CloudWatch. */
export const NAMESPACE = 'Artissist';

export interface MetricRow {
  unit: 'Milliseconds' | 'Count';
  /** What it counts, one sentence. */
  says: string;
}

export const METRICS = {
  RequestDuration: { unit: 'Milliseconds', says: 'Time until a call was answered.' },
  RequestFault: { unit: 'Count', says: 'Calls that failed by our fault.' },
  EventLag: { unit: 'Milliseconds', says: 'Time from a change until a consumer was done with it.' },
  EventDuration: { unit: 'Milliseconds', says: 'Time that a delivery of events took.' },
  EventHandled: { unit: 'Count', says: 'Events that a consumer is done with.' },
  EventFailed: { unit: 'Count', says: 'Deliveries of events that failed.' },
  ModelCost: { unit: 'Count', says: 'Millionths of a US dollar that models were paid.' },
  ModelTokens: { unit: 'Count', says: 'Tokens that models took and gave.' },
  BudgetRefused: { unit: 'Count', says: 'Calls of models that a budget did not allow.' },
} as const satisfies Record<string, MetricRow>;

export type MetricName = keyof typeof METRICS;

/** One measurement. */
export interface Measured {
  name: MetricName;
  value: number;
}

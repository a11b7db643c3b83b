/**
 * What code tells of itself while it runs: lines, figures and spans, each with the ids of the request that it belongs to.
 * Who tells needs no handle: the scope that the work was started in knows where it goes, in both homes.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { ChangeEvent } from '../events.ts';
import type { Measured } from './metrics.ts';
import { scrubbed, withheld } from './withheld.ts';

export type Level = 'debug' | 'info' | 'warn' | 'error';

/** Ids that follow work from the edge to its last consumer. */
export interface Correlation {
  /** Of the request that began it: the caller's own, else the trace's. It stands on items and events. */
  requestId?: string;
  tenantId?: string;
  eventId?: string;
  eventType?: string;
  enrichmentId?: string;
  /** Person, a pseudonym. */
  by?: string;
  via?: string;
}

/** Where a span belongs: its trace (32 hexadecimal digits) and its own id (16). */
export interface SpanContext {
  traceId: string;
  spanId: string;
}

/** Names and numbers only. */
export type Attributes = Readonly<Record<string, string | number>>;

export interface SpanStart {
  name: string;
  service: string;
  kind: 'server' | 'client' | 'consumer' | 'internal';
  correlation: Correlation;
  parent: SpanContext | undefined;
  attributes: Attributes;
}

export interface Span {
  context: SpanContext;
  /** @param found what was not known at its start */
  end(error?: unknown, found?: Attributes): void;
}

/** Where it goes: CloudWatch and X-Ray on AWS, a file, Prometheus and an OpenTelemetry collector here. */
export interface Telemetry {
  write(level: Level, message: string, members: Readonly<Record<string, unknown>>): void;
  measure(measured: readonly Measured[], members: Readonly<Record<string, unknown>>): void;
  /** Nothing where nobody collects spans. */
  startSpan?: (start: SpanStart) => Span;
}

interface Scope {
  service: string;
  telemetry: Telemetry;
  correlation: Correlation;
  span: SpanContext | undefined;
  /** What the line of the call says beside. */
  notes: Record<string, string | number>;
}

const scopes = new AsyncLocalStorage<Scope>();

/**
 * What is told by a command or a test, which nobody collects: faults go to standard error, where a person reads them, and
 * figures nowhere, since no metric would have a service to belong to.
 */
const outside: Telemetry = {
  write: (level, message, members) =>
    (level === 'warn' || level === 'error') &&
    void process.stderr.write(`${JSON.stringify({ level, message, ...members })}\n`),
  measure: () => undefined,
};
const scopeNow = (): Scope =>
  scopes.getStore() ?? {
    service: 'artissist',
    telemetry: outside,
    correlation: {},
    span: undefined,
    notes: {},
  };

/** Runs work of a service; all that it tells, and what it starts, belongs to it, and to what it was called by in here. */
export function within<Result>(
  service: string,
  telemetry: Telemetry,
  correlation: Correlation,
  work: () => Result,
): Result {
  const caller = scopes.getStore();
  const scope = {
    service,
    telemetry,
    correlation: { ...caller?.correlation, ...correlation },
    span: caller?.span,
    notes: {},
  };
  return scopes.run(scope, work);
}

/** Runs a part of the work that has further ids. */
export function correlated<Result>(correlation: Correlation, work: () => Result): Result {
  const scope = scopeNow();
  return scopes.run({ ...scope, correlation: { ...scope.correlation, ...correlation } }, work);
}

/** Runs work that knows nothing of whoever began it, as a function that another one has called. */
export const apart = <Result>(work: () => Result): Result => scopes.exit(work);

/** The id of the request that is under way, for what is written because of it: items hand it on to their events. */
export function causingRequest(): { requestId?: string } {
  const { requestId } = scopeNow().correlation;
  return requestId === undefined ? {} : { requestId };
}

/** One line. What `detail` holds beside ids, names and numbers is withheld. */
export function log(level: Level, message: string, detail?: unknown): void {
  const { service, telemetry, correlation, span } = scopeNow();
  telemetry.write(level, scrubbed(message), {
    service,
    ...correlation,
    ...(span && { traceId: span.traceId }),
    ...membersOf(detail),
  });
}

/** Adds to what the line of this call says: names and numbers of ours, such as the route that it took. */
export function note(members: Readonly<Record<string, string | number>>): void {
  Object.assign(scopeNow().notes, members);
}

/** What was noted of this call so far. */
export const noted = (): Readonly<Record<string, string | number>> => scopeNow().notes;

/** Figures of what is going on, with its ids beside them. */
export function measure(...measured: Measured[]): void {
  const { service, telemetry, correlation, notes } = scopeNow();
  telemetry.measure(measured, { service, ...correlation, ...notes });
}

/** Work that says of its span what it finds on the way. */
export type Traced<Result> = (tell: (found: Attributes) => void) => Promise<Result>;
const untold = (): void => undefined;

/** Runs work as a span of its own; without a collector that is a call and no more. */
export function traced<Result>(
  name: string,
  options: { kind?: SpanStart['kind']; attributes?: Attributes },
  work: Traced<Result>,
): Promise<Result> {
  const scope = scopeNow();
  const { startSpan } = scope.telemetry;
  return startSpan ? spanned(scope, startSpan, name, options, work) : work(untold);
}

async function spanned<Result>(
  scope: Scope,
  startSpan: NonNullable<Telemetry['startSpan']>,
  name: string,
  { kind = 'internal', attributes = {} }: Parameters<typeof traced>[1],
  work: Traced<Result>,
): Promise<Result> {
  const { service, correlation, span: parent } = scope;
  const span = startSpan({ name, service, kind, correlation, parent, attributes });
  const found = {};
  const tell = (more: Attributes): void => void Object.assign(found, more);
  try {
    const result = await scopes.run({ ...scope, span: span.context }, () => work(tell));
    span.end(undefined, found);
    return result;
  } catch (error) {
    span.end(error, found);
    throw error;
  }
}

/** The ids that an event carries on from the request that caused it. */
export const correlationOf = ({ id, type, tenantId, requestId, by, via }: ChangeEvent): Correlation => ({
  ...(requestId !== undefined && { requestId }),
  tenantId,
  eventId: id,
  eventType: type,
  ...(by !== undefined && { by }),
  ...(via !== undefined && { via }),
});

function membersOf(detail: unknown): Record<string, unknown> {
  if (detail === undefined) return {};
  const clean = withheld(detail);
  const isMembers = typeof clean === 'object' && clean !== null && !Array.isArray(clean);
  if (detail instanceof Error || !isMembers) return { error: clean };
  return clean as Record<string, unknown>;
}

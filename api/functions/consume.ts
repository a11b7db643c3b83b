/**
 * Makes a Lambda function of an SQS queue of events out of what to do with them, with partial batch failures:
 * events that failed come again, the others do not.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { ChangeEvent } from '#api/events.ts';
import { correlated, correlationOf, log, measure, traced } from '../observability/telemetry.ts';

/** The function's `handler`. */
export type Consumer = (batch: SQSEvent) => Promise<SQSBatchResponse>;

/** Handles a batch's events one after the other. An event whose handling throws comes again. */
export const consume =
  (handle: (event: ChangeEvent) => Promise<void>): Consumer =>
  async ({ Records }) => {
    const failed: SQSRecord[] = [];
    for (const record of Records) {
      const before = performance.now();
      const event = readable(record);
      if (event === undefined) {
        failed.push(record);
        continue;
      }
      await correlated(correlationOf(event), async () => {
        try {
          await traced('event', { attributes: { eventType: event.type } }, () => handle(event));
          handled([event], performance.now() - before);
        } catch (error) {
          refused(record, error);
          failed.push(record);
        }
      });
    }
    return failures(failed);
  };

/**
 * Handles a batch's events together; `handle` answers the ids of those that failed, if only some did. When it throws,
 * all come again. What cannot be read as an event fails alone.
 */
export const consumeTogether =
  (handle: (events: ChangeEvent[]) => Promise<string[] | void>): Consumer =>
  async ({ Records }) => {
    const before = performance.now();
    const pairs = Records.map((record) => ({ record, event: readable(record) }));
    const read = pairs.filter((pair): pair is { record: SQSRecord; event: ChangeEvent } => !!pair.event);
    const failed = pairs.filter(({ event }) => !event).map(({ record }) => record);
    if (read.length === 0) return failures(failed);
    const events = read.map(({ event }) => event);
    try {
      const ids = new Set((await traced('events', {}, () => handle(events))) ?? []);
      const again = read.filter(({ event }) => ids.has(event.id));
      for (const { record, event } of again)
        correlated(correlationOf(event), () =>
          refused(record, new Error('The consumer reported it as failed.')),
        );
      handled(
        events.filter(({ id }) => !ids.has(id)),
        performance.now() - before,
      );
      failed.push(...again.map(({ record }) => record));
    } catch (error) {
      for (const { record, event } of read) correlated(correlationOf(event), () => refused(record, error));
      failed.push(...read.map(({ record }) => record));
    }
    return failures(failed);
  };

/** The event in a message; one that holds none is told of and fails. */
function readable(record: SQSRecord): ChangeEvent | undefined {
  try {
    return eventOf(record);
  } catch (error) {
    refused(record, error);
    return undefined;
  }
}

/** The body of a message is an EventBridge event whose detail is ours. */
function eventOf(record: SQSRecord): ChangeEvent {
  const { detail } = JSON.parse(record.body) as { detail?: ChangeEvent };
  if (!detail?.id || !detail.type)
    throw new Error(`A message must be an EventBridge event of ours. Received: ${record.body.slice(0, 200)}`);
  return detail;
}

const failures = (records: SQSRecord[]): SQSBatchResponse => ({
  batchItemFailures: records.map(({ messageId }) => ({ itemIdentifier: messageId })),
});

/** Told once each event is done, so that the request that caused it can be followed to here. */
function handled(events: readonly ChangeEvent[], tookMs: number): void {
  const durationMs = Math.round(tookMs * 10) / 10;
  const lags = events.map(({ at }) => Math.max(0, Date.now() - Date.parse(at)));
  events.forEach((event, index) =>
    correlated(correlationOf(event), () =>
      log('info', 'event handled', { durationMs, lagMs: lags[index], together: events.length }),
    ),
  );
  if (events.length === 0) return;
  measure(
    ...lags.map((value) => ({ name: 'EventLag', value }) as const),
    { name: 'EventDuration', value: tookMs },
    { name: 'EventHandled', value: events.length },
  );
}

function refused({ messageId }: SQSRecord, error: unknown): void {
  log('error', 'event failed', { messageId, error });
  measure({ name: 'EventFailed', value: 1 });
}

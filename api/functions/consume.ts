/**
 * Makes a Lambda function of an SQS queue of events out of what to do with them, with partial batch failures:
 * events that failed come again, the others do not.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { ChangeEvent } from '#api/events.ts';

/** The function's `handler`. */
export type Consumer = (batch: SQSEvent) => Promise<SQSBatchResponse>;

/** Takes one line. */
type Log = (line: string) => void;

/** Lambda keeps what a function writes there. */
const toStandardError: Log = (line) => void process.stderr.write(`${line}\n`);

/** Handles a batch's events one after the other. An event whose handling throws comes again. */
export const consume =
  (handle: (event: ChangeEvent) => Promise<void>, log: Log = toStandardError): Consumer =>
  async ({ Records }) => {
    const failed: SQSRecord[] = [];
    for (const record of Records) {
      try {
        await handle(eventOf(record));
      } catch (error) {
        report(log, record, error);
        failed.push(record);
      }
    }
    return failures(failed);
  };

/**
 * Handles a batch's events together; `handle` answers the ids of those that failed, if only some did. When it throws,
 * all come again. What cannot be read as an event fails alone.
 */
export const consumeTogether =
  (handle: (events: ChangeEvent[]) => Promise<string[] | void>, log: Log = toStandardError): Consumer =>
  async ({ Records }) => {
    const failed: SQSRecord[] = [];
    const read: Array<{ record: SQSRecord; event: ChangeEvent }> = [];
    for (const record of Records) {
      try {
        read.push({ record, event: eventOf(record) });
      } catch (error) {
        report(log, record, error);
        failed.push(record);
      }
    }
    if (read.length === 0) return failures(failed);
    try {
      const ids = new Set((await handle(read.map(({ event }) => event))) ?? []);
      failed.push(...read.filter(({ event }) => ids.has(event.id)).map(({ record }) => record));
    } catch (error) {
      for (const { record } of read) report(log, record, error);
      failed.push(...read.map(({ record }) => record));
    }
    return failures(failed);
  };

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

/** One line of JSON, as CloudWatch Logs Insights reads it. */
function report(log: Log, record: SQSRecord, error: unknown): void {
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log(JSON.stringify({ message: 'event failed', messageId: record.messageId, body: record.body, cause }));
}

/**
 * How a consumer's function receives events on AWS: a rule puts each on an SQS queue as an EventBridge event, and the
 * queue hands them over in batches. Here the same function gets the same envelope.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html
 * https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
 */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { randomUUID } from 'node:crypto';
import { EVENT_SOURCE, type ChangeEvent } from '#api/events.ts';

/** An event as it stands on the bus; patterns are matched against it. */
export interface BusEvent {
  version: '0';
  id: string;
  source: string;
  'detail-type': string;
  account: string;
  time: string;
  region: string;
  resources: string[];
  detail: ChangeEvent;
}

const ACCOUNT = '000000000000';
const REGION = 'local';

export const toBusEvent = (event: ChangeEvent, id: string = randomUUID()): BusEvent => ({
  version: '0',
  id,
  source: EVENT_SOURCE,
  'detail-type': event.type,
  account: ACCOUNT,
  time: event.at,
  region: REGION,
  resources: [],
  detail: event,
});

/** A batch as Lambda's SQS trigger hands it over. */
export function toSqsEvent(events: ChangeEvent[]): SQSEvent {
  const now = String(Date.now());
  return {
    Records: events.map((event) => {
      const messageId = randomUUID();
      return {
        messageId,
        receiptHandle: messageId,
        body: JSON.stringify(toBusEvent(event)),
        attributes: {
          ApproximateReceiveCount: '1',
          SentTimestamp: now,
          SenderId: ACCOUNT,
          ApproximateFirstReceiveTimestamp: now,
        },
        messageAttributes: {},
        md5OfBody: '',
        eventSource: 'aws:sqs',
        eventSourceARN: `arn:aws:sqs:${REGION}:${ACCOUNT}:events`,
        awsRegion: REGION,
      };
    }),
  };
}

/**
 * Ids of the events that a function reports as failed. As with SQS, an unknown or empty item identifier fails the
 * whole batch.
 */
export function failedIds(
  batch: SQSEvent,
  events: ChangeEvent[],
  response: SQSBatchResponse | void,
): string[] {
  const failures = response?.batchItemFailures ?? [];
  const indexes = failures.map(({ itemIdentifier }) =>
    batch.Records.findIndex((record) => record.messageId === itemIdentifier),
  );
  if (indexes.includes(-1)) return events.map((event) => event.id);
  return indexes.map((index) => events[index]!.id);
}

/** A function with an SQS trigger, as a consumer of the local bus. */
export const deliverTo =
  (handler: (batch: SQSEvent) => Promise<SQSBatchResponse | void>) =>
  async (events: ChangeEvent[]): Promise<{ failed: string[] }> => {
    const batch = toSqsEvent(events);
    return { failed: failedIds(batch, events, await handler(batch)) };
  };

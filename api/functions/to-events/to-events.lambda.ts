/**
 * Enrichment of the EventBridge pipe from the table's stream to the bus: takes a batch of records, answers the events.
 * The pipe puts each on the bus with `$.type` as detail-type; no answer, no event.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/pipes-enrichment.html
 */
import type { DynamoDBRecord } from 'aws-lambda';
import type { ChangeEvent } from '#api/events.ts';
import { toEvents } from './to-events.ts';
import { lambda } from '../../observability/function.lambda.ts';

export const handler = lambda((records: DynamoDBRecord[]): Promise<ChangeEvent[]> =>
  Promise.resolve(records.flatMap(toEvents)),
);

/**
 * The log of changes, as evidence: every event of the bus, in the order in which it came, as lines of JSON in the bucket of
 * evidence. Events are thin: who changed what, when and by which request, never what it says. They come at least once, so
 * a line may stand twice; its `id` says so.
 */
import { gzipSync } from 'node:zlib';
import type { ChangeEvent } from '#api/events.ts';
import { type Correlation, correlated, correlationOf, log } from '#api/observability/telemetry.ts';

export interface Evidence {
  /** Keeps an object. It is locked from then on. */
  put(key: string, body: Uint8Array): Promise<void>;
  now: () => Date;
}

/** What Lambda hands over of a queue: https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
export interface QueueEvent {
  Records: ReadonlyArray<{ messageId: string; body: string }>;
}

/** Keeps what it is handed as one object. What fails comes again as a whole. */
export const createEvidence =
  ({ put, now }: Evidence) =>
  async ({ Records }: QueueEvent): Promise<void> => {
    const [first] = Records;
    if (!first) return;
    const day = now().toISOString().slice(0, 10).replaceAll('-', '/');
    // A body is an event as the bus hands it on: JSON on one line.
    const lines = Records.map(({ body }) => `${JSON.stringify(JSON.parse(body))}\n`).join('');
    await put(`changes/${day}/${first.messageId}.jsonl.gz`, gzipSync(lines));
    // The last that is told of a change: its request is followed to here.
    for (const { body } of Records)
      correlated(idsOf(body), () => log('info', 'event kept', { together: Records.length }));
  };

/** The ids of an event on the bus; none of what is no event of ours. */
function idsOf(body: string): Correlation {
  const { detail } = JSON.parse(body) as { detail?: ChangeEvent };
  return detail ? correlationOf(detail) : {};
}

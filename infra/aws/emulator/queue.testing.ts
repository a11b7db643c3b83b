/** A queue of SQS on an emulator, received as Lambda's event source receives it. */
import type { SQSEvent } from 'aws-lambda';
import type { Consumer } from '#api/functions/consume.ts';
import { REGION } from './emulator.ts';

interface Message {
  MessageId: string;
  ReceiptHandle: string;
  Body: string;
}
interface Answers {
  GetQueueUrl: { QueueUrl: string };
  GetQueueAttributes: { Attributes: Record<string, string> };
  ReceiveMessage: { Messages?: Message[] };
  DeleteMessage: object;
  ChangeMessageVisibility: object;
}

/** SQS takes and answers no more at once. */
const AT_ONCE = 10;
const COUNTS = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesDelayed',
  'ApproximateNumberOfMessagesNotVisible',
];

export interface TestQueue {
  /** Whether nothing waits, is put off or in flight. */
  isEmpty(): Promise<boolean>;
  /** Hands what waits to a function, a batch at most, and takes away what it did not report as failed. */
  deliver(to: Consumer): Promise<void>;
  /** Bodies of what waits. */
  bodies(): Promise<string[]>;
  deadLetters(): Promise<TestQueue>;
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-making-api-requests-json.html */
async function call<Action extends keyof Answers>(
  endpoint: string,
  action: Action,
  input: object,
): Promise<Answers[Action]> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `AmazonSQS.${action}`,
      // Emulators read of it where a call belongs, and check no more.
      authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/${REGION}/sqs/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify(input),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${action}: ${response.status} ${text}`);
  return JSON.parse(text || '{}') as Answers[Action];
}

/** @param arn of the queue */
export async function openQueue(endpoint: string, arn: string): Promise<TestQueue> {
  const QueueName = arn.split(':').at(-1);
  const { QueueUrl } = await call(endpoint, 'GetQueueUrl', { QueueName });
  const attributes = async (AttributeNames: string[]) =>
    (await call(endpoint, 'GetQueueAttributes', { QueueUrl, AttributeNames })).Attributes;
  const receive = async (): Promise<Message[]> =>
    (await call(endpoint, 'ReceiveMessage', { QueueUrl, MaxNumberOfMessages: AT_ONCE })).Messages ?? [];
  return {
    async isEmpty() {
      const counts = await attributes(COUNTS);
      return COUNTS.every((name) => Number(counts[name]) === 0);
    },
    async deliver(to) {
      const messages = await receive();
      if (messages.length === 0) return;
      const Records = messages.map(({ MessageId, Body }) => ({ messageId: MessageId, body: Body }));
      const { batchItemFailures } = await to({ Records } as SQSEvent);
      const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
      for (const { MessageId, ReceiptHandle } of messages) {
        // What failed is visible again after minutes; nobody waits for that here.
        if (failed.has(MessageId))
          await call(endpoint, 'ChangeMessageVisibility', { QueueUrl, ReceiptHandle, VisibilityTimeout: 0 });
        else await call(endpoint, 'DeleteMessage', { QueueUrl, ReceiptHandle });
      }
    },
    bodies: async () => (await receive()).map(({ Body }) => Body),
    async deadLetters() {
      const { RedrivePolicy = '{}' } = await attributes(['RedrivePolicy']);
      const { deadLetterTargetArn = '' } = JSON.parse(RedrivePolicy) as { deadLetterTargetArn?: string };
      return openQueue(endpoint, deadLetterTargetArn);
    },
  };
}

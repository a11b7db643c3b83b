/**
 * Delivery by EventBridge and SQS as MiniStack has them, over the bus, rules and queues of our own template, to the
 * functions' own reader of batches. It runs where EVENTBRIDGE_ENDPOINT names MiniStack. The bus of the local cloud passes
 * the same suite in infra/local/events.
 */
import {
  EventBridgeClient,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  PutEventsCommand,
} from '@aws-sdk/client-eventbridge';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe } from 'vitest';
import { EVENT_SOURCE, type ChangeEvent } from '#api/events.ts';
import { consume, type Consumer } from '#api/functions/consume.ts';
import { keepTold } from '#api/observability/telemetry.testing.ts';
import { within } from '#api/observability/telemetry.ts';
import type { ConsumerRow } from '#infra/inventory.types.ts';
import { deliveryContract, type Handle, type Twin } from '../../local/events/delivery.contract.ts';
import { synthesise } from '../testing.ts';
import { openEmulator, REGION } from './emulator.ts';
import { createPart, namesOf } from './part.testing.ts';
import { openQueue, type TestQueue } from './queue.testing.ts';

const TYPES = ['AWS::Events::EventBus', 'AWS::Events::Rule', 'AWS::SQS::Queue', 'AWS::SQS::QueuePolicy'];
/** The functions' reader of batches; what it says of each event that fails is kept. */
const { telemetry } = keepTold();
const quietly =
  (take: Parameters<typeof consume>[0]): Consumer =>
  (batch) =>
    within('delivery', telemetry, {}, () => consume(take)(batch));

/** PutEvents takes no more. */
const AT_ONCE = 10;
const LOOK_MS = 50;

async function openEventBridge(
  endpoint: string,
  rows: readonly ConsumerRow[],
  handle: Handle,
): Promise<Twin> {
  const emulator = openEmulator(endpoint);
  const made = await createPart(emulator, 'Events', synthesise().platform, TYPES);
  const [EventBusName = ''] = namesOf(made, 'AWS::Events::EventBus');
  const client = new EventBridgeClient({ endpoint, region: REGION });
  const { Rules = [] } = await client.send(new ListRulesCommand({ EventBusName }));
  const queues = new Map<string, TestQueue>();
  for (const row of rows) {
    const rule = Rules.find(({ Description }) => Description === row.purpose);
    const { Targets: [target] = [] } = await client.send(
      new ListTargetsByRuleCommand({ Rule: rule?.Name, EventBusName }),
    );
    queues.set(row.name, await openQueue(endpoint, target?.Arn ?? ''));
  }
  const queueOf = (name: string): TestQueue => {
    const queue = queues.get(name);
    if (queue) return queue;
    throw new Error(`No rule leads to a queue of ${name}.`);
  };
  return {
    async put(events) {
      for (let at = 0; at < events.length; at += AT_ONCE)
        await client.send(
          new PutEventsCommand({
            Entries: events.slice(at, at + AT_ONCE).map((event) => ({
              EventBusName,
              Source: EVENT_SOURCE,
              DetailType: event.type,
              Detail: JSON.stringify(event),
            })),
          }),
        );
    },
    async settled() {
      for (;;) {
        for (const { name } of rows) await queueOf(name).deliver(quietly((event) => handle(name, event)));
        const empty = await Promise.all(rows.map(({ name }) => queueOf(name).isEmpty()));
        if (empty.every(Boolean)) return;
        await sleep(LOOK_MS);
      }
    },
    async deadLetters(name) {
      const bodies = await (await queueOf(name).deadLetters()).bodies();
      return bodies.map((body) => (JSON.parse(body) as { detail: ChangeEvent }).detail);
    },
    async end() {
      client.destroy();
      emulator.s3.destroy();
    },
  };
}

const endpoint = process.env['EVENTBRIDGE_ENDPOINT'] ?? '';
if (!endpoint)
  console.warn('NOT RUN: delivery on EventBridge and SQS (set EVENTBRIDGE_ENDPOINT to MiniStack)');
describe.skipIf(!endpoint)('EventBridge and SQS (NOT RUN unless EVENTBRIDGE_ENDPOINT is set)', () =>
  deliveryContract((rows, handle) => openEventBridge(endpoint, rows, handle)),
);

/**
 * Patterns as EventBridge matches them (`TestEventPattern`), beside our own matcher. It runs where EVENTBRIDGE_ENDPOINT
 * is set, with credentials in the environment: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_TestEventPattern.html
 */
import { EventBridgeClient, TestEventPatternCommand } from '@aws-sdk/client-eventbridge';
import { describe, expect, test } from 'vitest';
import { ACTIONS, ENTITIES, EVENT_SOURCE } from '#api/events.ts';
import { consumers } from '../../inventory/consumers.ts';
import { OPERATORS, VALUES } from './pattern-cases.testing.ts';
import { compilePattern } from './pattern.ts';

const endpoint = process.env['EVENTBRIDGE_ENDPOINT'] ?? '';
if (!endpoint) console.warn('NOT RUN: patterns on EventBridge (set EVENTBRIDGE_ENDPOINT)');

/** MiniStack looks at each object of a list alone; EventBridge, by its open matcher, at all that the field holds. */
const LEFT_OUT = 'exists in one object of a list';
const isEmulator = /^http:\/\/(?:127\.|localhost)/.test(endpoint);
if (isEmulator) console.warn(`NOT RUN: "${LEFT_OUT}" on EventBridge: an emulator answers it otherwise`);
const cases = [...VALUES, ...OPERATORS].filter(([what]) => !isEmulator || what !== LEFT_OUT);

const client = new EventBridgeClient({
  ...(endpoint && { endpoint }),
  region: process.env['AWS_REGION'] ?? 'us-east-1',
});

/** What every event has, and `TestEventPattern` asks for. */
const ENVELOPE = {
  id: '6a7e8feb-b491-4cf7-a9f1-bf3703467718',
  'detail-type': 'project.published',
  source: EVENT_SOURCE,
  account: '111122223333',
  time: '2026-03-14T12:00:00Z',
  region: 'us-east-1',
  resources: [],
};

async function matches(pattern: unknown, event: object): Promise<boolean | undefined> {
  const { Result } = await client.send(
    new TestEventPatternCommand({ EventPattern: JSON.stringify(pattern), Event: JSON.stringify(event) }),
  );
  return Result;
}

describe.skipIf(!endpoint)('EventBridge (NOT RUN unless EVENTBRIDGE_ENDPOINT is set)', () => {
  test.each(cases)('%s', async (_what, pattern, detail, expected) => {
    expect(await matches({ detail: pattern }, { ...ENVELOPE, detail })).toBe(expected);
  });

  test.each(consumers)('tells $name of the events that we would tell it of', async ({ pattern }) => {
    const ours = compilePattern(pattern);
    const types = ENTITIES.flatMap((entity) => ACTIONS.map((action) => `${entity}.${action}`));
    const events = types.map((type) => ({ ...ENVELOPE, 'detail-type': type, detail: { type } }));

    const theirs = await Promise.all(events.map((event) => matches(pattern, event)));

    expect(types.filter((_type, index) => theirs[index])).toEqual(
      types.filter((_type, index) => ours(events[index])),
    );
  });
});

import { describe, expect, test } from 'vitest';
import type { ChangeEvent } from '#api/events.ts';
import { consume, consumeTogether } from '#api/functions/consume.ts';
import { within } from '#api/observability/telemetry.ts';
import { keepTold } from '#api/observability/telemetry.testing.ts';
import { deliverTo, toBusEvent } from './envelope.ts';

const event = (n: number): ChangeEvent => ({
  id: `e${n}#1`,
  type: 'project.updated',
  tenantId: 't',
  entity: 'project',
  entityId: `e${n}`,
  version: 1,
  changed: ['title'],
  requestId: `request-${n}`,
  at: '2026-01-01T00:00:00.000Z',
});
const three = [event(0), event(1), event(2)];

describe("a function behind the bus's envelope", () => {
  test('gets each event as it was', async () => {
    const given: ChangeEvent[] = [];
    const deliver = deliverTo(consume((one) => Promise.resolve(void given.push(one))));

    const result = await deliver(three);

    expect(given).toEqual(three);
    expect(result).toEqual({ failed: [] });
  });

  test('fails alone on the events that it throws for, and goes on', async () => {
    const given: string[] = [];
    const handle = (one: ChangeEvent): Promise<void> => {
      given.push(one.id);
      return one.id === 'e1#1' ? Promise.reject(new Error('no luck')) : Promise.resolve();
    };

    const { telemetry, said, measured } = keepTold();

    const result = await within('x', telemetry, {}, () => deliverTo(consume(handle))(three));

    expect(result).toEqual({ failed: ['e1#1'] });
    expect(given).toHaveLength(3);
    expect(said()).toMatchObject([
      { message: 'event handled', eventId: 'e0#1', requestId: 'request-0', tenantId: 't' },
      { message: 'event failed', eventId: 'e1#1', requestId: 'request-1', error: { message: 'no luck' } },
      { message: 'event handled', eventId: 'e2#1', requestId: 'request-2', tenantId: 't' },
    ]);
    expect(measured.map(({ name }) => name).filter((name) => name === 'EventFailed')).toHaveLength(1);
  });

  test.each<[string, () => Promise<string[] | void>, string[]]>([
    ['nothing failed', () => Promise.resolve(), []],
    ['one failed', () => Promise.resolve(['e2#1']), ['e2#1']],
    ['it threw', () => Promise.reject(new Error('no luck')), ['e0#1', 'e1#1', 'e2#1']],
  ])('that takes them together: %s', async (_what, handle, failed) => {
    expect(await deliverTo(consumeTogether(handle))(three)).toEqual({ failed });
  });

  test.each([[''], ['unknown']])(
    'that names "%s" as failed fails the whole batch',
    async (itemIdentifier) => {
      const deliver = deliverTo(() => Promise.resolve({ batchItemFailures: [{ itemIdentifier }] }));

      expect(await deliver(three)).toEqual({ failed: ['e0#1', 'e1#1', 'e2#1'] });
    },
  );

  test('a message that is no event of ours fails alone', async () => {
    const handler = consumeTogether(() => Promise.resolve());
    const record = { messageId: 'm', body: '{}' };

    const { batchItemFailures } = await handler({ Records: [record] } as Parameters<typeof handler>[0]);

    expect(batchItemFailures).toEqual([{ itemIdentifier: 'm' }]);
  });

  test('on the bus an event has its type as detail-type and itself as detail', () => {
    expect(toBusEvent(event(1), 'x')).toMatchObject({
      source: 'artissist.table',
      'detail-type': 'project.updated',
      time: '2026-01-01T00:00:00.000Z',
      detail: event(1),
    });
  });
});

import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../types.ts';
import { useEventApi } from '../testing/event-api.ts';
import type { RealtimeClient } from '../testing/realtime.ts';

const { server, client, announce, logged } = useEventApi();

/** What the client is told until the marker event arrives. */
async function idsUntil({ next }: RealtimeClient, marker: string): Promise<unknown[]> {
  const ids: unknown[] = [];
  for (;;) {
    const { payload } = await next();
    const [event] = Object.values(payload?.['data'] ?? {}) as Array<{ id: string }>;
    if (event?.id === marker) return ids;
    ids.push(event?.id);
  }
}

describe('a subscription', () => {
  test('is sent what the mutation selected, under its own names', async () => {
    const subscriber = await client();
    const ack = await subscriber.subscribe(
      '1',
      'subscription { a: announced { n: id group size body parts { name note } secret } }',
    );
    await announce({ id: 'e1', group: 'g', body: '{"a":1}' });

    expect(ack).toEqual({ id: '1', type: 'start_ack' });
    expect(await subscriber.next()).toEqual({
      id: '1',
      type: 'data',
      payload: {
        data: {
          a: {
            n: 'e1',
            group: 'g',
            size: null,
            body: '{"a":1}',
            parts: [{ name: 'p', note: null }],
            secret: null,
          },
        },
        errors: [
          expect.objectContaining({
            errorType: 'Unauthorized',
            message: 'Not Authorized to access secret on type Event',
          }),
        ],
      },
    });
  });

  test('stops when asked to', async () => {
    const subscriber = await client();
    await subscriber.subscribe('1', 'subscription { announced { id } }');
    await subscriber.subscribe('2', 'subscription { announced { id } }');
    subscriber.send({ id: '1', type: 'stop' });
    const complete = await subscriber.next();
    await announce({ id: 'e' });

    expect(complete).toEqual({ id: '1', type: 'complete' });
    expect((await subscriber.next()).id).toBe('2');
  });

  test.each<[string, object, string[]]>([
    ['no argument', {}, ['a', 'b', 'c']],
    ['an equal argument', { group: 'g' }, ['a']],
    ['an explicit null', { group: null }, ['c']],
    ['two arguments', { id: 'b', group: 'h' }, ['b']],
  ])('with %s gets what equals it', async (_, variables, expected) => {
    const subscriber = await client();
    const given = Object.keys(variables);
    const declared = given.map((name) => `$${name}: ${name === 'id' ? 'ID' : 'String'}`);
    const passed = given.map((name) => `${name}: $${name}`);
    const args = given.length > 0 ? [`(${declared.join()})`, `(${passed.join()})`] : ['', ''];
    await subscriber.subscribe('1', `subscription ${args[0]} { announced${args[1]} { id } }`, variables);
    await subscriber.subscribe('end', 'subscription { announced(id: "end") { id } }');

    await announce({ id: 'a', group: 'g' });
    await announce({ id: 'b', group: 'h' });
    await announce({ id: 'c' });
    await announce({ id: 'end', group: '-' });

    expect(await idsUntil(subscriber, 'end')).toEqual(expected);
  });

  test("with its resolver's filter gets what passes one of the groups", async () => {
    const subscriber = await client();
    await subscriber.subscribe('1', 'subscription { filtered(group: "g") { id } }');

    const events: JsonObject[] = [
      { id: 'a', group: 'g' },
      { id: 'b', group: 'h' },
      { id: 'c', group: 'h', size: 100 },
      { id: 'end', group: 'g' },
    ];
    for (const event of events) await announce(event);

    expect(await idsUntil(subscriber, 'end')).toEqual(['a', 'c']);
  });

  test('hears nothing of a failed mutation or of one that it does not name', async () => {
    const subscriber = await client();
    await subscriber.subscribe('1', 'subscription { announced { id } }');

    await announce({ id: 'failed', fail: true });
    await server().query('mutation { other(id: "other") { id } }');
    await announce({ id: 'end' });

    expect(await idsUntil(subscriber, 'end')).toEqual([]);
  });

  test('is not sent more than 240 KB', async () => {
    const subscriber = await client();
    await subscriber.subscribe('1', 'subscription { announced { id group } }');

    await server().query('mutation { huge { id group } }');
    await announce({ id: 'end' });

    expect(await idsUntil(subscriber, 'end')).toEqual([]);
    expect(logged.join()).toMatch(/A payload of \d+ bytes for Subscription.announced was not sent/);
  });

  test('ends with its connection when it is invalidated, and only then', async () => {
    const invalidated = await client();
    const kept = await client();
    await invalidated.subscribe('1', 'subscription { filtered(group: "g") { id } }');
    await kept.subscribe('1', 'subscription { filtered(group: "h") { id } }');

    await server().query('mutation { remove(group: "g") { id } }');
    await announce({ id: 'end', group: 'h' });

    expect(await invalidated.next()).toEqual({
      id: '1',
      type: 'complete',
      payload: { message: 'Subscription complete.' },
    });
    expect(await invalidated.closed).toBe(1000);
    expect(await idsUntil(kept, 'end')).toEqual([]);
  });

  test('ends with its socket', async () => {
    const gone = await client();
    const marker = await client();
    await gone.subscribe('1', 'subscription { announced { id group } }');
    await marker.subscribe('1', 'subscription { filtered(group: "marker") { id } }');
    gone.socket.terminate();

    const warnings = async () => {
      logged.length = 0;
      await server().query('mutation { huge { id group } }');
      await announce({ id: 'end', group: 'marker' });
      await idsUntil(marker, 'end');
      return logged;
    };

    await expect.poll(warnings).toEqual([]);
  });

  test('a socket that reads nothing is given up, and keeps nobody waiting', async () => {
    const slow = await client();
    const subscriber = await client();
    await slow.subscribe('1', 'subscription { announced { group } }');
    await subscriber.subscribe('1', 'subscription { announced(id: "end") { id } }');
    slow.socket.pause();

    for (let count = 0; count < 100; count += 1) await announce({ id: 'large', group: 'x'.repeat(200_000) });
    await announce({ id: 'end' });
    const heard = await idsUntil(subscriber, 'end');
    slow.socket.resume();

    expect(heard).toEqual([]);
    expect(await slow.closed).toBe(1006);
  });

  test('a closed socket does not keep others from hearing', async () => {
    const gone = await client();
    const subscriber = await client();
    await gone.subscribe('1', 'subscription { announced { id } }');
    await subscriber.subscribe('1', 'subscription { announced { id } }');
    gone.socket.terminate();

    await announce({ id: 'end' });

    expect(await idsUntil(subscriber, 'end')).toEqual([]);
  });
});

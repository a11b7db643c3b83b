import { describe, expect, test } from 'vitest';
import { useEventApi } from '../testing/event-api.ts';
import type { ServerMessage } from '../testing/realtime.ts';
import { openSocket } from '../testing/realtime.ts';
import { API_KEY } from '../testing/server.ts';

const { server, client, logged, causes } = useEventApi();

describe('the connection', () => {
  test.each(['query', 'subprotocol'] as const)('authorization in the %s is acknowledged', async (style) => {
    const raw = await openSocket(server().port, { 'x-api-key': API_KEY }, style);
    raw.send({ type: 'connection_init' });

    expect(raw.socket.protocol).toBe('graphql-ws');
    expect(await raw.next()).toEqual({
      type: 'connection_ack',
      payload: { connectionTimeoutMs: 300_000 },
    });
  });

  test('a wrong key is told in connection_error, and the socket closes', async () => {
    const raw = await openSocket(server().port, { 'x-api-key': 'wrong' });
    raw.send({ type: 'connection_init' });

    expect(await raw.next()).toEqual({
      type: 'connection_error',
      payload: {
        errors: [
          {
            errorType: 'UnauthorizedException',
            message: 'You are not authorized to make this call.',
            errorCode: 400,
          },
        ],
      },
    });
    expect(await raw.closed).toBe(1008);
  });

  test('a message of another type is refused', async () => {
    const { send, next } = await client();
    send({ type: 'nonsense' });

    expect(await next()).toEqual({
      type: 'error',
      payload: {
        errors: [
          {
            errorType: 'UnsupportedOperation',
            message: 'unknown not supported through the realtime channel',
          },
        ],
      },
    });
  });
});

describe('a client', () => {
  test('may start without connection_init, which is optional', async () => {
    const raw = await openSocket(server().port);

    const answer = await raw.subscribe('1', 'subscription { announced { id } }');

    expect(answer).toEqual({ id: '1', type: 'start_ack' });
    raw.socket.terminate();
  });

  test('that sends a message that is too long is closed, with one line in the log', async () => {
    const { socket, closed } = await client();
    socket.send('x'.repeat(5 * 1_048_576));

    expect(await closed).toBe(1009);
    expect(logged.at(-1)).toBe('A realtime socket was closed: Max payload size exceeded.');
    expect(causes.at(-1)).toBeUndefined();
  });
});

describe('authorization of a subscription', () => {
  test.each(['x-api-key', 'X-Api-Key', 'X-API-KEY'])('the key may be written %s', async (name) => {
    const { subscribe } = await client();

    const answer = await subscribe('1', 'subscription { announced { id } }', {}, { [name]: API_KEY });

    expect(answer.type).toBe('start_ack');
  });

  const IAM = { Authorization: 'AWS4-HMAC-SHA256 x' };
  const error = (errorType: string, message: string): Partial<ServerMessage> => ({
    id: '1',
    type: 'error',
    payload: { errors: [{ errorType, message }] },
  });

  test('each subscription has its own mode', async () => {
    const { subscribe } = await client();

    const iam = await subscribe('1', 'subscription { private { id secret } }', {}, IAM);
    const key = await subscribe('2', 'subscription { private { id } }');

    expect(iam).toEqual({ id: '1', type: 'start_ack' });
    expect(key).toEqual({
      ...error('Unauthorized', 'Not Authorized to access private on type Subscription'),
      id: '2',
    });
  });

  test.each<[string, string, object | undefined, Partial<ServerMessage>]>([
    [
      'without credentials',
      'subscription { announced { id } }',
      {},
      error('UnauthorizedException', 'You are not authorized to make this call.'),
    ],
    [
      "against its resolver's will",
      'subscription { forbidden { id } }',
      undefined,
      error('Unauthorized', 'Not yours'),
    ],
    [
      'with a filter of a wrong form',
      'subscription { badlyFiltered { id } }',
      undefined,
      error(
        'BadRequestException',
        'A filter needs a filterGroup of 1 to 10 groups. Received: {"filterGroup":[]}',
      ),
    ],
    [
      'that is not valid',
      'subscription { announced { x } }',
      undefined,
      error(
        'ValidationError',
        "Validation error of type FieldUndefined: Field 'x' in type 'Event' is undefined @ 'announced/x'",
      ),
    ],
    [
      'without its variable',
      'subscription($g: String!) { filtered(group: $g) { id } }',
      undefined,
      error('ValidationError', 'Variable "$g" of required type "String!" was not provided.'),
    ],
    [
      'that is a query',
      '{ none }',
      undefined,
      error('UnsupportedOperation', 'query not supported through the realtime channel'),
    ],
    [
      'that is no GraphQL',
      '{',
      undefined,
      error('MalformedHttpRequestException', 'Unable to parse GraphQL query.'),
    ],
  ])('a start %s is refused', async (_, query, authorization, expected) => {
    const { subscribe } = await client();

    expect(await subscribe('1', query, {}, authorization)).toEqual(expected);
  });

  test('a connection holds 100 subscriptions', async () => {
    const { subscribe } = await client();
    const query = 'subscription { announced { id } }';
    for (let id = 0; id < 100; id += 1) await subscribe(String(id), query);

    const answer = await subscribe('100', query);

    expect(answer.payload?.['errors']).toEqual([
      expect.objectContaining({ errorType: 'MaxSubscriptionsReachedError' }),
    ]);
  });
});

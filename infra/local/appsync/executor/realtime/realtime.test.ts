import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createAppSync } from '../../appsync.ts';
import type { JsonObject } from '../../types.ts';
import type { Resolver } from '../options.ts';
import { answering, code, outcome } from '../testing/code.ts';
import { apiOptions } from '../testing/options.ts';
import type { RealtimeClient, ServerMessage } from '../testing/realtime.ts';
import { connect, openSocket } from '../testing/realtime.ts';
import type { TestServer } from '../testing/server.ts';
import { API_KEY, serve } from '../testing/server.ts';

const schema = /* GraphQL */ `
  type Query {
    none: String
  }
  type Mutation {
    announce(id: ID!, group: String, size: Int, body: AWSJSON, fail: Boolean): Event
    remove(group: String!): Event
    other(id: ID!): Event
    huge: Event
  }
  type Subscription {
    announced(id: ID, group: String): Event @aws_subscribe(mutations: ["announce", "huge"])
    filtered(group: String!): Event @aws_subscribe(mutations: ["announce"])
    forbidden: Event @aws_subscribe(mutations: ["announce"])
    badlyFiltered: Event @aws_subscribe(mutations: ["announce"])
    private: Event @aws_subscribe(mutations: ["announce"]) @aws_iam
  }
  type Event @aws_api_key @aws_iam {
    id: ID!
    group: String
    size: Int
    body: AWSJSON
    parts: [Part!]
    secret: String @aws_iam
  }
  type Part @aws_api_key @aws_iam {
    name: String
    note: String
  }
`;

function unit(type: string, field: string, loaded: ReturnType<typeof code>): Resolver {
  return { kind: 'UNIT', type, field, dataSource: 'none', code: loaded };
}

const subscriptionCode = (name: string, respond: Parameters<typeof code>[2]) =>
  code(name, () => ({ payload: null }), respond);

const resolvers: Resolver[] = [
  unit(
    'Query',
    'none',
    answering('none', () => null),
  ),
  unit(
    'Mutation',
    'announce',
    code(
      'announce',
      ({ arguments: args }) => ({ payload: { parts: [{ name: 'p', note: 'n' }], secret: 's', ...args } }),
      ({ result, arguments: { fail } }) =>
        fail === true ? outcome({ error: { message: 'failed', type: 'Failed' } }) : result,
    ),
  ),
  unit(
    'Mutation',
    'other',
    answering('other', ({ arguments: args }) => args),
  ),
  unit(
    'Mutation',
    'huge',
    answering('huge', () => ({ id: 'h', group: 'x'.repeat(250_000) })),
  ),
  unit(
    'Mutation',
    'remove',
    code(
      'remove',
      ({ arguments: { group } }) => ({ payload: { id: 'r', group: group ?? null } }),
      ({ result, arguments: { group } }) =>
        outcome({
          value: result,
          extensions: [
            {
              name: 'invalidateSubscriptions',
              arguments: [{ subscriptionField: 'filtered', payload: { group: group ?? null } }],
            },
          ],
        }),
    ),
  ),
  unit(
    'Subscription',
    'filtered',
    subscriptionCode('filtered', ({ arguments: { group } }) => {
      const filters = [{ fieldName: 'group', operator: 'eq', value: group ?? null }];
      const large = [{ fieldName: 'size', operator: 'ge', value: 100 }];
      return outcome({
        extensions: [
          { name: 'setSubscriptionFilter', arguments: [{ filterGroup: [{ filters }, { filters: large }] }] },
          { name: 'setSubscriptionInvalidationFilter', arguments: [{ filterGroup: [{ filters }] }] },
        ],
      });
    }),
  ),
  unit(
    'Subscription',
    'forbidden',
    subscriptionCode('forbidden', () => outcome({ error: { message: 'Not yours', type: 'Unauthorized' } })),
  ),
  unit(
    'Subscription',
    'badlyFiltered',
    subscriptionCode('badlyFiltered', () =>
      outcome({ extensions: [{ name: 'setSubscriptionFilter', arguments: [{ filterGroup: [] }] }] }),
    ),
  ),
];

const logged: string[] = [];
const open: RealtimeClient[] = [];
let server: TestServer;

beforeAll(async () => {
  server = await serve(
    createAppSync(
      apiOptions({
        schema,
        resolvers,
        log: ({ message }) => void logged.push(message),
        auth: {
          default: 'API_KEY',
          additional: ['AWS_IAM'],
          apiKeys: [{ value: API_KEY }],
          iam: {
            verify: async ({ url, body }) => ({ userArn: `${url} ${body.slice(0, 8)}` }),
          },
        },
      }),
    ),
  );
});
afterEach(() => {
  for (const { socket } of open.splice(0)) socket.terminate();
});
afterAll(() => server.close());

async function client(...args: [authorization?: object, style?: 'query' | 'subprotocol']) {
  const connected = await connect(server.port, ...args);
  open.push(connected);
  return connected;
}

const ANNOUNCE = `mutation($id: ID!, $group: String, $size: Int, $body: AWSJSON, $fail: Boolean) {
  announce(id: $id, group: $group, size: $size, body: $body, fail: $fail) { id g: group size body parts { name } }
}`;

const announce = (variables: JsonObject) => server.query(ANNOUNCE, variables);

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

describe('the connection', () => {
  test.each(['query', 'subprotocol'] as const)('authorization in the %s is acknowledged', async (style) => {
    const raw = await openSocket(server.port, { 'x-api-key': API_KEY }, style);
    open.push(raw);
    raw.send({ type: 'connection_init' });

    expect(raw.socket.protocol).toBe('graphql-ws');
    expect(await raw.next()).toEqual({
      type: 'connection_ack',
      payload: { connectionTimeoutMs: 300_000 },
    });
  });

  test('a wrong key is told in connection_error, and the socket closes', async () => {
    const raw = await openSocket(server.port, { 'x-api-key': 'wrong' });
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
    await server.query('mutation { other(id: "other") { id } }');
    await announce({ id: 'end' });

    expect(await idsUntil(subscriber, 'end')).toEqual([]);
  });

  test('is not sent more than 240 KB', async () => {
    const subscriber = await client();
    await subscriber.subscribe('1', 'subscription { announced { id group } }');

    await server.query('mutation { huge { id group } }');
    await announce({ id: 'end' });

    expect(await idsUntil(subscriber, 'end')).toEqual([]);
    expect(logged.join()).toMatch(/A payload of \d+ bytes for Subscription.announced was not sent/);
  });

  test('ends with its connection when it is invalidated, and only then', async () => {
    const invalidated = await client();
    const kept = await client();
    await invalidated.subscribe('1', 'subscription { filtered(group: "g") { id } }');
    await kept.subscribe('1', 'subscription { filtered(group: "h") { id } }');

    await server.query('mutation { remove(group: "g") { id } }');
    await announce({ id: 'end', group: 'h' });

    expect(await invalidated.next()).toEqual({
      id: '1',
      type: 'complete',
      payload: { message: 'Subscription complete.' },
    });
    expect(await invalidated.closed).toBe(1000);
    expect(await idsUntil(kept, 'end')).toEqual([]);
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

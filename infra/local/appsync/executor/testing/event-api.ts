/** An API with subscriptions for the tests of the realtime endpoint. */
import { afterAll, afterEach, beforeAll } from 'vitest';
import { createAppSync } from '../../appsync.ts';
import type { JsonObject } from '../../types.ts';
import type { Resolver } from '../options.ts';
import { answering, code, outcome } from './code.ts';
import { apiOptions } from './options.ts';
import type { HandshakeStyle, RealtimeClient } from './realtime.ts';
import { connect } from './realtime.ts';
import type { Answer, TestServer } from './server.ts';
import { API_KEY, serve } from './server.ts';

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

const ANNOUNCE = `mutation($id: ID!, $group: String, $size: Int, $body: AWSJSON, $fail: Boolean) {
  announce(id: $id, group: $group, size: $size, body: $body, fail: $fail) { id g: group size body parts { name } }
}`;

export interface EventApi {
  server(): TestServer;
  /** Messages of the log. */
  logged: string[];
  /** What caused each of them; undefined where there is no more to say. */
  causes: unknown[];
  /** An acknowledged connection; it ends with the test. */
  client(authorization?: object, style?: HandshakeStyle): Promise<RealtimeClient>;
  announce(variables: JsonObject): Promise<Answer>;
}

/** The API behind a server for the tests of one file. */
export function useEventApi(): EventApi {
  const logged: string[] = [];
  const causes: unknown[] = [];
  const open: RealtimeClient[] = [];
  let server: TestServer;

  beforeAll(async () => {
    server = await serve(
      createAppSync(
        apiOptions({
          schema,
          resolvers,
          log({ message, cause }) {
            logged.push(message);
            causes.push(cause);
          },
          auth: {
            default: 'API_KEY',
            additional: ['AWS_IAM'],
            apiKeys: [{ value: API_KEY }],
            iam: { verify: async () => ({ userArn: 'arn:aws:iam::000000000000:role/fn' }) },
          },
        }),
      ),
    );
  });
  afterEach(() => {
    for (const { socket } of open.splice(0)) socket.terminate();
  });
  afterAll(() => server.close());

  return {
    server: () => server,
    logged,
    causes,
    async client(authorization, style) {
      const connected = await connect(server.port, authorization, style);
      open.push(connected);
      return connected;
    },
    announce: (variables) => server.query(ANNOUNCE, variables),
  };
}

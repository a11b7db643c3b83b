import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from '@apollo/client/core';
import { createSubscriptionHandshakeLink } from 'aws-appsync-subscription-link';
import { OperationTypeNode } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAppSync } from '../../appsync.ts';
import { answering } from '../testing/code.ts';
import { apiOptions } from '../testing/options.ts';
import type { TestServer } from '../testing/server.ts';
import { API_KEY, serve } from '../testing/server.ts';

const schema = /* GraphQL */ `
  type Query {
    none: String
  }
  type Mutation {
    announce(id: ID!, group: String): Event
  }
  type Subscription {
    announced(group: String): Event @aws_subscribe(mutations: ["announce"])
  }
  type Event {
    id: ID!
    group: String
  }
`;

let server: TestServer;
beforeAll(async () => {
  const rows = [
    { type: 'Query', field: 'none', code: answering('none', () => null) },
    { type: 'Mutation', field: 'announce', code: answering('announce', ({ arguments: args }) => args) },
  ];
  const resolvers = rows.map((row) => ({ ...row, kind: 'UNIT' as const, dataSource: 'none' }));
  server = await serve(createAppSync(apiOptions({ schema, resolvers })));
});
afterAll(() => server.close());

test('Apollo Client with aws-appsync-subscription-link hears a mutation', async () => {
  const url = server.url.replace('127.0.0.1', 'localhost');
  const auth = { type: 'API_KEY' as const, apiKey: API_KEY };
  const http = new HttpLink({ uri: server.url, headers: { 'x-api-key': API_KEY } });
  /** The package describes itself by Apollo's CommonJS types; at run time there is one class. */
  const realtime = createSubscriptionHandshakeLink({ url, region: 'us-east-1', auth });
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      realtime as unknown as ApolloLink,
      http,
    ),
  });
  const mutate = (id: string, group: string) =>
    client.mutate({
      mutation: gql`
        mutation ($id: ID!, $group: String) {
          announce(id: $id, group: $group) {
            id
            group
          }
        }
      `,
      variables: { id, group },
    });

  const heard: unknown[] = [];
  const subscription = client
    .subscribe({
      query: gql`
        subscription ($group: String) {
          announced(group: $group) {
            id
            group
          }
        }
      `,
      variables: { group: 'g' },
    })
    .subscribe(({ data }) => heard.push(data));
  await expect
    .poll(
      async () => {
        await mutate('1', 'other');
        await mutate('2', 'g');
        return heard.length;
      },
      { timeout: 10_000 },
    )
    .toBeGreaterThan(0);
  subscription.unsubscribe();
  client.stop();

  expect(heard[0]).toEqual({ announced: { __typename: 'Event', id: '2', group: 'g' } });
});

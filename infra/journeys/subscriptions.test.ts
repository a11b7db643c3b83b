import { inspect } from 'node:util';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from '@apollo/client/core';
import { createSubscriptionHandshakeLink } from 'aws-appsync-subscription-link';
import { OperationTypeNode } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO, MEMBER, startTestPlatform, type TestPlatform } from './platform.testing.ts';

let platform: TestPlatform;
let token: string;
let tenantId: string;

const ON_PROJECT_CHANGED = gql`
  subscription OnProjectChanged($tenantId: ID!) {
    onProjectChanged(tenantId: $tenantId) {
      eventId
      type
      projectId
      via
      version
      changed
      project {
        title
        version
      }
    }
  }
`;

interface Heard {
  onProjectChanged: { type: string; projectId: string; via: string; project: { title: string } | null };
}

/** Apollo Client over AppSync's own link, both unmodified. */
function connect(credential: string) {
  const url = `${platform.url}/graphql`;
  const realtime = createSubscriptionHandshakeLink({
    url,
    region: 'us-east-1',
    auth: { type: 'AMAZON_COGNITO_USER_POOLS', jwtToken: credential },
  });
  return new ApolloClient({
    cache: new InMemoryCache(),
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      realtime as unknown as ApolloLink,
      new HttpLink({ uri: url, headers: { authorization: credential } }),
    ),
  });
}

beforeAll(async () => {
  platform = await startTestPlatform();
  token = await platform.signIn(DEMO);
  tenantId = platform.issuer.users.byEmail(DEMO)!.uid;
});
afterAll(() => platform.remove());

test('Apollo Client hears of a change that was made over REST', async () => {
  const client = connect(token);
  const heard: Heard[] = [];
  const subscription = client
    .subscribe<Heard>({ query: ON_PROJECT_CHANGED, variables: { tenantId } })
    .subscribe(({ data }) => data && heard.push(data));

  let created = '';
  await expect
    .poll(
      async () => {
        const answer = await platform.rest(token, 'POST', '/v1/projects', { body: { title: 'Heard of' } });
        ({ id: created } = (await answer.json()) as { id: string });
        await platform.settled();
        return heard.some(({ onProjectChanged: { projectId } }) => projectId === created);
      },
      { timeout: 10_000 },
    )
    .toBe(true);
  subscription.unsubscribe();
  client.stop();

  expect(
    heard.find(({ onProjectChanged: { projectId } }) => projectId === created)?.onProjectChanged,
  ).toMatchObject({
    type: 'CREATED',
    via: 'rest',
    version: 1,
    project: { title: 'Heard of', version: 1 },
  });
});

test('somebody who is no member is refused and hears nothing', async () => {
  const stranger = connect(await platform.signIn(MEMBER));
  const heard: unknown[] = [];
  const failed = new Promise<unknown>((resolve) => {
    stranger.subscribe({ query: ON_PROJECT_CHANGED, variables: { tenantId } }).subscribe({
      next: (result) => (result.error ? resolve(result.error) : heard.push(result)),
      error: resolve,
    });
  });

  const error = await failed;
  await platform.rest(token, 'POST', '/v1/projects', { body: { title: 'Secret' } });
  await platform.settled();
  stranger.stop();

  expect(inspect(error, { depth: 8 })).toContain('You may not do this for the tenant');
  expect(heard).toEqual([]);
});

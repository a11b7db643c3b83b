import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAppSync } from './appsync.ts';
import { loadResolverCode } from './evaluator/evaluator.ts';
import { dynamoDbDataSource } from './executor/datasources/dynamodb.ts';
import type { Resolver } from './executor/options.ts';
import { startTable } from './executor/testing/dynamodb.ts';
import type { TestTable } from './executor/testing/dynamodb.ts';
import { apiOptions } from './executor/testing/options.ts';
import { connect } from './executor/testing/realtime.ts';
import type { TestServer } from './executor/testing/server.ts';
import { serve } from './executor/testing/server.ts';
import type { LoadedCode } from './types.ts';

const schema = /* GraphQL */ `
  type Query {
    note(id: ID!): Note
    notes(topic: String!, limit: Int, nextToken: String): Notes!
  }
  type Mutation {
    addNote(topic: String!, id: ID!, text: String!): Note
  }
  type Subscription {
    noteAdded(topic: String!): Note @aws_subscribe(mutations: ["addNote"])
  }
  type Notes {
    items: [Note!]!
    nextToken: String
  }
  type Note {
    id: ID!
    topic: String!
    text: String!
    shouted: String
    addedAt: AWSDateTime!
  }
`;

const IMPORTS = `import { util, extensions, runtime } from '@aws-appsync/utils';
import * as ddb from '@aws-appsync/utils/dynamodb';
`;

function load(name: string, code: string): LoadedCode {
  return loadResolverCode({ name, file: `${name}.js`, code: IMPORTS + code });
}

const AFTER = `export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type, ctx.result);
  return ctx.result;
}`;

const resolvers: Resolver[] = [
  {
    kind: 'UNIT',
    type: 'Query',
    field: 'notes',
    dataSource: 'table',
    code: load(
      'Query.notes',
      `export function request(ctx) {
        const { topic, limit, nextToken } = ctx.args;
        return ddb.query({ query: { topic: { eq: topic } }, limit: limit ?? 10, nextToken });
      }
      ${AFTER}`,
    ),
  },
  {
    kind: 'UNIT',
    type: 'Query',
    field: 'note',
    dataSource: 'none',
    code: load(
      'Query.note',
      `export function request(ctx) { runtime.earlyReturn(null); }
      export function response(ctx) { return ctx.result; }`,
    ),
  },
  {
    kind: 'UNIT',
    type: 'Note',
    field: 'shouted',
    dataSource: 'none',
    code: load(
      'Note.shouted',
      `export function request(ctx) { return { payload: ctx.source.text.toUpperCase() }; }
      export function response(ctx) { return ctx.result; }`,
    ),
  },
  {
    kind: 'PIPELINE',
    type: 'Mutation',
    field: 'addNote',
    code: load(
      'Mutation.addNote',
      `export function request(ctx) { ctx.stash.addedAt = util.time.nowISO8601(); return {}; }
      export function response(ctx) { return ctx.prev.result; }`,
    ),
    functions: [
      {
        name: 'allowed',
        dataSource: 'none',
        code: load(
          'allowed',
          `export function request(ctx) { return { payload: ctx.args.text }; }
          export function response(ctx) {
            if (ctx.result === 'rude') util.error('Be kind', 'Rude', { id: ctx.args.id, text: 'x' }, ctx.env);
            return ctx.result;
          }`,
        ),
      },
      {
        name: 'put',
        dataSource: 'table',
        code: load(
          'put',
          `export function request(ctx) {
            const { topic, id, text } = ctx.args;
            return ddb.put({
              key: { topic, id },
              item: { topic, id, text: ctx.prev.result, addedAt: ctx.stash.addedAt },
              condition: { id: { attributeExists: false } },
            });
          }
          ${AFTER}`,
        ),
      },
    ],
  },
  {
    kind: 'UNIT',
    type: 'Subscription',
    field: 'noteAdded',
    dataSource: 'none',
    code: load(
      'Subscription.noteAdded',
      `export function request() { return { payload: null }; }
      export function response(ctx) {
        extensions.setSubscriptionFilter(
          util.transform.toSubscriptionFilter({ topic: { eq: ctx.args.topic }, text: { beginsWith: 'n' } }),
        );
        return null;
      }`,
    ),
  },
];

let table: TestTable;
let server: TestServer;

beforeAll(async () => {
  table = await startTable({
    TableName: 'notes',
    KeySchema: [
      { AttributeName: 'topic', KeyType: 'HASH' },
      { AttributeName: 'id', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: [
      { AttributeName: 'topic', AttributeType: 'S' },
      { AttributeName: 'id', AttributeType: 'S' },
    ],
    BillingMode: 'PAY_PER_REQUEST',
  });
  const { dataSources } = apiOptions({ schema, resolvers });
  const options = apiOptions({
    schema,
    resolvers,
    env: { STAGE: 'test' },
    dataSources: {
      ...dataSources,
      table: dynamoDbDataSource({ client: table.client, tableName: 'notes' }),
    },
  });
  server = await serve(createAppSync(options));
});
afterAll(async () => {
  await server.close();
  await table.stop();
});

const ADD = `mutation($topic: String!, $id: ID!, $text: String!) {
  addNote(topic: $topic, id: $id, text: $text) { id topic text shouted addedAt }
}`;

const add = (topic: string, id: string, text: string) => server.query(ADD, { topic, id, text });

describe('APPSYNC_JS over a DynamoDB table', () => {
  test('a pipeline writes, a list reads by pages, a field has its own resolver', async () => {
    const added = await add('pages', '1', 'one');
    await add('pages', '2', 'two');

    const page = '{ items { id shouted } nextToken }';
    const first = await server.query(`{ notes(topic: "pages", limit: 1) ${page} }`);
    const { nextToken } = first.data?.['notes'] as { nextToken: string };
    const second = await server.query(
      `query($next: String) { notes(topic: "pages", nextToken: $next) ${page} }`,
      { next: nextToken },
    );

    expect(added.errors).toBeUndefined();
    expect(added.data?.['addNote']).toMatchObject({ id: '1', text: 'one', shouted: 'ONE' });
    expect(first.data).toMatchObject({ notes: { items: [{ id: '1', shouted: 'ONE' }] } });
    expect(second.data).toEqual({
      notes: { items: [{ id: '2', shouted: 'TWO' }], nextToken: null },
    });
  });

  test('a condition that fails is raised with the stored item, as selected', async () => {
    await add('twice', '1', 'one');

    const { data, errors } = await add('twice', '1', 'other');

    expect(data).toEqual({ addNote: null });
    expect(errors).toEqual([
      expect.objectContaining({
        path: ['addNote'],
        errorType: 'DynamoDB:ConditionalCheckFailedException',
        data: expect.objectContaining({ id: '1', text: 'one' }),
      }),
    ]);
  });

  test('util.error in a function ends the pipeline', async () => {
    const { data, errors } = await add('rude', '1', 'rude');
    const after = await server.query('{ notes(topic: "rude") { items { id } } }');

    expect(data).toEqual({ addNote: null });
    expect(errors).toEqual([
      expect.objectContaining({
        message: 'Be kind',
        errorType: 'Rude',
        data: { id: '1', text: 'x' },
        errorInfo: { STAGE: 'test' },
      }),
    ]);
    expect(after.data).toEqual({ notes: { items: [] } });
  });

  test('an early return answers the field', async () => {
    expect((await server.query('{ note(id: 1) { id } }')).data).toEqual({ note: null });
  });

  test('a subscriber hears what passes the filter that the resolver set', async () => {
    const subscriber = await connect(server.port);
    await subscriber.subscribe('1', 'subscription { noteAdded(topic: "live") { text shouted } }');

    await add('live', '1', 'quiet');
    await add('other', '1', 'news elsewhere');
    await add('live', '2', 'news');

    expect(await subscriber.next()).toEqual({
      id: '1',
      type: 'data',
      payload: { data: { noteAdded: { text: 'news', shouted: 'NEWS' } } },
    });
    subscriber.socket.terminate();
  });
});

import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { type DocumentNode, execute, type GraphQLSchema, parse, validate } from 'graphql';
import { projectSk, tenantCollection, tenantKey } from '#api/resolvers/_lib/keys.ts';
import { createDynamoClient } from '#infra/local/dynamodb/client.ts';
import { connectionTo } from '#infra/local/dynamodb/connection.ts';
import { runningOn } from '#infra/local/single-instance.ts';
import { buildSchema } from '#infra/local/appsync/executor/schema/build.ts';
import { ROOT } from '#infra/local/settings.ts';
import type { TestPlatform } from '#infra/journeys/platform.testing.ts';
import { table as row } from '#infra/table.ts';
import { inTurns, percentile, round, type Row } from './measure.ts';

const ROUNDS = { rounds: 400, warmUp: 60 };
const BAR = 1.3;

const LIST = `query { projects(limit: 20) { items { id slug title medium version createdAt updatedAt } } }`;
const ONE = `query ($id: ID!) { project(id: $id) { id slug title medium description tags version createdAt } }`;

/** The local endpoint against bare graphql-js: the same schema, documents, engine and data calls, over HTTP both. */
export async function benchGraphql(platform: TestPlatform, token: string, tenantId: string): Promise<Row[]> {
  const ids: string[] = [];
  for (let at = 0; at < 20; at += 1) {
    const body = { title: `Work ${at}`, medium: 'ink', description: 'A few words on it.', tags: ['a', 'b'] };
    const answer = await platform.rest(token, 'POST', '/v1/projects', { body });
    ids.push(((await answer.json()) as { id: string }).id);
  }
  const client = createDynamoClient(connectionTo(runningOn(platform.dataDir)?.engine ?? ''), () => undefined);
  const bare = await startBare(client, tenantId);
  try {
    const post = (url: string, query: string) =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: token },
        body: JSON.stringify({ query, variables: { id: ids[3] } }),
      }).then((response) => response.text());
    const here = `${platform.url}/graphql`;
    const [answered, expected] = [await post(here, LIST), await post(bare.url, LIST)];
    if (answered !== expected) throw new Error(`The lists differ.\nHere: ${answered}\nBare: ${expected}`);
    const lists = await inTurns({ ours: () => post(here, LIST), bare: () => post(bare.url, LIST) }, ROUNDS);
    const ones = await inTurns({ ours: () => post(here, ONE), bare: () => post(bare.url, ONE) }, ROUNDS);
    return [ratioRow('a list of 20', lists), ratioRow('one project', ones)];
  } finally {
    bare.server.closeAllConnections();
    bare.server.close();
    client.destroy();
  }
}

function ratioRow(what: string, samples: { ours: number[]; bare: number[] }): Row {
  const ours = percentile(samples.ours, 0.5);
  const bare = percentile(samples.bare, 0.5);
  const value = round(ours / bare);
  const on = `p50 ${round(ours)} ms against ${round(bare)} ms`;
  return {
    name: `GraphQL against bare graphql-js, ${what}`,
    value,
    unit: 'x',
    bar: `<= ${BAR}`,
    met: value <= BAR,
    on,
  };
}

/** Parse and validate are cached, as ours are; the data calls are those that our resolvers make. */
async function startBare(client: DynamoDBClient, tenantId: string): Promise<{ url: string; server: Server }> {
  const sdl = readFileSync(join(ROOT, 'api/schema.aws.gen.graphql'), 'utf8');
  const schema: GraphQLSchema = buildSchema(sdl);
  const documents = new Map<string, DocumentNode>();
  const rootValue = {
    projects: async () => {
      const { Items } = await client.send(
        new QueryCommand({
          TableName: row.name,
          IndexName: 'collectionByChange',
          KeyConditionExpression: '#c = :c',
          ExpressionAttributeNames: { '#c': 'collection' },
          ExpressionAttributeValues: { ':c': { S: tenantCollection(tenantId, 'PROJECT') } },
          ScanIndexForward: false,
          Limit: 20,
        }),
      );
      return { items: (Items ?? []).map((item) => unmarshall(item).card as unknown), next: null };
    },
    project: async ({ id }: { id: string }) => {
      const { PK, SK } = tenantKey(tenantId, projectSk(id));
      const Key: Record<string, AttributeValue> = { PK: { S: PK }, SK: { S: SK } };
      const { Item } = await client.send(new GetItemCommand({ TableName: row.name, Key }));
      return Item && unmarshall(Item);
    },
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
        query: string;
        variables: Record<string, unknown>;
      };
      let document = documents.get(query);
      if (!document) {
        document = parse(query);
        if (validate(schema, document).length > 0) throw new Error('The query is not valid.');
        documents.set(query, document);
      }
      void Promise.resolve(execute({ schema, document, rootValue, variableValues: variables })).then(
        (result) => {
          response.setHeader('content-type', 'application/json').end(JSON.stringify(result));
        },
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { url: `http://localhost:${typeof address === 'object' && address ? address.port : 0}/`, server };
}

/** The GraphQL API of the inventory on the local AppSync runtime. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { inventory } from '#infra/inventory.ts';
import { buildResolvers } from '#infra/build/resolvers.ts';
import { createAppSync, type AppSync, type Resolver } from './appsync/appsync.ts';
import { loadResolverCode } from './appsync/evaluator/evaluator.ts';
import { keepGuestLibraryAt } from './appsync/evaluator/guest-library.ts';
import { createSigV4Verifier } from './appsync/executor/auth/sigv4.ts';
import { dynamoDbDataSource } from './appsync/executor/datasources/dynamodb.ts';
import { lambdaDataSource } from './appsync/executor/datasources/lambda.ts';
import { noneDataSource } from './appsync/executor/datasources/none.ts';
import type { DataSource, LoadedCode } from './appsync/types.ts';
import type { Issuer } from './identity/types.ts';
import type { LocalFunctions } from './functions.ts';
import type { LocalSecrets } from './local-secrets.ts';
import { ROOT } from './settings.ts';

/** What an account and an API are called where there are none. */
export const LOCAL = { accountId: '000000000000', apiId: 'local', region: 'us-east-1' };

/** As deep as a query may nest and as many resolvers as it may run: the same on AWS. */
export const LIMITS = { queryDepthLimit: 12, resolverCountLimit: 1000 };

export interface GraphqlPorts {
  client: DynamoDBClient;
  origin: string;
  issuer: Issuer;
  secrets: LocalSecrets;
  functions: () => LocalFunctions;
}

export async function composeGraphql(ports: GraphqlPorts): Promise<AppSync> {
  const dist = join(ROOT, 'dist');
  keepGuestLibraryAt(join(dist, 'appsync-guest.js'));
  const code = loadCode(await buildResolvers(inventory, join(dist, 'resolvers')));
  const { client, issuer, secrets, origin, functions } = ports;
  return createAppSync({
    schema: readFileSync(join(ROOT, 'api/schema.aws.gen.graphql'), 'utf8'),
    resolvers: inventory.resolvers.map((row): Resolver => {
      if (row.kind === 'UNIT') return { ...row, code: code(row.code) };
      const steps = row.steps.map(({ code: name, dataSource }) => ({ name, dataSource, code: code(name) }));
      return { type: row.type, field: row.field, kind: row.kind, code: code(row.code), functions: steps };
    }),
    dataSources: Object.fromEntries(
      inventory.dataSources.map((row): [string, DataSource] => {
        if (row.kind === 'none') return [row.name, noneDataSource];
        if (row.kind === 'table') {
          const { mediaSecret: tokenSecret } = secrets;
          return [row.name, dynamoDbDataSource({ client, tableName: inventory.table.name, tokenSecret })];
        }
        const invoke = (payload: unknown) => invoked(functions(), row.function, payload);
        return [row.name, lambdaDataSource({ invoke, maxBatchSize: 100 })];
      }),
    ),
    env: { TABLE_NAME: inventory.table.name, MEDIA_ORIGIN: origin },
    auth: {
      default: 'AMAZON_COGNITO_USER_POOLS',
      additional: ['API_KEY', 'AWS_LAMBDA', 'AWS_IAM'],
      apiKeys: [{ value: secrets.apiKey }],
      userPools: {
        issuer: issuer.issuer,
        verify: async (token) => ({ ...(await issuer.verify(token)) }) as never,
      },
      lambdaAuthorizer: {
        invoke: async (event) => functions().authorizer(event),
        ttlSeconds: 0,
      },
      iam: createSigV4Verifier({
        region: LOCAL.region,
        credentials: [
          {
            accessKeyId: secrets.accessKeyId,
            secretAccessKey: secrets.secretAccessKey,
            identity: {
              accountId: LOCAL.accountId,
              userArn: `arn:aws:iam::${LOCAL.accountId}:role/functions`,
            },
          },
        ],
      }),
    },
    limits: LIMITS,
    ...LOCAL,
  });
}

/** Each distinct code is loaded once, however many resolvers use it. */
function loadCode(files: Map<string, string>): (name: string) => LoadedCode {
  const loaded = new Map<string, LoadedCode>();
  return (name) => {
    const known = loaded.get(name);
    if (known) return known;
    const file = files.get(name) ?? '';
    const made = loadResolverCode({ name, file, code: readFileSync(file, 'utf8') });
    loaded.set(name, made);
    return made;
  };
}

function invoked(functions: LocalFunctions, name: string, payload: unknown): Promise<unknown> {
  const invoke = functions.invoked[name];
  if (!invoke) throw new Error(`The inventory names a function that is not composed here: ${name}`);
  return invoke(payload as never);
}

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTable } from '../../ports/table/aws.ts';
import { consume } from '../consume.ts';
import { environment } from '../environment.ts';
import { createAnnounce } from './announce.ts';
import { createSignedCall } from './signed-call.ts';
import { lambda } from '../../observability/function.lambda.ts';

const { AWS_REGION, GRAPHQL_URL, TABLE_NAME } = environment(['AWS_REGION', 'GRAPHQL_URL', 'TABLE_NAME']);
const client = new DynamoDBClient();

export const handler = lambda(
  consume(
    createAnnounce({
      table: createTable({ client, tableName: TABLE_NAME }),
      call: createSignedCall({
        url: GRAPHQL_URL,
        region: AWS_REGION,
        credentials: client.config.credentials,
        fetch: (request) => fetch(request),
      }),
    }),
  ),
);

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTable } from '../../ports/table/aws.ts';
import { environment } from '../environment.ts';
import { createPublicLists } from './public-lists.ts';
import { lambda } from '../../observability/function.lambda.ts';

const { MEDIA_ORIGIN, TABLE_NAME } = environment(['MEDIA_ORIGIN', 'TABLE_NAME']);

export const handler = lambda(
  createPublicLists({
    table: createTable({ client: new DynamoDBClient(), tableName: TABLE_NAME }),
    mediaOrigin: MEDIA_ORIGIN,
  }),
);

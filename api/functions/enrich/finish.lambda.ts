import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTable } from '../../ports/table/aws.ts';
import { environment } from '../environment.ts';
import { createFinish } from './finish.ts';
import { lambda } from '../../observability/function.lambda.ts';

const { TABLE_NAME } = environment(['TABLE_NAME']);

export const handler = lambda(
  createFinish({
    table: createTable({ client: new DynamoDBClient(), tableName: TABLE_NAME }),
    now: Date.now,
  }),
);

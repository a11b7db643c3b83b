import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTable } from '../../ports/table/aws.ts';
import { environment } from '../environment.ts';
import { createPlan } from './plan.ts';
import { lambda } from '../../observability/function.lambda.ts';

const { TABLE_NAME } = environment(['TABLE_NAME']);

export const handler = lambda(
  createPlan({
    table: createTable({ client: new DynamoDBClient(), tableName: TABLE_NAME }),
  }),
);

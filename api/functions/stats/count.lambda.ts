import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createAwsAnalytics } from '../../ports/analytics/aws.ts';
import { createTable } from '../../ports/table/aws.ts';
import { environment } from '../environment.ts';
import { createCount } from './count.ts';
import { lambda } from '../../observability/function.lambda.ts';

const env = environment([
  'ANALYTICS_BUCKET',
  'ANALYTICS_KEY_ARN',
  'ANALYTICS_WORKGROUP',
  'ANALYTICS_DATABASE',
  'ANALYTICS_JOB',
  'TABLE_ARN',
  'TABLE_NAME',
]);

export const handler = lambda(
  createCount({
    analytics: createAwsAnalytics(env),
    table: createTable({ client: new DynamoDBClient(), tableName: env.TABLE_NAME }),
    now: Date.now,
  }),
);

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { setTimeout as wait } from 'node:timers/promises';
import { createTable } from '../../ports/table/aws.ts';
import { consume } from '../consume.ts';
import { environment } from '../environment.ts';
import { stateMachines } from './machines.lambda.ts';
import { createStop } from './start.ts';
import { lambda } from '../../observability/function.lambda.ts';

const { TABLE_NAME } = environment(['TABLE_NAME']);

export const handler = lambda(
  consume(
    createStop({
      table: createTable({ client: new DynamoDBClient(), tableName: TABLE_NAME }),
      machines: stateMachines((ms) => wait(ms)),
    }),
  ),
);

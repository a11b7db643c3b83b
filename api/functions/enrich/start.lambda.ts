import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { setTimeout as wait } from 'node:timers/promises';
import { createTable } from '../../ports/table/aws.ts';
import { consume } from '../consume.ts';
import { environment } from '../environment.ts';
import { stateMachines } from './machines.lambda.ts';
import { createStart } from './start.ts';
import { lambda } from '../../observability/function.lambda.ts';

const { TABLE_NAME } = environment(['TABLE_NAME']);
/** Less than the 900 s that the function may take. */
const WAIT_MS = 840_000;

export const handler = lambda(
  consume(
    createStart({
      table: createTable({ client: new DynamoDBClient(), tableName: TABLE_NAME }),
      machines: stateMachines((ms) => wait(ms)),
      now: Date.now,
      waitMs: WAIT_MS,
    }),
  ),
);

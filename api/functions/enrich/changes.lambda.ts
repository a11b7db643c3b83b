import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ulid } from 'ulid';
import { createTable } from '../../ports/table/aws.ts';
import { consume } from '../consume.ts';
import { environment } from '../environment.ts';
import { createChanges } from './changes.ts';
import { lambda } from '../../observability/function.lambda.ts';

const { TABLE_NAME } = environment(['TABLE_NAME']);

export const handler = lambda(
  consume(
    createChanges({
      table: createTable({ client: new DynamoDBClient(), tableName: TABLE_NAME }),
      now: Date.now,
      ulid: () => ulid(),
    }),
  ),
);

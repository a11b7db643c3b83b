import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ulid } from 'ulid';
import { createTable } from '../../ports/table/aws.ts';
import { environment } from '../environment.ts';
import { createProposals } from './proposals.ts';

const { TABLE_NAME } = environment(['TABLE_NAME']);

export const handler = createProposals({
  table: createTable({ client: new DynamoDBClient(), tableName: TABLE_NAME }),
  now: Date.now,
  ulid: () => ulid(),
});

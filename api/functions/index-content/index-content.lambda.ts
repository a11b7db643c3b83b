import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createPublicContent } from '../../ports/public-content/table.ts';
import { createTable } from '../../ports/table/aws.ts';
import { consumeTogether } from '../consume.ts';
import { environment } from '../environment.ts';
import { searchIndex } from '../search-index.lambda.ts';
import { createIndexContent } from './index-content.ts';
import { lambda } from '../../observability/function.lambda.ts';

const { TABLE_NAME } = environment(['TABLE_NAME']);
const table = createTable({ client: new DynamoDBClient(), tableName: TABLE_NAME });

export const handler = lambda(
  consumeTogether(createIndexContent({ table, content: createPublicContent(table), index: searchIndex() })),
);

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createMediaS3Client, createS3MediaStore } from '../../ports/media-store/aws.ts';
import { createPublicContent } from '../../ports/public-content/table.ts';
import { createResults } from '../../ports/results/media-store.ts';
import { createTable } from '../../ports/table/aws.ts';
import { consumeTogether } from '../consume.ts';
import { embeddings } from '../embeddings.lambda.ts';
import { dearestToken } from '../enrich/dearest-token.ts';
import { environment, modelPrices } from '../environment.ts';
import { searchIndex } from '../search-index.lambda.ts';
import { createEmbed } from './embed.ts';
import { lambda } from '../../observability/function.lambda.ts';

const env = environment(['AWS_REGION', 'EMBEDDINGS_MODEL', 'MEDIA_BUCKET', 'TABLE_NAME']);
const table = createTable({ client: new DynamoDBClient(), tableName: env.TABLE_NAME });
const media = createS3MediaStore({
  client: createMediaS3Client({ region: env.AWS_REGION }),
  bucket: env.MEDIA_BUCKET,
});
const model = embeddings();

export const handler = lambda(
  consumeTogether(
    createEmbed({
      index: searchIndex(),
      embeddings: () => Promise.resolve(model),
      table,
      content: createPublicContent(table),
      media,
      results: createResults(media),
      maximumMicroUsdPerToken: dearestToken(env.EMBEDDINGS_MODEL, modelPrices()),
    }),
  ),
);

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createMediaS3Client, createS3MediaStore } from '../../ports/media-store/aws.ts';
import { createPublicContent } from '../../ports/public-content/table.ts';
import { createResults } from '../../ports/results/media-store.ts';
import { createTable } from '../../ports/table/aws.ts';
import { consumeTogether } from '../consume.ts';
import { environment } from '../environment.ts';
import { embeddings, searchIndex } from '../search-index.lambda.ts';
import { createEmbed } from './embed.ts';

const { AWS_REGION, MEDIA_BUCKET, TABLE_NAME } = environment(['AWS_REGION', 'MEDIA_BUCKET', 'TABLE_NAME']);
const table = createTable({ client: new DynamoDBClient(), tableName: TABLE_NAME });
const media = createS3MediaStore({
  client: createMediaS3Client({ region: AWS_REGION }),
  bucket: MEDIA_BUCKET,
});
const model = embeddings();

export const handler = consumeTogether(
  createEmbed({
    table,
    media,
    content: createPublicContent(table),
    index: searchIndex(),
    embeddings: () => Promise.resolve(model),
    results: createResults(media),
  }),
);

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createMediaS3Client, createS3MediaStore } from '../../ports/media-store/aws.ts';
import { createTable } from '../../ports/table/aws.ts';
import { embeddings } from '../embeddings.lambda.ts';
import { environment } from '../environment.ts';
import { searchIndex } from '../search-index.lambda.ts';
import { createSearch } from './search.ts';
import { lambda } from '../../observability/function.lambda.ts';
import { log } from '../../observability/telemetry.ts';

/** Twice with its retries, by vectors and then by words, stays within the time of the function. */
const INDEX_TIMEOUT_MS = 3500;

const env = environment(['AWS_REGION', 'MEDIA_BUCKET', 'MEDIA_ORIGIN', 'TABLE_NAME']);
const model = embeddings();

export const handler = lambda(
  createSearch({
    index: searchIndex({ timeoutMs: INDEX_TIMEOUT_MS }),
    table: createTable({ client: new DynamoDBClient(), tableName: env.TABLE_NAME }),
    media: createS3MediaStore({
      client: createMediaS3Client({ region: env.AWS_REGION }),
      bucket: env.MEDIA_BUCKET,
    }),
    embeddings: () => Promise.resolve(model),
    mediaOrigin: env.MEDIA_ORIGIN,
    onError: (error) => log('error', 'search failed', error),
  }),
);

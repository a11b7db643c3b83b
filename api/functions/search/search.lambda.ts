import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Embeddings } from '../../ports/embeddings/port.ts';
import { createTable } from '../../ports/table/aws.ts';
import { environment } from '../environment.ts';
import { mediaStore } from '../media-store.lambda.ts';
import { searchIndex } from '../search-index.lambda.ts';
import { createSearch } from './search.ts';
import { lambda } from '../../observability/function.lambda.ts';
import { log } from '../../observability/telemetry.ts';

/** Twice with its retries, by vectors and then by words, stays within the time of the function. */
const INDEX_TIMEOUT_MS = 3500;

const env = environment(['MEDIA_ORIGIN', 'TABLE_NAME']);

// Most searches look for words: what meaning and pictures need is loaded with the first that asks for it.
let model: Promise<Embeddings> | undefined;
const embeddings = (): Promise<Embeddings> =>
  (model ??= import('../embeddings.lambda.ts').then((module) => module.embeddings()));

export const handler = lambda(
  createSearch({
    index: searchIndex({ timeoutMs: INDEX_TIMEOUT_MS }),
    table: createTable({ client: new DynamoDBClient(), tableName: env.TABLE_NAME }),
    media: mediaStore(),
    embeddings,
    mediaOrigin: env.MEDIA_ORIGIN,
    onError: (error) => log('error', 'search failed', error),
  }),
);

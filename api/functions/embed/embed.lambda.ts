import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Embeddings } from '../../ports/embeddings/port.ts';
import { createPublicContent } from '../../ports/public-content/table.ts';
import { createResults } from '../../ports/results/media-store.ts';
import { createTable } from '../../ports/table/aws.ts';
import { consumeTogether } from '../consume.ts';
import { dearestToken } from '../enrich/dearest-token.ts';
import { environment, modelPrices } from '../environment.ts';
import { mediaStore } from '../media-store.lambda.ts';
import { searchIndex } from '../search-index.lambda.ts';
import { createEmbed } from './embed.ts';
import { lambda } from '../../observability/function.lambda.ts';

const env = environment(['EMBEDDINGS_MODEL', 'TABLE_NAME']);
const table = createTable({ client: new DynamoDBClient(), tableName: env.TABLE_NAME });
const media = mediaStore();

// Most changes are none of words or pictures, and other vectors are kept already.
let model: Promise<Embeddings> | undefined;
const embeddings = (): Promise<Embeddings> =>
  (model ??= import('../embeddings.lambda.ts').then((module) => module.embeddings()));

export const handler = lambda(
  consumeTogether(
    createEmbed({
      index: searchIndex(),
      embeddings,
      table,
      content: createPublicContent(table),
      media,
      results: createResults(media),
      maximumMicroUsdPerToken: dearestToken(env.EMBEDDINGS_MODEL, modelPrices()),
    }),
  ),
);

/**
 * What `npm run reindex -- --aws` works on: the deployed table and collection, as whoever runs it. The collection lets
 * in the role that the deployment names (`ARTISSIST_REINDEX_ROLE_ARN`), which also reads the table and the media.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { environment } from '#api/functions/environment.ts';
import { dearestToken } from '#api/functions/enrich/dearest-token.ts';
import { createBedrockClient } from '#api/ports/bedrock/aws.ts';
import { createBedrockEmbeddings } from '#api/ports/embeddings/aws.ts';
import { createMediaS3Client, createS3MediaStore } from '#api/ports/media-store/aws.ts';
import { createPublicContent } from '#api/ports/public-content/table.ts';
import { createResults } from '#api/ports/results/media-store.ts';
import { createOpenSearchClient } from '#api/ports/search-index/aws-client.ts';
import { createOpenSearchIndex } from '#api/ports/search-index/aws.ts';
import { createTable } from '#api/ports/table/aws.ts';
import type { ReindexHome } from '../search/reindex-home.ts';
import { table as tableRow } from '../table.ts';
import { MODELS } from './settings.ts';

/** What is written is seen after the collection's refresh, and follows the table through a queue. */
const ON_ITS_WAY_MS = 90_000;
/** A batch of hundreds of documents. */
const TIMEOUT_MS = 60_000;

/**
 * @param env `AWS_REGION`, and `SEARCH_ENDPOINT` and `MEDIA_BUCKET` as the deployment's outputs name them;
 *   `TABLE_NAME` (that of prod unless told), and `ARTISSIST_EMBEDDINGS_MODEL` where another one is deployed
 */
export function awsHome(env: Readonly<Record<string, string | undefined>>): ReindexHome {
  const { AWS_REGION: region, ...named } = environment(
    ['AWS_REGION', 'SEARCH_ENDPOINT', 'MEDIA_BUCKET'],
    env,
  );
  const model = env.ARTISSIST_EMBEDDINGS_MODEL ?? MODELS.embeddings;
  const database = new DynamoDBClient({ region, endpoint: env.AWS_ENDPOINT_URL_DYNAMODB });
  const table = createTable({ client: database, tableName: env.TABLE_NAME ?? tableRow.name });
  const media = createS3MediaStore({ client: createMediaS3Client({ region }), bucket: named.MEDIA_BUCKET });
  // An address of one's own, such as a test's, takes no signatures.
  const isCollection = new URL(named.SEARCH_ENDPOINT).hostname.endsWith('.aoss.amazonaws.com');
  const index = createOpenSearchIndex({
    client: createOpenSearchClient({
      endpoint: named.SEARCH_ENDPOINT,
      ...(isCollection && { signed: { region, credentials: database.config.credentials } }),
      timeoutMs: TIMEOUT_MS,
    }),
    ids: 'theirs',
  });
  const embeddings = createBedrockEmbeddings({
    client: createBedrockClient({ region }),
    family: model.startsWith('amazon.titan') ? 'titan' : 'nova',
  });
  return {
    ports: {
      index,
      table,
      media,
      content: createPublicContent(table),
      results: createResults(media),
      embeddings: () => Promise.resolve(embeddings),
      maximumMicroUsdPerToken: dearestToken(model),
    },
    onItsWayMs: ON_ITS_WAY_MS,
    // The collection's alias says which index is whole.
    beginning: () => undefined,
    whole: () => Promise.resolve(),
    async close() {
      await index.close();
      await embeddings.close();
      database.destroy();
    },
  };
}

/** The search index on AWS. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createOpenSearchClient } from '../ports/search-index/aws-client.ts';
import { createOpenSearchIndex } from '../ports/search-index/aws.ts';
import type { SearchIndex } from '../ports/search-index/port.ts';
import { environment } from './environment.ts';

/** The index of the collection. Requests are signed by the function's own role, as the SDK finds its credentials. */
export function searchIndex({ timeoutMs }: { timeoutMs?: number } = {}): SearchIndex {
  const { AWS_REGION: region, SEARCH_ENDPOINT: endpoint } = environment(['AWS_REGION', 'SEARCH_ENDPOINT']);
  const { credentials } = new DynamoDBClient({ region }).config;
  const client = createOpenSearchClient({
    endpoint,
    signed: { region, credentials },
    ...(timeoutMs !== undefined && { timeoutMs }),
  });
  return createOpenSearchIndex({ client, ids: 'theirs' });
}

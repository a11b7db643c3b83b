/** The model of search's vectors, on AWS. */
import { createBedrockClient } from '../ports/bedrock/aws.ts';
import { createBedrockEmbeddings } from '../ports/embeddings/aws.ts';
import type { Embeddings } from '../ports/embeddings/port.ts';
import { environment, modelPrices } from './environment.ts';

export function embeddings(): Embeddings {
  const { AWS_REGION, EMBEDDINGS_MODEL } = environment(['AWS_REGION', 'EMBEDDINGS_MODEL']);
  return createBedrockEmbeddings({
    prices: modelPrices(),
    client: createBedrockClient({ region: AWS_REGION }),
    family: EMBEDDINGS_MODEL.startsWith('amazon.titan') ? 'titan' : 'nova',
  });
}

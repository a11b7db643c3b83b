import { createBedrockClient } from '../../ports/bedrock/aws.ts';
import { dearestToken } from './dearest-token.ts';
import { createBedrockEmbeddings } from '../../ports/embeddings/aws.ts';
import { environment, modelPrices } from '../environment.ts';
import { createEmbed } from './embed.ts';
import { storage } from './storage.lambda.ts';
import { lambda } from '../../observability/function.lambda.ts';

const { AWS_REGION, EMBEDDINGS_MODEL } = environment(['AWS_REGION', 'EMBEDDINGS_MODEL']);
const prices = modelPrices();
const embeddings = createBedrockEmbeddings({
  prices,
  client: createBedrockClient({ region: AWS_REGION }),
  family: EMBEDDINGS_MODEL.startsWith('amazon.titan') ? 'titan' : 'nova',
});

export const handler = lambda(
  createEmbed({
    ...storage(),
    models: {
      embeddings: () => Promise.resolve(embeddings),
      maximumMicroUsdPerToken: dearestToken(EMBEDDINGS_MODEL, prices),
    },
  }),
);

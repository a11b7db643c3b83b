/**
 * The contract on every twin. Bedrock's runs against a server that speaks its shapes; where `BEDROCK_REGION` is set, with
 * credentials in the environment, also against the service itself, which costs a few cents.
 */
import { describe } from 'vitest';
import { createBedrockClient } from '../bedrock/aws.ts';
import { startBedrock } from '../bedrock/bedrock.testing.ts';
import { createBedrockEmbeddings, type Family } from './aws.ts';
import { embeddingModel } from './bedrock-model.testing.ts';
import { embeddingsContract } from './embeddings.contract.ts';
import { createLocalEmbeddings } from './local.ts';

describe('local embeddings', () =>
  embeddingsContract(async () => {
    const embeddings = createLocalEmbeddings();
    return { embeddings, end: () => embeddings.close() };
  }));

const families: Family[] = ['nova', 'titan'];
describe.each(families)('embeddings by Bedrock, %s', (family) =>
  embeddingsContract(async () => {
    const bedrock = await startBedrock(embeddingModel);
    return { embeddings: createBedrockEmbeddings({ client: bedrock.client, family }), end: bedrock.end };
  }),
);

const region = process.env['BEDROCK_REGION'] ?? '';
if (!region) console.warn('NOT RUN: embeddings by the real Bedrock (set BEDROCK_REGION)');
describe.skipIf(!region)('embeddings by the real Bedrock (NOT RUN unless BEDROCK_REGION is set)', () =>
  embeddingsContract(async () => {
    const embeddings = createBedrockEmbeddings({ client: createBedrockClient({ region }) });
    return { embeddings, end: () => embeddings.close() };
  }),
);

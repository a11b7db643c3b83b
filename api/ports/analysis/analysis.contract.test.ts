/**
 * The contract on every twin. The language models' run against servers that speak their shapes. Where `BEDROCK_REGION`
 * is set, with credentials in the environment, or `ANALYSIS_ENDPOINT` and `ANALYSIS_MODEL`, the suite also asks those.
 */
import { describe } from 'vitest';
import { createBedrockClient } from '../bedrock/aws.ts';
import { startBedrock } from '../bedrock/bedrock.testing.ts';
import { createLocalEmbeddings } from '../embeddings/local.ts';
import { analysisContract } from './analysis.contract.ts';
import { createBedrockAnalysis } from './aws.ts';
import { converseModel, startOpenAi } from './language-model.testing.ts';
import { createLocalAnalysis } from './local.ts';
import { createOpenAiAnalysis } from './openai.ts';

describe('local analysis', () =>
  analysisContract(async () => {
    const embeddings = createLocalEmbeddings();
    const analysis = createLocalAnalysis({ embeddings });
    return {
      analysis,
      async end() {
        await analysis.close();
        await embeddings.close();
      },
    };
  }));

const textModel = 'us.amazon.nova-2-lite-v1:0';

describe('analysis by Bedrock', () =>
  analysisContract(async () => {
    const bedrock = await startBedrock(converseModel());
    return { analysis: createBedrockAnalysis({ client: bedrock.client, textModel }), end: bedrock.end };
  }));

describe('analysis by an OpenAI-compatible endpoint', () =>
  analysisContract(async () => {
    const endpoint = await startOpenAi();
    return { analysis: createOpenAiAnalysis({ url: endpoint.url, textModel: 'llama' }), end: endpoint.end };
  }));

const { BEDROCK_REGION: region = '', BEDROCK_MODEL = textModel } = process.env;
if (!region) console.warn('NOT RUN: analysis by the real Bedrock (set BEDROCK_REGION)');
describe.skipIf(!region)('analysis by the real Bedrock (NOT RUN unless BEDROCK_REGION is set)', () =>
  analysisContract(async () => {
    const analysis = createBedrockAnalysis({
      client: createBedrockClient({ region }),
      textModel: BEDROCK_MODEL,
    });
    return { analysis, end: () => analysis.close() };
  }),
);

const { ANALYSIS_ENDPOINT: url = '', ANALYSIS_MODEL = '' } = process.env;
if (!url)
  console.warn('NOT RUN: analysis by an endpoint of yours (set ANALYSIS_ENDPOINT and ANALYSIS_MODEL)');
describe.skipIf(!url)('analysis by an endpoint of yours (NOT RUN unless ANALYSIS_ENDPOINT is set)', () =>
  analysisContract(async () => {
    const analysis = createOpenAiAnalysis({ url, textModel: ANALYSIS_MODEL });
    return { analysis, end: () => analysis.close() };
  }),
);

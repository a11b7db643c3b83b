import { createBedrockAnalysis } from '../../ports/analysis/aws.ts';
import { createBedrockClient } from '../../ports/bedrock/aws.ts';
import { dearestToken } from './dearest-token.ts';
import { environment, modelPrices } from '../environment.ts';
import { createAnalyse } from './analyse.ts';
import { storage } from './storage.lambda.ts';
import { lambda } from '../../observability/function.lambda.ts';

const { ANALYSIS_MODEL, AWS_REGION } = environment(['ANALYSIS_MODEL', 'AWS_REGION']);
const prices = modelPrices();
const analysis = createBedrockAnalysis({
  prices,
  client: createBedrockClient({ region: AWS_REGION }),
  textModel: ANALYSIS_MODEL,
});

export const handler = lambda(
  createAnalyse({
    ...storage(),
    models: {
      analysis: () => Promise.resolve(analysis),
      maximumMicroUsdPerToken: dearestToken(ANALYSIS_MODEL, prices),
    },
  }),
);

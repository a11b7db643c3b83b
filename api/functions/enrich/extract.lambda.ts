import { createBedrockClient } from '../../ports/bedrock/aws.ts';
import { createSonicSpeech } from '../../ports/speech/aws.ts';
import { environment, modelPrices } from '../environment.ts';
import { extractDocument } from '../extract/extract-document.ts';
import { createPageReader } from '../read-page/read-page.ts';
import { dearestToken } from './dearest-token.ts';
import { createExtract } from './extract.ts';
import { createReaders } from './readers.ts';
import { storage } from './storage.lambda.ts';
import { lambda } from '../../observability/function.lambda.ts';

const { AWS_REGION, SPEECH_MODEL } = environment(['AWS_REGION', 'SPEECH_MODEL']);
const prices = modelPrices();
const speech = createSonicSpeech({
  prices,
  client: createBedrockClient({ region: AWS_REGION }),
  model: SPEECH_MODEL,
});

export const handler = lambda(
  createExtract({
    ...storage(),
    readers: createReaders({ extractDocument, ...createPageReader() }),
    models: {
      speech: () => Promise.resolve(speech),
      maximumMicroUsdPerToken: dearestToken(SPEECH_MODEL, prices),
    },
  }),
);

import type { Speech } from '../../ports/speech/port.ts';
import { environment, modelPrices } from '../environment.ts';
import { extractDocument } from '../extract/extract-document.ts';
import { dearestToken } from './dearest-token.ts';
import { createExtract } from './extract.ts';
import { createReaders } from './readers.ts';
import { storage } from './storage.lambda.ts';
import { lambda } from '../../observability/function.lambda.ts';

const { AWS_REGION, SPEECH_MODEL } = environment(['AWS_REGION', 'SPEECH_MODEL']);
const prices = modelPrices();

// An entity has recordings, pages, documents or none of them: what reads them is loaded with the first.
let model: Promise<Speech> | undefined;
const speech = (): Promise<Speech> =>
  (model ??= Promise.all([import('../../ports/bedrock/aws.ts'), import('../../ports/speech/aws.ts')]).then(
    ([{ createBedrockClient }, { createSonicSpeech }]) =>
      createSonicSpeech({ prices, client: createBedrockClient({ region: AWS_REGION }), model: SPEECH_MODEL }),
  ));

export const handler = lambda(
  createExtract({
    ...storage(),
    readers: createReaders({
      extractDocument,
      readPage: async (url) => (await import('../read-page/read-page.ts')).createPageReader().readPage(url),
    }),
    models: {
      speech,
      maximumMicroUsdPerToken: dearestToken(SPEECH_MODEL, prices),
    },
  }),
);

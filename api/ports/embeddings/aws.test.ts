import { describe, expect, it, onTestFinished } from 'vitest';
import { startBedrock } from '../bedrock/bedrock.testing.ts';
import { createBedrockEmbeddings } from './aws.ts';
import { embeddingModel } from './bedrock-model.testing.ts';
import { picture } from './embeddings.contract.ts';
import { ModelRefusal, ModelUnavailable } from './port.ts';

type Options = Omit<Parameters<typeof createBedrockEmbeddings>[0], 'client'>;

async function start(options: Options = {}) {
  const bedrock = await startBedrock(embeddingModel);
  onTestFinished(bedrock.end);
  return { ...bedrock, embeddings: createBedrockEmbeddings({ client: bedrock.client, ...options }) };
}

describe('embeddings by Bedrock', () => {
  it('ask Nova as its schema says, documents and queries each for their purpose', async () => {
    const { embeddings, asked } = await start();
    await embeddings.embedTexts(['a boat'], 'document');
    await embeddings.embedTexts(['a boat'], 'query');
    await embeddings.embedImages([await picture({ colour: '#224466' })]);
    const text = { truncationMode: 'END', value: 'a boat' };
    expect(asked.map(({ operation, model }) => `${operation} ${model}`)).toEqual(
      Array<string>(3).fill('invoke amazon.nova-2-multimodal-embeddings-v1:0'),
    );
    expect(asked.map(({ body }) => body)).toMatchObject([
      {
        schemaVersion: 'nova-multimodal-embed-v1',
        taskType: 'SINGLE_EMBEDDING',
        singleEmbeddingParams: { embeddingPurpose: 'GENERIC_INDEX', embeddingDimension: 1024, text },
      },
      { singleEmbeddingParams: { embeddingPurpose: 'GENERIC_RETRIEVAL', text } },
      {
        singleEmbeddingParams: {
          image: { detailLevel: 'STANDARD_IMAGE', format: 'jpeg', source: { bytes: expect.any(String) } },
        },
      },
    ]);
  });

  it('ask Titan as its documentation says', async () => {
    const { embeddings, asked } = await start({ family: 'titan', dimensions: 256 });
    await embeddings.embedTexts(['a boat'], 'document');
    await embeddings.embedImages([await picture({ colour: '#224466' })]);
    expect(asked.map(({ model, body }) => [model, body])).toEqual([
      ['amazon.titan-embed-text-v2:0', { inputText: 'a boat', dimensions: 256, normalize: true }],
      [
        'amazon.titan-embed-image-v1',
        { inputImage: expect.any(String), embeddingConfig: { outputEmbeddingLength: 256 } },
      ],
    ]);
    expect(embeddings.text.id).toBe('amazon.titan-embed-text-v2:0#256');
  });

  it('put texts and pictures into one space with Nova, into two with Titan', async () => {
    const [nova, titan] = [await start(), await start({ family: 'titan' })];
    expect(nova.embeddings.image.id).toBe(nova.embeddings.text.id);
    expect(titan.embeddings.image.id).not.toBe(titan.embeddings.text.id);
  });

  it('send pixels only, never what stands beside them', async () => {
    const { default: sharp } = await import('sharp');
    const { embeddings, asked } = await start();
    const bytes = await sharp(await picture({ colour: '#224466' }))
      .jpeg()
      .withExif({ IFD0: { Artist: 'PRIVATE NAME' } })
      .toBuffer();
    await embeddings.embedImages([bytes]);
    const sent = JSON.stringify(asked[0]?.body);
    const image = /"bytes":"([^"]+)"/.exec(sent)?.[1] ?? '';
    expect(bytes.includes('PRIVATE NAME')).toBe(true);
    expect(Buffer.from(image, 'base64').includes('PRIVATE NAME')).toBe(false);
  });

  it('count tokens as the service does, and cost by the table or by another one', async () => {
    const { embeddings } = await start();
    const { usage } = await embeddings.embedTexts(['one two three', 'four'], 'document');
    expect(usage).toEqual({ inputTokens: 4, outputTokens: 0, microUsd: 1 });
    const dear = await start({
      prices: { 'amazon.nova-2-multimodal-embeddings-v1:0': { inputToken: 100, outputToken: 0, image: 7 } },
    });
    expect((await dear.embeddings.embedTexts(['one two'], 'document')).usage.microUsd).toBe(200);
    const pictures = [await picture({ colour: '#000000' }), await picture({ colour: '#ffffff' })];
    expect((await dear.embeddings.embedImages(pictures)).usage.microUsd).toBe(14);
  });

  it.each([
    [{ error: 'ThrottlingException', status: 429 }, ModelUnavailable],
    [{ error: 'ModelTimeoutException', status: 408 }, ModelUnavailable],
    [{ error: 'ServiceUnavailableException', status: 503 }, ModelUnavailable],
    [{ error: 'InternalServerException', status: 500 }, ModelUnavailable],
    [{ error: 'ModelNotReadyException', status: 429 }, ModelUnavailable],
    [{ error: 'ModelErrorException', status: 424 }, ModelUnavailable],
    [{ error: 'AccessDeniedException', status: 403 }, ModelUnavailable],
    [{ error: 'ValidationException', status: 400 }, ModelRefusal],
    ['silence', ModelUnavailable],
    ['cut', ModelUnavailable],
    ['nonsense', ModelUnavailable],
    ['half', ModelUnavailable],
  ] as const)("turn %j into the port's error, and answer the next call", async (fault, kind) => {
    const { embeddings, fail } = await start({ timeoutMs: 400 });
    fail(fault);
    await expect(embeddings.embedTexts(['a boat'], 'document')).rejects.toThrow(kind);
    expect((await embeddings.embedTexts(['a boat'], 'document')).vectors).toHaveLength(1);
  });

  it.each(['nonsense', { error: 'ThrottlingException', status: 429 }] as const)(
    'say what was answered beside a failure (%j)',
    async (fault) => {
      const { embeddings, fail } = await start();
      fail(fault);
      const failed = await embeddings
        .embedTexts(['a boat', 'a harbour at dusk', 'three sails'], 'document')
        .catch((error: unknown) => error);
      expect((failed as ModelUnavailable).usage?.microUsd).toBeGreaterThan(0);
      expect((failed as ModelUnavailable).usage?.inputTokens).toBeGreaterThan(1);
    },
  );

  it('begin no further call after one has failed', async () => {
    const { embeddings, fail, asked } = await start();
    fail(...Array.from({ length: 30 }, () => ({ error: 'ThrottlingException', status: 429 })));
    const texts = Array.from({ length: 30 }, (_, index) => `work ${index}`);
    await expect(embeddings.embedTexts(texts, 'document')).rejects.toThrow(ModelUnavailable);
    expect(asked.length).toBeLessThan(10);
  });
});

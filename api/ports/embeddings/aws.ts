/**
 * Embeddings by Amazon Bedrock. Nova's multimodal model puts texts and pictures into one space, so that words find
 * pictures; Titan's text model is the cheaper choice, with Titan's own model for pictures beside it.
 *
 * https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-mm.html
 */
import { pixelsAsJpeg } from '../../pictures.ts';
import { invokeModel, type Sender } from '../bedrock/aws.ts';
import { costOf, type Prices } from '../bedrock/prices.ts';
import { cutAtWord } from './cut.ts';
import { type Embedded, type EmbeddingModel, type Embeddings, ModelUnavailable, type Usage } from './port.ts';

const TIMEOUT_MS = 20_000;
/** Calls that are open at once: the models take one input a call. */
const AT_ONCE = 4;
/** Pixels of the longer side that are sent: more shows the model nothing new. */
const SIDE = 1024;
/** Characters of one call: Nova takes 8,192 inline; Titan 8,192 tokens, of which some scripts need one a character. */
const CHARACTERS = 8_000;
/** Characters of a token where the service does not count: the usual estimate for English. */
const PER_TOKEN = 4;

type Purpose = 'document' | 'query';

/** How one model is asked and how it answers. */
interface Dialect {
  text?: (value: string, purpose: Purpose, dimensions: number) => unknown;
  image?: (base64: string, dimensions: number) => unknown;
  vector: (answer: unknown) => unknown;
  tokens: (answer: unknown) => unknown;
}

interface NovaAnswer {
  embeddings?: Array<{ embedding?: unknown }>;
}
interface TitanAnswer {
  embedding?: unknown;
  inputTextTokenCount?: unknown;
}

const nova = (embeddingPurpose: string, embeddingDimension: number, input: object): unknown => ({
  schemaVersion: 'nova-multimodal-embed-v1',
  taskType: 'SINGLE_EMBEDDING',
  singleEmbeddingParams: { embeddingPurpose, embeddingDimension, ...input },
});

const DIALECTS = {
  nova: {
    // Retrieval from a mixed index: one query finds texts and pictures.
    text: (value, purpose, dimensions) =>
      nova(purpose === 'query' ? 'GENERIC_RETRIEVAL' : 'GENERIC_INDEX', dimensions, {
        text: { truncationMode: 'END', value },
      }),
    image: (bytes, dimensions) =>
      nova('GENERIC_INDEX', dimensions, {
        image: { detailLevel: 'STANDARD_IMAGE', format: 'jpeg', source: { bytes } },
      }),
    vector: (answer) => (answer as NovaAnswer | undefined)?.embeddings?.[0]?.embedding,
    tokens: () => undefined,
  },
  titanText: {
    text: (inputText, _, dimensions) => ({ inputText, dimensions, normalize: true }),
    vector: (answer) => (answer as TitanAnswer | undefined)?.embedding,
    tokens: (answer) => (answer as TitanAnswer | undefined)?.inputTextTokenCount,
  },
  titanImage: {
    image: (inputImage, outputEmbeddingLength) => ({
      inputImage,
      embeddingConfig: { outputEmbeddingLength },
    }),
    vector: (answer) => (answer as TitanAnswer | undefined)?.embedding,
    tokens: () => 0,
  },
} satisfies Record<string, Dialect>;

const NOVA = 'amazon.nova-2-multimodal-embeddings-v1:0';
const TITAN_TEXT = 'amazon.titan-embed-text-v2:0';
const TITAN_IMAGE = 'amazon.titan-embed-image-v1';

/** `nova`: one space for texts and pictures. `titan`: cheaper, two spaces: words do not find pictures. */
export type Family = 'nova' | 'titan';

/**
 * @param client from `createBedrockClient`
 * @param dimensions of the vectors, as the family offers them (1024 in both)
 * @param prices instead of the listed ones
 */
export function createBedrockEmbeddings(options: {
  client: Sender & { destroy(): void };
  family?: Family;
  dimensions?: number;
  prices?: Prices;
  timeoutMs?: number;
}): Embeddings {
  const { client, family = 'nova', dimensions = 1024, prices, timeoutMs = TIMEOUT_MS } = options;
  const model = (id: string): EmbeddingModel => ({
    // Vectors of different lengths are of different models.
    id: dimensions === 1024 ? id : `${id}#${dimensions}`,
    dimensions,
    maxCharacters: CHARACTERS,
  });
  const [textId, imageId] = family === 'nova' ? [NOVA, NOVA] : [TITAN_TEXT, TITAN_IMAGE];
  const textDialect = family === 'nova' ? DIALECTS.nova : DIALECTS.titanText;
  const imageDialect = family === 'nova' ? DIALECTS.nova : DIALECTS.titanImage;

  async function ask(id: string, dialect: Dialect, body: unknown): Promise<Answer> {
    const { answer, inputTokens } = await invokeModel(client, id, body, timeoutMs);
    const tokens = inputTokens ?? dialect.tokens(answer);
    return {
      values: dialect.vector(answer),
      ...(typeof tokens === 'number' ? { tokens } : {}),
    };
  }

  /** @throws ModelUnavailable with the cost of all answers where one of them is no vector */
  function embedded(answers: ReadonlyArray<Answer | null>, usage: Usage, id: string): Embedded {
    try {
      const vectors = answers.map((answer) => answer && unitVector(answer.values, dimensions, id));
      return { vectors, usage };
    } catch (error) {
      throw error instanceof Error ? Object.assign(error, { usage }) : error;
    }
  }

  return {
    text: model(textId),
    image: model(imageId),
    async embedTexts(texts, purpose) {
      const plain = texts.map((text) => cutAtWord(text, CHARACTERS));
      const usageOf = (answers: ReadonlyArray<Answer | null | undefined>): Usage => {
        const inputTokens = answers.reduce(
          (sum, answer, index) =>
            sum + (answer ? (answer.tokens ?? Math.ceil((plain[index] ?? '').length / PER_TOKEN)) : 0),
          0,
        );
        const microUsd = costOf(textId, { inputTokens, outputTokens: 0 }, prices);
        return { inputTokens, outputTokens: 0, microUsd };
      };
      const answers = await eachOf(
        plain,
        async (text) =>
          text === '' ? null : ask(textId, textDialect, textDialect.text(text, purpose, dimensions)),
        usageOf,
      );
      return embedded(answers, usageOf(answers), textId);
    },
    async embedImages(images) {
      const usageOf = (answers: ReadonlyArray<Answer | undefined>): Usage => {
        const used = { inputTokens: 0, outputTokens: 0 };
        const shown = answers.filter((answer) => answer !== undefined).length;
        return { ...used, microUsd: costOf(imageId, { ...used, images: shown }, prices) };
      };
      const look = async (bytes: Uint8Array): Promise<Answer> => {
        const pixels = Buffer.from(await pixelsAsJpeg(bytes, SIDE)).toString('base64');
        return ask(imageId, imageDialect, imageDialect.image(pixels, dimensions));
      };
      const answers = await eachOf(images, look, usageOf);
      return embedded(answers, usageOf(answers), imageId);
    },
    async close() {
      client.destroy();
    },
  };
}

interface Answer {
  /** What should be a vector. */
  values: unknown;
  /** As the service counted them. */
  tokens?: number;
}

/** The answer's numbers at length one. @throws ModelUnavailable where they are no vector of the asked length */
function unitVector(values: unknown, dimensions: number, model: string): Float32Array {
  const right =
    Array.isArray(values) && values.length === dimensions && values.every((value) => Number.isFinite(value));
  const vector = Float32Array.from(right ? (values as number[]) : []);
  const length = Math.hypot(...vector);
  if (length > 0) return vector.map((value) => value / length);
  const received = Array.isArray(values) ? `${values.length} values` : typeof values;
  throw new ModelUnavailable(
    `${model} should answer ${dimensions} numbers. Received: ${received}. Try again.`,
  );
}

/**
 * The answers in order, a few calls at a time. After a failure no further call begins; the error says what the others
 * cost.
 */
async function eachOf<Input, Output>(
  inputs: readonly Input[],
  work: (input: Input) => Promise<Output>,
  usageOf: (answered: readonly Output[]) => Usage,
): Promise<Output[]> {
  const outputs: Output[] = [];
  let next = 0;
  const failures: Error[] = [];
  const worker = async (): Promise<void> => {
    while (next < inputs.length && failures.length === 0) {
      const at = next++;
      try {
        outputs[at] = await work(inputs[at] as Input);
      } catch (error) {
        failures.push(error instanceof Error ? error : new Error(String(error)));
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, inputs.length) }, worker));
  const [failure] = failures;
  if (failure) throw Object.assign(failure, { usage: usageOf(outputs) });
  return outputs;
}

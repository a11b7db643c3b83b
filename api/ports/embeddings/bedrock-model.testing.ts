/** Answers like Bedrock's embedding models, with vectors that are made of the input's words or bytes. */
import type { Model } from '../bedrock/bedrock.testing.ts';

interface Nova {
  singleEmbeddingParams: {
    embeddingDimension: number;
    text?: { value: string };
    image?: { source: { bytes: string } };
  };
}
interface Titan {
  inputText?: string;
  dimensions?: number;
  inputImage?: string;
  embeddingConfig?: { outputEmbeddingLength: number };
}

export const embeddingModel: Model = ({ model, body }) => {
  if (model.startsWith('amazon.nova')) {
    const { singleEmbeddingParams: asked } = body as unknown as Nova;
    const input = asked.text?.value ?? asked.image?.source.bytes ?? '';
    const embedding = vectorOf(input, asked.embeddingDimension);
    return {
      body: { embeddings: [{ embeddingType: asked.text ? 'TEXT' : 'IMAGE', embedding }] },
      inputTokens: words(input).length,
    };
  }
  const { inputText, dimensions, inputImage = '', embeddingConfig } = body as Titan;
  const embedding = vectorOf(
    inputText ?? inputImage,
    dimensions ?? embeddingConfig?.outputEmbeddingLength ?? 0,
  );
  return { body: { embedding, inputTextTokenCount: words(inputText ?? '').length } };
};

const words = (text: string): string[] => text.split(' ').filter(Boolean);

/** Not of length one on purpose: the port sees to that. */
function vectorOf(input: string, dimensions: number): number[] {
  const vector = new Array<number>(dimensions).fill(0);
  for (const word of words(input)) {
    let hash = 7;
    for (const letter of word) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
    vector[hash % dimensions] = (vector[hash % dimensions] ?? 0) + 3;
  }
  return vector;
}

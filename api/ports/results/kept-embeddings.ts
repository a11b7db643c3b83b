/** Embeddings whose vectors are kept by what they were made of, so that nothing is embedded twice for a tenant. */
import type { Embedded, Embeddings, EmbeddingModel } from '../embeddings/port.ts';
import type { Results } from './port.ts';
import { nameOf, sha256 } from './question.ts';

export interface KeptEmbeddings {
  /** As `embedTexts` for documents; `usage` is what was paid now. */
  texts(tenantId: string, texts: readonly string[]): Promise<Embedded>;
  /** As `embedImages`. */
  images(tenantId: string, images: readonly Uint8Array[]): Promise<Embedded>;
}

export function keepEmbeddings(
  embeddings: Pick<Embeddings, 'text' | 'image' | 'embedTexts' | 'embedImages'>,
  results: Pick<Results, 'read' | 'write'>,
): KeptEmbeddings {
  async function kept<T>(
    tenantId: string,
    model: EmbeddingModel,
    inputs: readonly T[],
    hashOf: (input: T) => unknown,
    embed: (missing: readonly T[]) => Promise<Embedded>,
  ): Promise<Embedded> {
    const names = inputs.map((input) =>
      nameOf({ model: `${model.id}/${model.dimensions}`, promptVersion: '1', input: hashOf(input) }),
    );
    const vectors = await Promise.all(
      names.map(async (name) => vectorOf(await results.read(tenantId, name), model)),
    );
    const missing = vectors.flatMap((vector, at) => (vector ? [] : [at]));
    if (missing.length === 0) return { vectors, usage: { inputTokens: 0, outputTokens: 0, microUsd: 0 } };
    const embedded = await embed(missing.map((at) => inputs[at] as T));
    for (const [order, at] of missing.entries()) {
      const vector = embedded.vectors[order] ?? null;
      vectors[at] = vector;
      if (vector) await results.write(tenantId, names[at] ?? '', { vector: textOf(vector) });
    }
    return { vectors, usage: embedded.usage };
  }

  return {
    texts: (tenantId, texts) =>
      kept(tenantId, embeddings.text, texts, sha256, (missing) => embeddings.embedTexts(missing, 'document')),
    images: (tenantId, images) =>
      kept(tenantId, embeddings.image, images, sha256, (missing) => embeddings.embedImages(missing)),
  };
}

/** Little-endian 32-bit floats in base64: a third of what they take as JSON numbers. */
const textOf = (vector: Float32Array): string =>
  Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64');

function vectorOf(value: unknown, { dimensions }: EmbeddingModel): Float32Array | null {
  const { vector } = (value ?? {}) as { vector?: unknown };
  if (typeof vector !== 'string') return null;
  const bytes = Uint8Array.from(Buffer.from(vector, 'base64'));
  return bytes.length === dimensions * 4 ? new Float32Array(bytes.buffer) : null;
}

/** Meaning as numbers: vectors of texts and pictures whose nearness is nearness of meaning or of look. */

/** A model as it is kept with each vector: vectors of different models are never compared. */
export interface EmbeddingModel {
  /** Id with version, for example `use-lite-en@0.2.0` or `amazon.nova-2-multimodal-embeddings-v1:0`. */
  id: string;
  dimensions: number;
  /** BCP 47 tags that it understands; absent when it understands most. */
  languages?: readonly string[];
  /** Characters that it takes at most; longer texts are cut at a word. */
  maxCharacters: number;
}

/** What a call cost. Local models cost nothing; tokens are counted all the same. */
export interface Usage {
  inputTokens: number;
  outputTokens: number;
  /** Millionths of a US dollar. */
  microUsd: number;
}

/** The model refused for now: too many calls, a time-out, an outage. Worth trying again. */
export class ModelUnavailable extends Error {
  override name = 'ModelUnavailable';
  /** What the failed call cost all the same, where that is known. */
  usage?: Usage;
}

/** The model cannot take this input, now or later. */
export class ModelRefusal extends Error {
  override name = 'ModelRefusal';
  /** What the failed call cost all the same, where that is known. */
  usage?: Usage;
}

export interface Embedded {
  /** Unit vectors in the order of the inputs; null where there is nothing to embed (an empty text). */
  vectors: Array<Float32Array | null>;
  usage: Usage;
}

export interface Embeddings {
  text: EmbeddingModel;
  /** Model of pictures. Queries by words against pictures need `image.id === text.id`. */
  image: EmbeddingModel;
  /** `purpose` tells documents from queries, where the model does. @throws ModelUnavailable, ModelRefusal */
  embedTexts(texts: readonly string[], purpose: 'document' | 'query'): Promise<Embedded>;
  /** WebP, JPEG or PNG bytes. @throws ModelUnavailable, ModelRefusal */
  embedImages(images: readonly Uint8Array[]): Promise<Embedded>;
  close(): Promise<void>;
}

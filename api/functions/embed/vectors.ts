/** Vectors of documents: those that were computed before from what was kept of them, the others from the model. */
import { ModelRefusal, type EmbeddingModel, type Embeddings } from '../../ports/embeddings/port.ts';
import type { MediaStore } from '../../ports/media-store/port.ts';
import type { Results } from '../../ports/results/port.ts';
import { nameOf, sha256 } from '../../ports/results/question.ts';
import type { Vector } from '../../ports/search-index/port.ts';

export interface VectorPorts {
  /** Made when it is first asked for: a start without embeddings does without its weights. */
  embeddings: () => Promise<Embeddings>;
  media: Pick<MediaStore, 'read'>;
  /** Where vectors are kept by what they were computed from; without it each is computed again. */
  results?: Pick<Results, 'read' | 'write'>;
}

/** Something of a tenant's to be embedded. */
export interface Wanted<Input> {
  tenantId: string;
  input: Input;
}

/** Of the way that texts are made; another one makes other vectors. */
const VERSION = '2';

/** Vectors of texts, in their order; null where the model has none to give. @throws ModelUnavailable */
export const textVectors = (
  ports: VectorPorts,
  texts: ReadonlyArray<Wanted<string>>,
): Promise<Array<Vector | null>> =>
  vectorsOf(ports, texts, sha256, (embeddings) => ({
    model: embeddings.text,
    embed: async (inputs) => (await embeddings.embedTexts(inputs, 'document')).vectors,
  }));

/** Vectors of pictures. @throws ModelUnavailable */
export const imageVectors = (
  ports: VectorPorts,
  images: ReadonlyArray<Wanted<Uint8Array>>,
): Promise<Array<Vector | null>> =>
  vectorsOf(ports, images, sha256, (embeddings) => ({
    model: embeddings.image,
    embed: async (inputs) => (await embeddings.embedImages(inputs)).vectors,
  }));

interface Side<Input> {
  model: EmbeddingModel;
  embed: (inputs: Input[]) => Promise<Array<Float32Array | null>>;
}

async function vectorsOf<Input>(
  { embeddings, results }: VectorPorts,
  wanted: ReadonlyArray<Wanted<Input>>,
  hash: (input: Input) => string,
  sideOf: (embeddings: Embeddings) => Side<Input>,
): Promise<Array<Vector | null>> {
  if (wanted.length === 0) return [];
  const { model, embed } = sideOf(await embeddings());
  const names = wanted.map(({ input }) =>
    nameOf({ model: model.id, promptVersion: VERSION, input: hash(input) }),
  );
  const vectors = await Promise.all(
    wanted.map(async ({ tenantId }, at) => fromKept(await results?.read(tenantId, names[at] ?? ''), model)),
  );
  const missing = wanted.map((_, at) => at).filter((at) => !vectors[at]);
  const computed = await embedAll(
    embed,
    missing.flatMap((at) => wanted[at]?.input ?? []),
  );
  await Promise.all(
    missing.map(async (at, place) => {
      const values = computed[place];
      if (!values) return;
      vectors[at] = values;
      await results?.write(wanted[at]?.tenantId ?? '', names[at] ?? '', toKept(values));
    }),
  );
  return vectors.map((values) => (values ? { model: model.id, values } : null));
}

/** One input that the model does not take leaves the others theirs. */
async function embedAll<Input>(
  embed: Side<Input>['embed'],
  inputs: Input[],
): Promise<Array<Float32Array | null>> {
  if (inputs.length === 0) return [];
  try {
    return await embed(inputs);
  } catch (error) {
    if (!(error instanceof ModelRefusal)) throw error;
    if (inputs.length === 1) return [null];
  }
  const vectors: Array<Float32Array | null> = [];
  for (const input of inputs) vectors.push(...(await embedAll(embed, [input])));
  return vectors;
}

/** Little-endian 32-bit floats in base64. */
const toKept = ({ buffer, byteOffset, byteLength }: Float32Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64');

function fromKept(kept: unknown, { dimensions }: EmbeddingModel): Float32Array | null {
  if (typeof kept !== 'string') return null;
  const bytes = Uint8Array.from(Buffer.from(kept, 'base64'));
  return bytes.byteLength === dimensions * Float32Array.BYTES_PER_ELEMENT
    ? new Float32Array(bytes.buffer)
    : null;
}

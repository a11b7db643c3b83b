/** Vectors of what is looked for, in the time that somebody waits for an answer. */
import { ModelRefusal, type Embeddings, type Usage } from '../../ports/embeddings/port.ts';
import type { Vector } from '../../ports/search-index/port.ts';
import type { Picture } from './picture.ts';

/** Vectors of each kind that are remembered: paging, typing and visitors ask for the same again. */
const REMEMBERED = 500;

/** Told what a call of the model cost; never throws. */
export type Count = (usage: Usage | undefined) => Promise<void>;

/** Where nobody's month is charged. */
export const uncounted: Count = () => Promise.resolve();

export interface QueryVectors {
  /** Meaning of words; null when the model is away, too slow, or has nothing to say of them. */
  text(words: string, count: Count): Promise<Vector | null>;
  /** Look of a picture; null when the model is away or too slow. @throws ModelRefusal */
  image(picture: Picture, count: Count): Promise<Vector | null>;
}

/**
 * @param embeddings made when it is first asked for, so that a search by words needs no model
 * @param waitMs how long an answer waits for a vector
 */
export function createQueryVectors(embeddings: () => Promise<Embeddings>, waitMs: number): QueryVectors {
  const texts = new Map<string, Vector>();
  const images = new Map<string, Vector>();
  return {
    text: (words, count) =>
      remembered(texts, words, () =>
        within(waitMs, async () => {
          const model = await embeddings();
          const { vectors } = await counted(count, () => model.embedTexts([words], 'query'));
          return vectorOf(model.text.id, vectors[0]);
        }).catch(() => null),
      ),
    // A key of the media store names its bytes by their hash, and its tenant: none meets what another one looked for.
    image: ({ key, bytes }, count) =>
      remembered(images, key, () =>
        within(waitMs, async () => {
          const model = await embeddings();
          const { vectors } = await counted(count, () => model.embedImages([bytes]));
          return vectorOf(model.image.id, vectors[0]);
        }).catch((error: unknown) => {
          if (error instanceof ModelRefusal) throw error;
          return null;
        }),
      ),
  };
}

/** A call that failed may have cost something as well: its error says so. */
async function counted<T extends { usage: Usage }>(count: Count, call: () => Promise<T>): Promise<T> {
  try {
    const answer = await call();
    await count(answer.usage);
    return answer;
  } catch (error) {
    await count((error as { usage?: Usage } | null)?.usage);
    throw error;
  }
}

const vectorOf = (model: string, values: Float32Array | null | undefined): Vector | null =>
  values ? { model, values } : null;

/** The result, or null when it takes too long: the model goes on and is warm the next time. */
async function within<T>(ms: number, work: () => Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ms, null);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function remembered(
  known: Map<string, Vector>,
  name: string,
  make: () => Promise<Vector | null>,
): Promise<Vector | null> {
  const vector = known.get(name) ?? (await make());
  if (vector === null) return null;
  if (!known.has(name) && known.size >= REMEMBERED) known.delete(known.keys().next().value as string);
  known.set(name, vector);
  return vector;
}

/**
 * Embeddings on this machine. Texts: the Universal Sentence Encoder in its small form, in a worker thread that starts
 * with the first call (its weights take a third of a second and 250 MB). Pictures: our own description of their look,
 * see `local-look.ts`; it knows nothing of what they show.
 */
import { Worker } from 'node:worker_threads';
import { partsOf } from './cut.ts';
import { lookOf, LOOK_DIMENSIONS } from './local-look.ts';
import type { Reply, Request } from './local-messages.ts';
import { formsOf, queryOf, unit } from './local-query.ts';
import {
  type Embedded,
  type EmbeddingModel,
  type Embeddings,
  ModelRefusal,
  ModelUnavailable,
} from './port.ts';

/** Texts that the worker takes at once: faster than one by one, and a query waits for one batch at most. */
const BATCH = 16;
/** Characters of one reading: about the 128 pieces of words that the model reads. */
const PART = 500;
/** Longer texts are read in parts and the vectors averaged by length: that found a little more than cutting. */
const PARTS = 4;

/** English only: texts in other languages get a vector too, but nearness says little about their meaning. */
const TEXT: EmbeddingModel = {
  id: 'use-lite-en@0.2.0',
  dimensions: 512,
  languages: ['en'],
  maxCharacters: PART * PARTS,
};

/** Look, not meaning: words cannot be compared with it. */
const IMAGE: EmbeddingModel = { id: 'look@1', dimensions: LOOK_DIMENSIONS, maxCharacters: 0 };

interface Waiting {
  texts: string[];
  resolve(vectors: Float32Array[]): void;
  reject(problem: Error): void;
}

/** Vectors of texts and of pictures without any service. `close` ends the worker; a later call starts another. */
export function createLocalEmbeddings(): Embeddings {
  const queries: Waiting[] = [];
  const documents: Waiting[] = [];
  let worker: Worker | undefined;
  let current: { id: number; waiting: Waiting } | undefined;
  let count = 0;

  /** Hands the worker its next batch. Queries go first: a person waits for them. */
  function advance(): void {
    if (current) return;
    const waiting = queries.shift() ?? documents.shift();
    if (!waiting) {
      // An idle worker does not keep the process alive.
      worker?.unref();
      return;
    }
    worker ??= start();
    worker.ref();
    current = { id: (count += 1), waiting };
    worker.postMessage({ id: current.id, texts: waiting.texts } satisfies Request);
  }

  function start(): Worker {
    const started = new Worker(new URL('./local-worker.ts', import.meta.url));
    started.on('message', (reply: Reply) => {
      if (current?.id !== reply.id) return;
      const { waiting } = current;
      current = undefined;
      if ('vectors' in reply) waiting.resolve(reply.vectors);
      else waiting.reject(new ModelRefusal(`${TEXT.id} does not take this text: ${reply.problem}`));
      advance();
    });
    started.on('error', (error: Error) =>
      end(started, `The worker of ${TEXT.id} failed: ${error.message}. Try again.`),
    );
    started.on('exit', () => end(started, `The worker of ${TEXT.id} ended. Try again.`));
    return started;
  }

  /** A worker has gone: what it held and what waits for it fails, the next call starts another. */
  function end(gone: Worker, problem: string): void {
    if (worker !== gone) return;
    worker = undefined;
    const lost = [...(current ? [current.waiting] : []), ...queries.splice(0), ...documents.splice(0)];
    current = undefined;
    for (const { reject } of lost) reject(new ModelUnavailable(problem));
  }

  /** Vectors of parts, in their order, by batches of like lengths: the model pads each to the longest beside it. */
  async function vectorsOf(parts: readonly string[], queue: Waiting[]): Promise<Float32Array[]> {
    const order = parts
      .map((_, index) => index)
      .sort((a, b) => (parts[a]?.length ?? 0) - (parts[b]?.length ?? 0));
    const vectors = parts.map((): Float32Array => new Float32Array());
    const batches: Promise<void>[] = [];
    for (let at = 0; at < order.length; at += BATCH) {
      const indexes = order.slice(at, at + BATCH);
      const found = new Promise<Float32Array[]>((resolve, reject) => {
        queue.push({ texts: indexes.map((index) => parts[index] ?? ''), resolve, reject });
      });
      batches.push(
        found.then((values) =>
          indexes.forEach((index, n) => (vectors[index] = values[n] ?? new Float32Array())),
        ),
      );
    }
    advance();
    await Promise.all(batches);
    return vectors;
  }

  return {
    text: TEXT,
    image: IMAGE,
    async embedTexts(texts, purpose) {
      const parts = texts.flatMap((text, index) => {
        const plain = partsOf(text, PART, PARTS);
        if (purpose === 'query') {
          const forms = plain.length === 1 ? plain.flatMap(formsOf) : plain;
          return forms.map((part) => ({ part, index, weight: part.length }));
        }
        return weighed(text, plain).map((part) => ({ ...part, index }));
      });
      const read = await vectorsOf(
        parts.map(({ part }) => part),
        purpose === 'query' ? queries : documents,
      );
      const vectors = texts.map((_, index) => {
        const own = parts.flatMap(({ weight, index: of }, at) => {
          const values = read[at];
          return of === index && values ? [{ weight, values }] : [];
        });
        if (own.length === 0) return null;
        if (purpose === 'query') return unit(queryOf(own.map(({ values }) => values)));
        return unit(averageOf(own));
      });
      return { vectors, usage: free(parts.map(({ part }) => part).join(' ')) };
    },
    async embedImages(images) {
      const vectors: Embedded['vectors'] = [];
      for (const bytes of images) vectors.push(await lookOf(bytes));
      return { vectors, usage: free('') };
    },
    async close() {
      const gone = worker;
      if (!gone) return;
      end(gone, 'The embeddings were closed.');
      await gone.terminate();
    },
  };
}

/** What a local call costs: nothing. Words stand for tokens. */
const free = (text: string) => ({
  inputTokens: text.split(' ').filter(Boolean).length,
  outputTokens: 0,
  microUsd: 0,
});

/**
 * What is read of a document: its parts, and its first line once more, which is what it is called. The name counts as
 * much as all the rest, in which it would drown: on the topics of the evaluation that found a third more.
 */
function weighed(text: string, parts: readonly string[]): Array<{ part: string; weight: number }> {
  const weights = parts.map((part) => ({ part, weight: part.length }));
  const [name = '', rest] = text.trim().split('\n', 2);
  const [part] = partsOf(name, PART, 1);
  if (part === undefined || !rest?.trim()) return weights;
  return [{ part, weight: weights.reduce((sum, { weight }) => sum + weight, 0) }, ...weights];
}

/** The mean of the parts' vectors, by their weights. */
function averageOf(parts: ReadonlyArray<{ weight: number; values: Float32Array }>): Float32Array {
  const sum = new Float32Array(TEXT.dimensions);
  for (const { weight, values } of parts)
    values.forEach((value, axis) => (sum[axis] = (sum[axis] ?? 0) + value * weight));
  return sum;
}

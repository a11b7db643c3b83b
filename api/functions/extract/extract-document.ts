/**
 * Text and facts of an uploaded document or a fetched page. A thread of its own reads it, with limits of time and
 * memory: a hostile file ends its thread and nothing else. This module is the thread's module too, so that it works
 * when everything is bundled into one file.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import {
  DEFAULT_LIMITS,
  ExtractionRefusal,
  type Extracted,
  type ExtractionLimits,
  type RefusalCode,
} from './extracted.ts';
import { readDocument, type Source } from './read-document.ts';

/** Tells the thread that it is one; in a bundle, this module is loaded for other reasons as well. */
const TASK = 'artissist:extract-document';

interface Task {
  task: typeof TASK;
  source: Source;
  limits: ExtractionLimits;
}

type Answer = { extracted: Extracted } | { refused: { code: RefusalCode; message: string } };

export interface ExtractOptions {
  /** Address of a page, for what is relative to it. */
  address?: string;
  limits?: Partial<ExtractionLimits>;
}

/**
 * @param contentType as declared; what the bytes show goes before it
 * @throws ExtractionRefusal when the document is not read, now or later; every other error is worth another attempt
 */
export async function extractDocument(
  bytes: Uint8Array,
  contentType: string,
  fileName?: string,
  { address, limits: given }: ExtractOptions = {},
): Promise<Extracted> {
  const limits = { ...DEFAULT_LIMITS, ...given };
  const task: Task = { task: TASK, source: { bytes, contentType, fileName, address }, limits };
  const worker = new Worker(new URL(import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: limits.memory },
  });
  let stop: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Extracted>((resolve, reject) => {
      worker.once('message', (answer: Answer) => {
        if ('extracted' in answer) resolve(answer.extracted);
        else reject(new ExtractionRefusal(answer.refused.code, answer.refused.message));
      });
      worker.once('error', (error: Error) => reject(isOutOfMemory(error) ? tooLarge() : error));
      worker.once('exit', (code) =>
        reject(new Error(`The thread that reads documents ended with ${code}. Try again.`)),
      );
      stop = setTimeout(() => reject(tooSlow(limits)), limits.milliseconds);
      // What a file unpacks to lies outside of the heap that V8 limits.
      watch = setInterval(
        () =>
          void externalBytes(worker).then((bytes) => {
            if (bytes > limits.memory * 2 ** 20) reject(tooLarge());
          }),
        200,
      );
    });
  } finally {
    clearTimeout(stop);
    clearInterval(watch);
    void worker.terminate();
  }
}

const isOutOfMemory = (error: Error): boolean => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

const tooLarge = (): ExtractionRefusal =>
  new ExtractionRefusal('too-large', 'Reading the document takes too much memory. Upload a smaller one.');

const tooSlow = ({ milliseconds }: ExtractionLimits): ExtractionRefusal =>
  new ExtractionRefusal('too-slow', `The document could not be read within ${milliseconds / 1000} s.`);

/** Bytes that a thread holds outside of its heap; 0 while it starts or when it has ended. */
const externalBytes = (worker: Worker): Promise<number> =>
  worker.getHeapStatistics().then(
    ({ external_memory: bytes }) => bytes,
    () => 0,
  );

const isTask = (data: unknown): data is Task =>
  typeof data === 'object' && data !== null && Reflect.get(data, 'task') === TASK;

/** What a parser stumbles over is the file's fault: the same file would make it stumble again. */
const answerOf = ({ source, limits }: Task): Promise<Answer> =>
  readDocument(source, limits).then(
    (extracted) => ({ extracted }),
    (error: unknown) => ({
      refused:
        error instanceof ExtractionRefusal
          ? { code: error.code, message: error.message }
          : {
              code: 'damaged',
              message: `The document cannot be read: ${error instanceof Error ? error.message : String(error)}`,
            },
    }),
  );

if (!isMainThread && isTask(workerData)) {
  void answerOf(workerData).then((answer) => parentPort?.postMessage(answer));
}

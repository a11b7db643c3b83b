/** A crew of worker threads. This thread reads the content; they render and write it. */
import { Worker } from 'node:worker_threads';
import type { Batch, Crew, Written } from './crew.ts';
import type { Site } from '../view.ts';

/** How a thread makes its own store and renderer: both from plain data. */
export interface ThreadSpec {
  /** Module that exports `create`, a function of `options` that answers a `SiteStore`. */
  store: { module: string; create: string; options: unknown };
  /** Folder of the build, as a URL. */
  bundle: string;
  site: Site;
}

/** What a thread answers. */
export type Answer = { id: number; written: Written } | { id: number; error: string };

/** Batches that wait in each thread, so that it never waits for this one. */
const AHEAD = 3;
/** Room for what a page leaves behind: with more of it, memory is tidied up less often. */
const YOUNG_MB = 96;

export function threadCrew(workers: number, spec: ThreadSpec): Crew {
  const waiting = new Map<number, { resolve: (written: Written) => void; reject: (error: Error) => void }>();
  let nextId = 0;
  let roomy: Array<() => void> = [];

  const threads = Array.from({ length: workers }, () => {
    const worker = new Worker(new URL('./thread-crew.worker.ts', import.meta.url), {
      workerData: spec,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    const thread = { worker, busy: 0 };
    worker.on('message', (answer: Answer) => {
      thread.busy--;
      const wait = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('error' in answer) wait?.reject(new Error(answer.error));
      else wait?.resolve(answer.written);
      for (const go of roomy.splice(0)) go();
    });
    worker.on('error', (error) => {
      for (const { reject } of waiting.values()) reject(error as Error);
      waiting.clear();
      thread.busy = 0;
      for (const go of roomy.splice(0)) go();
    });
    return thread;
  });
  const idlest = () => threads.reduce((best, thread) => (thread.busy < best.busy ? thread : best));

  return {
    run(batch: Batch) {
      const thread = idlest();
      const id = nextId++;
      thread.busy++;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        thread.worker.postMessage({ id, batch });
      });
    },
    async room() {
      while (idlest().busy >= AHEAD) await new Promise<void>((resolve) => roomy.push(resolve));
    },
    async end() {
      roomy = [];
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

/** One kept thread that renders a text at a time, each within a limit of time. */
import { Worker } from 'node:worker_threads';

/** A text as HTML; null when that took too long, too deep a stack or too much memory. */
export interface RenderedText {
  html: string | null;
  /** How long the thread was at work on it. */
  milliseconds: number;
}

export interface MarkdownThread {
  /** Texts are taken in the order in which they come. The time that one waits for the others does not count. */
  render(text: string, limitMs: number): Promise<RenderedText>;
}

/** In a bundle the thread's module lies beside it: the bundler looks for the name with `.mjs`. */
const MODULE = import.meta.url.endsWith('.ts') ? './markdown.worker.ts' : './markdown.worker.mjs';
const MEMORY_MB = 384;

/** The thread starts with the first text, and anew after one that it had to be stopped on. It keeps no process alive. */
export function createMarkdownThread(): MarkdownThread {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function start(): Worker {
    const started = new Worker(new URL(MODULE, import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    started.unref();
    return started;
  }

  function renderNow(text: string, limitMs: number): Promise<RenderedText> {
    const thread = (worker ??= start());
    const began = performance.now();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => end(null), limitMs);
      const onError = (error: Error & { code?: string }): void =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? end(null) : end(null, error);
      const onMessage = (html: string | null): void => end(html, undefined, true);
      function end(html: string | null, error?: Error, kept = false): void {
        clearTimeout(timer);
        thread.off('message', onMessage).off('error', onError);
        if (!kept) {
          worker = undefined;
          // One that is being stopped may still fail, and nobody waits for it.
          thread.on('error', () => undefined);
          void thread.terminate();
        }
        if (error) reject(error);
        else resolve({ html, milliseconds: performance.now() - began });
      }
      thread.on('message', onMessage).on('error', onError);
      thread.postMessage(text);
    });
  }

  return {
    render(text, limitMs) {
      const rendering = last.then(() => renderNow(text, limitMs));
      last = rendering.catch(() => undefined);
      return rendering;
    },
  };
}

/**
 * One kept process that renders a text at a time, each within limits of time and memory. A thread would not do: where
 * its heap is full, the engine may end the whole process.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A text as HTML; null when that took too long, too deep a stack or too much memory. */
export interface RenderedText {
  html: string | null;
  /** How long the process was at work on it. */
  milliseconds: number;
}

export interface MarkdownProcess {
  /** Texts are taken in the order in which they come. The time that one waits for the others does not count. */
  render(text: string, limitMs: number): Promise<RenderedText>;
}

/** In a bundle the process's module lies beside it: the bundler looks for the name with `.cjs`. */
const MODULE = import.meta.url.endsWith('.ts') ? './markdown.child.ts' : './markdown.child.cjs';
const MEMORY_MB = 384;
/** Longest time until a process is ready, ms. */
const START_LIMIT_MS = 60_000;

/** What is heard of a process: its answer, that it is late, or that it has ended. */
type Heard = { html: string | null } | 'ready' | 'late' | 'gone';

/** Starts with the first text, and anew after one that it had to be killed on. It keeps nothing else alive. */
export function createMarkdownProcess(): MarkdownProcess {
  let kept: ChildProcess | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function start(): Promise<ChildProcess> {
    const child = fork(fileURLToPath(new URL(MODULE, import.meta.url)), {
      // Nothing that is secret, and no options of the parent's.
      env: {},
      execArgv: [`--max-old-space-size=${MEMORY_MB}`, '--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('error', () => undefined);
    const heard = await next(child, START_LIMIT_MS);
    if (heard === 'ready') return child;
    child.kill('SIGKILL');
    throw new Error(`No process to render texts in could be started. It is ${JSON.stringify(heard)}.`);
  }

  async function renderNow(text: string, limitMs: number): Promise<RenderedText> {
    const child = kept?.connected ? kept : await start();
    kept = child;
    child.ref();
    child.channel?.ref();
    const began = performance.now();
    const answer = next(child, limitMs);
    child.send(text, () => undefined);
    const heard = await answer;
    child.unref();
    child.channel?.unref();
    if (typeof heard === 'object') return { html: heard.html, milliseconds: performance.now() - began };
    kept = undefined;
    child.kill('SIGKILL');
    return { html: null, milliseconds: performance.now() - began };
  }

  return {
    render(text, limitMs) {
      const rendering = last.then(() => renderNow(text, limitMs));
      last = rendering.catch(() => undefined);
      return rendering;
    },
  };
}

function next(child: ChildProcess, ms: number): Promise<Heard> {
  return new Promise((resolve) => {
    const settle = (heard: unknown): void => {
      clearTimeout(timer);
      child.off('message', settle).off('exit', gone).off('error', gone);
      resolve(heard as Heard);
    };
    const gone = (): void => settle('gone');
    const timer = setTimeout(() => settle('late'), ms);
    child.on('message', settle).on('exit', gone).on('error', gone);
  });
}

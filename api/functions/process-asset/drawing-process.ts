/**
 * Draws pictures in processes of their own. What a decoder does with a hostile file has no bound that could be told
 * beforehand, and a thread inside of it cannot be ended; a process can. It may take so long and hold so much memory,
 * dies with its parent, and knows no secret. One is kept for the next picture, as starting it takes longer than
 * drawing a small one.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { totalmem } from 'node:os';
import type { DrawImage, ProcessedImage, Refusal } from './drawing.ts';
import type { ImageType } from './media-type.ts';

/** What the process is sent. */
export interface DrawingTask {
  bytes: Uint8Array;
  type: ImageType;
}

export interface DrawingOptions {
  /** The module that the process runs: `draw-image.child.ts`, or its bundle. */
  child: string;
  /** Longest time for one picture, ms. */
  timeLimitMs?: (type: ImageType) => number;
  /** Most memory of one process, bytes; where the system knows such a limit. */
  memoryLimit?: number;
}

export interface Drawing {
  draw: DrawImage;
  /** Kills what draws. What was being drawn rejects, and so does what is asked for later. */
  close(): void;
}

/** Both below the time that the function has. An SVG that anybody wants to see takes a second or two. */
const timeLimitOf = (type: ImageType): number => (type === 'image/svg+xml' ? 20_000 : 100_000);
/** A progressive JPEG of 200 megapixels takes 3 GB. Where there is less, what remains is for whoever asks. */
const MEMORY_LIMIT = Math.min(4_000_000_000, totalmem() * 0.85);
/** Longest time until a process is ready, ms. */
const START_LIMIT_MS = 60_000;
/** After this time without a picture a process ends, ms. */
const IDLE_MS = 60_000;
/** Processes that may die of one picture: the first one's end may have had another reason. */
const ATTEMPTS = 2;
/** Where Node, its modules and the fonts are; no credentials. */
const ENVIRONMENT = [
  'FONTCONFIG_FILE',
  'FONTCONFIG_PATH',
  'HOME',
  'LANG',
  'LD_LIBRARY_PATH',
  'NODE_PATH',
  'PATH',
  'TMPDIR',
];

/** Starts nothing before the first picture. */
export function createDrawing({
  child: module,
  timeLimitMs = timeLimitOf,
  memoryLimit = MEMORY_LIMIT,
}: DrawingOptions): Drawing {
  const running = new Set<ChildProcess>();
  /** Processes without a picture, and what ends them. */
  const idle = new Map<ChildProcess, NodeJS.Timeout>();
  let closed = false;

  async function start(): Promise<ChildProcess> {
    const child = spawnLimited(module, memoryLimit);
    running.add(child);
    child.once('exit', () => {
      running.delete(child);
      clearTimeout(idle.get(child));
      idle.delete(child);
    });
    const first = await nextMessage(child, START_LIMIT_MS);
    if (first === 'ready') return child;
    child.kill('SIGKILL');
    throw new Error(`No process to draw pictures in could be started from ${module}. Received: ${first}.`);
  }

  function rest(child: ChildProcess): void {
    child.unref();
    child.channel?.unref();
    idle.set(child, setTimeout(() => child.kill('SIGKILL'), IDLE_MS).unref());
  }

  function takeIdle(): ChildProcess | undefined {
    const [child, timer] = idle.entries().next().value ?? [];
    if (!child) return undefined;
    clearTimeout(timer);
    idle.delete(child);
    child.ref();
    child.channel?.ref();
    return child;
  }

  async function draw(bytes: Uint8Array, type: ImageType, attempts: number): ReturnType<DrawImage> {
    if (closed) throw new Error('No more pictures are drawn: the process ends.');
    const child = takeIdle() ?? (await start());
    const answer = nextMessage(child, timeLimitMs(type));
    child.send({ bytes, type } satisfies DrawingTask, (error) => error && child.kill('SIGKILL'));
    const received = await answer;
    if (isAnswer(received)) {
      rest(child);
      return received;
    }
    child.kill('SIGKILL');
    if (received === 'late') return tooComplex('takes too long');
    if (attempts > 1 || closed) return draw(bytes, type, attempts - 1);
    return tooComplex('needs more memory than there is');
  }

  return {
    draw: (bytes, type) => draw(bytes, type, ATTEMPTS),
    close() {
      closed = true;
      for (const child of running) child.kill('SIGKILL');
    },
  };
}

const tooComplex = (what: string): Refusal => ({
  kind: 'REFUSED',
  code: 'MEDIA_TOO_COMPLEX',
  detail: `Drawing the picture ${what}. Upload a simpler one.`,
});

const isAnswer = (message: unknown): message is ProcessedImage | Refusal =>
  typeof message === 'object' && message !== null && 'kind' in message;

/** What the process says next; `late` after so many ms, `gone` when it ends before. */
function nextMessage(child: ChildProcess, ms: number): Promise<unknown> {
  return new Promise((resolve) => {
    const settle = (outcome: unknown): void => {
      clearTimeout(timer);
      child.off('message', settle).off('exit', gone).off('error', gone);
      resolve(outcome);
    };
    const gone = (): void => settle('gone');
    const timer = setTimeout(() => settle('late'), ms);
    child.on('message', settle).on('exit', gone).on('error', gone);
  });
}

/** Apart from the terminal's group, whose Ctrl-C is for the parent to act on. The shell sets what Node cannot. */
function spawnLimited(module: string, memoryLimit: number): ChildProcess {
  const limits = `ulimit -c 0; ulimit -d ${Math.floor(memoryLimit / 1024)} 2>/dev/null; exec "$@"`;
  const environment = ENVIRONMENT.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  const child = spawn('/bin/sh', ['-c', limits, 'sh', process.execPath, module], {
    detached: true,
    env: Object.fromEntries(environment) as NodeJS.ProcessEnv,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  // A process that cannot be reached any more is a process that ends; whoever waits for it hears of that.
  child.on('error', () => undefined);
  return child;
}

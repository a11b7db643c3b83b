/**
 * Keeps the index whole beside the events: it is filled where it is missing, mended after events were missed, made
 * anew when documents are made otherwise, and its vectors are computed again for another model. All in the background:
 * what stands is found meanwhile.
 */
import { ModelUnavailable } from '#api/ports/embeddings/port.ts';
import type { Scope } from '#api/ports/search-index/port.ts';
import { compareIndex, isEqual, type DriftPorts } from './drift.ts';
import { noteFor, readNote, removeNote, writeNote } from './note.ts';
import { rebuildAll, type RebuildPorts } from './rebuild.ts';
import { SCOPES } from './sources.ts';

export interface KeeperOptions {
  ports: DriftPorts & RebuildPorts;
  /** Folder of the index. */
  dir: string;
  log: (level: 'info' | 'warn' | 'error', message: string, detail?: unknown) => void;
  /** Pause before vectors are tried again while the model is away, ms. */
  pauseMs?: number;
}

export interface IndexKeeper {
  /** Looks whether anything is due, and does it in the background. */
  start(): void;
  /** Mends texts now, and then vectors in the background. */
  repair(): Promise<void>;
  /** Resolves when nothing is done in the background. */
  settled(): Promise<void>;
  /** Stops; what is due stays due. */
  close(): Promise<void>;
}

const PAUSE_MS = 60_000;

export function createIndexKeeper({ ports, dir, log, pauseMs = PAUSE_MS }: KeeperOptions): IndexKeeper {
  const ending = new AbortController();
  const { signal } = ending;
  let running: Promise<void> = Promise.resolve();

  /** One after the other; a failure is told and leaves the note away, so that the next start tries again. */
  function inBackground(work: () => Promise<void>): void {
    running = running.then(work).catch((error: unknown) => {
      if (!signal.aborted) log('error', 'The search index could not be completed.', error);
    });
  }

  async function lookAfter(): Promise<void> {
    // The index is opened first: one that cannot be read is put away with its note.
    const empty: Scope[] = [];
    for (const scope of SCOPES) if (await isEmpty(scope)) empty.push(scope);
    const note = readNote(dir);
    const wanted = noteFor(await ports.embeddings());
    if (note && note.documents !== wanted.documents) {
      log('info', 'The search index is made anew.');
      removeNote(dir);
      await rebuildAll(ports, { withoutVectors: true, signal });
      return vectors();
    }
    if (note && empty.length === 0 && note.text === wanted.text && note.image === wanted.image) return;
    if (!note || empty.length > 0) await texts(note ? empty : SCOPES);
    await vectors(note !== null && note.image !== wanted.image);
  }

  async function isEmpty(scope: Scope): Promise<boolean> {
    for await (const _ of ports.index.standing(scope)) return false;
    return true;
  }

  async function texts(scopes: readonly Scope[]): Promise<void> {
    removeNote(dir);
    const options = { scopes, withoutVectors: true, signal };
    const mended = await compareIndex(ports, { ...options, repair: true });
    for (const { scope, behind, surplus } of mended) {
      const documents = behind.length + surplus.length;
      if (documents > 0) log('info', 'The search index was mended.', { scope, documents });
    }
    if (mended.every(({ ahead }) => ahead.length === 0)) return;
    for (const left of await compareIndex(ports, options)) {
      if (isEqual(left)) continue;
      const documents = left.behind.length + left.surplus.length + left.ahead.length;
      log('warn', 'The search index is newer than the table. Run: npm run reindex', {
        scope: left.scope,
        documents,
      });
    }
  }

  async function vectors(everyVector = false): Promise<void> {
    for (;;) {
      try {
        const mended = await compareIndex(ports, { repair: true, everyVector, signal });
        // What only a new index mends is looked for again at the next start.
        if (mended.some(({ ahead }) => ahead.length > 0)) return;
        return writeNote(dir, noteFor(await ports.embeddings()));
      } catch (error) {
        if (!(error instanceof ModelUnavailable)) throw error;
        log('warn', 'The model of the search index is away, its vectors are tried again.', error);
      }
      await pause(pauseMs, signal);
    }
  }

  return {
    start: () => inBackground(lookAfter),
    async repair() {
      await texts(SCOPES);
      inBackground(() => vectors());
    },
    settled: () => running,
    async close() {
      ending.abort();
      await running;
    },
  };
}

/** Waits, but not for the end. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    timer.unref();
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason as Error);
      },
      { once: true },
    );
  });
}

/** Words in a picture, by tesseract.js with the English data of its package: nothing is fetched. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Worker } from 'tesseract.js';
import { pixelsForReading } from '../../pictures.ts';
import { ModelUnavailable } from '../embeddings/port.ts';
import type { Found } from './port.ts';

/** A word counts from this confidence on, of 100: brush strokes look like letters. */
const SURE = 75;
/** Lines are kept when most of their words are sure. */
const SURE_SHARE = 0.6;
const LONGEST = 2_000;
/** A picture that takes longer is noise: it has no words. */
const LIMIT_MS = 60_000;

/** A reader of pictures. Its worker starts with the first picture and stays until `close`. */
export interface Ocr {
  /** The words in reading order; undefined when there are none that are sure. @throws ModelRefusal */
  read(bytes: Uint8Array): Promise<Found<string> | undefined>;
  close(): Promise<void>;
}

export function createOcr(): Ocr {
  let worker: Promise<Worker> | undefined;

  /** Ends the worker; the next picture starts another. */
  async function end(): Promise<void> {
    const gone = worker;
    worker = undefined;
    await (await gone?.catch(() => undefined))?.terminate();
  }

  return {
    async read(bytes) {
      const pixels = await pixelsForReading(bytes);
      const late = new AbortController();
      try {
        worker ??= start();
        const reading = (await worker).recognize(Buffer.from(pixels), {}, { blocks: true, text: false });
        const page = await Promise.race([
          reading,
          setTimeout(LIMIT_MS, undefined, { signal: late.signal, ref: false }),
        ]);
        if (!page) {
          reading.catch(() => undefined);
          await end();
          return undefined;
        }
        const lines = (page.data.blocks ?? []).flatMap(({ paragraphs }) =>
          paragraphs.flatMap(({ lines }) => lines),
        );
        return wordsOf(lines.map(({ words }) => words));
      } catch (error) {
        await end();
        throw new ModelUnavailable(`The reader of pictures failed: ${String(error)}. Try again.`, {
          cause: error,
        });
      } finally {
        late.abort();
      }
    },
    close: end,
  };
}

async function start(): Promise<Worker> {
  const { createWorker } = await import('tesseract.js');
  const packageFolder = dirname(
    createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json'),
  );
  const LSTM_ONLY = 1;
  const worker = await createWorker('eng', LSTM_ONLY, {
    langPath: join(packageFolder, '4.0.0_best_int'),
    gzip: true,
    cacheMethod: 'none',
    // Failures come with the promise as well; without this they would end the process.
    errorHandler: () => undefined,
  });
  // Without a resolution in the file the engine would complain on the console.
  await worker.setParameters({ user_defined_dpi: '150' });
  return worker;
}

/** Lines whose words are mostly sure, without what is none. */
export function wordsOf(
  lines: ReadonlyArray<ReadonlyArray<{ text: string; confidence: number }>>,
): Found<string> | undefined {
  const kept: string[] = [];
  const sure: number[] = [];
  for (const line of lines) {
    const words = line.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
    const good = words.filter(
      ({ text, confidence }) =>
        confidence >= SURE && /^[\p{P}\p{S}]*[\p{L}\p{N}][\p{L}\p{N}'’.,:;!?&-]*[\p{P}\p{S}]*$/u.test(text),
    );
    const letters = good.reduce((sum, { text }) => sum + text.replace(/[^\p{L}\p{N}]/gu, '').length, 0);
    if (letters < 3 || good.length / words.length < SURE_SHARE) continue;
    kept.push(good.map(({ text }) => text).join(' '));
    sure.push(...good.map(({ confidence }) => confidence));
  }
  // A single short word in a picture is mostly a pattern.
  if (kept.join('').replace(/[^\p{L}\p{N}]/gu, '').length < 4) return undefined;
  const value = kept.join('\n').slice(0, LONGEST);
  return { value, confidence: sure.reduce((sum, value) => sum + value / sure.length, 0) / 100 };
}

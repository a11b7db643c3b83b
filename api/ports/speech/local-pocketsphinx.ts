/**
 * The program PocketSphinx: `pocketsphinx` of version 5, `pocketsphinx_continuous` of the ones before. Its words have
 * many errors, in English only; better than none. https://github.com/cmusphinx/pocketsphinx
 */
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { ModelRefusal, ModelUnavailable } from '../embeddings/port.ts';
import { wav } from './pcm.ts';
import { segmentsOfJson, segmentsOfTimes } from './pocketsphinx-output.ts';
import type { TranscriptSegment } from './port.ts';

const run = promisify(execFile);

export interface Program {
  path: string;
  name: 'pocketsphinx' | 'pocketsphinx_continuous';
}

/** The newest that is installed. */
export function findPocketsphinx(path = process.env.PATH ?? ''): Program | undefined {
  for (const name of ['pocketsphinx', 'pocketsphinx_continuous'] as const) {
    for (const folder of path.split(delimiter).filter(Boolean)) {
      const file = join(folder, name);
      if (isExecutable(file)) return { path: file, name };
    }
  }
  return undefined;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Below this mean probability of its words, what was heard was no speech: it finds words in music too. */
const LEAST_SURE = 0.25;

/** Decoding takes about as long as speaking; ten times that means it hangs. */
const TIMES_REAL = 10;

/** @throws ModelUnavailable when the program fails, ModelRefusal when it takes far too long */
export async function transcribeBy(
  { path, name }: Program,
  samples: Float32Array,
  seconds: number,
): Promise<TranscriptSegment[]> {
  const folder = await mkdtemp(join(tmpdir(), 'artissist-speech-'));
  try {
    const file = join(folder, 'recording.wav');
    await writeFile(file, wav(samples));
    const args =
      name === 'pocketsphinx'
        ? ['live', file]
        : ['-infile', file, '-time', 'yes', '-logfn', join(folder, 'log')];
    const { stdout } = await run(path, args, {
      timeout: Math.ceil(60_000 + seconds * TIMES_REAL * 1000),
      maxBuffer: 64 * 2 ** 20,
    });
    const heard = name === 'pocketsphinx' ? segmentsOfJson(stdout) : segmentsOfTimes(stdout);
    return heard.filter(({ confidence = 1 }) => confidence >= LEAST_SURE);
  } catch (error) {
    if (error instanceof Error && 'killed' in error && error.killed) {
      throw new ModelRefusal(`${name} did not come to an end with this recording.`, { cause: error });
    }
    throw new ModelUnavailable(`${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

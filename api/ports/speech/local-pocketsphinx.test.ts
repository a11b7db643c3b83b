import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPocketsphinx } from './local-pocketsphinx.ts';
import { createLocalSpeech } from './local.ts';

const recording = () => readFile(new URL('./fixtures/go-forward.wav', import.meta.url));

describe('a program that stands in for PocketSphinx', () => {
  let folder = '';
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'artissist-program-'))));
  afterEach(() => rm(folder, { recursive: true }));

  const install = async (name: string, script: string): Promise<void> => {
    await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`);
    await chmod(join(folder, name), 0o755);
  };
  const transcribe = async () =>
    createLocalSpeech({ program: findPocketsphinx(folder) ?? null }).transcribe(
      await recording(),
      'audio/wav',
      'en',
    );

  it('is found, the newer one first, and given a recording to read', async () => {
    await install('pocketsphinx_continuous', 'echo "old"');
    await install(
      'pocketsphinx',
      `[ "$1" = live ] && head -c 4 "$2" | grep -q RIFF && echo '{"w":[{"t":"go","b":0.5,"d":0.2,"p":0.9}]}'`,
    );

    expect(await transcribe()).toMatchObject({
      model: 'pocketsphinx:en-us',
      segments: [{ start: 0.5, end: 0.7, text: 'go', confidence: 0.9 }],
    });
  });

  it('that fails may be tried again', async () => {
    await install('pocketsphinx_continuous', 'echo no model >&2; exit 3');

    await expect(transcribe()).rejects.toMatchObject({ name: 'ModelUnavailable' });
  });

  it('is not found where there is none', () => expect(findPocketsphinx(folder)).toBeUndefined());
});

const program = findPocketsphinx();
if (!program)
  console.warn('NOT RUN: speech by PocketSphinx (apt-get install pocketsphinx pocketsphinx-en-us)');
describe.skipIf(!program)('PocketSphinx (NOT RUN unless it is installed)', () => {
  it('writes down when which words were said', async () => {
    const transcript = await createLocalSpeech({ program }).transcribe(await recording(), 'audio/wav', 'en');

    expect(transcript.segments[0]?.text).toMatch(/^go forward/);
    expect(transcript.segments[0]?.start).toBeGreaterThan(0.2);
    expect(transcript.segments.at(-1)?.end).toBeLessThanOrEqual(transcript.seconds);
  }, 120_000);
});

/** What every recogniser of speech keeps to. */
import { describe, expect, it } from 'vitest';
import { wav } from './pcm.ts';
import type { Speech } from './port.ts';
import { sounds } from './sounds.testing.ts';

export interface SpeechTwin {
  speech: Speech;
  /** The recogniser behind the twin answers with these words, or misbehaves. */
  answers(how: { words: string[] } | 'outage' | 'nonsense' | 'silence'): void;
  end?(): Promise<void>;
}

/** Somebody speaks twice. */
const RECORDING = wav(
  sounds([
    [2, 0.5],
    [1, 0],
    [2, 0.5],
  ]),
);

export function speechContract(name: string, start: () => Promise<SpeechTwin>): void {
  const using = async (test: (twin: SpeechTwin) => Promise<void>): Promise<void> => {
    const twin = await start();
    try {
      await test(twin);
    } finally {
      await twin.speech.close();
      await twin.end?.();
    }
  };

  describe(`speech by ${name}`, () => {
    it('becomes words with their times', () =>
      using(async ({ speech, answers }) => {
        answers({ words: ['Ink on paper.', 'Then salt.'] });

        const transcript = await speech.transcribe(RECORDING, 'audio/wav', 'en');

        expect(transcript.segments.map(({ text }) => text)).toEqual(['Ink on paper.', 'Then salt.']);
        expect(transcript.seconds).toBeCloseTo(5, 1);
        expect(transcript.model).toBe(speech.model);
        let before = 0;
        for (const { start, end } of transcript.segments) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThanOrEqual(start);
          before = end;
        }
        expect(before).toBeLessThanOrEqual(transcript.seconds);
        for (const used of Object.values(transcript.usage))
          expect(Number.isInteger(used) && used >= 0).toBe(true);
      }));

    it('that is none has no words', () =>
      using(async ({ speech, answers }) => {
        answers('silence');

        const transcript = await speech.transcribe(wav(sounds([[2, 0]])), 'audio/wav', 'en');

        expect(transcript).toMatchObject({ segments: [], seconds: 2 });
      }));

    it.each(['outage', 'nonsense'] as const)('can be tried again after an %s', (how) =>
      using(async ({ speech, answers }) => {
        answers(how);

        await expect(speech.transcribe(RECORDING, 'audio/wav')).rejects.toMatchObject({
          name: 'ModelUnavailable',
        });

        answers({ words: ['Better.'] });
        expect((await speech.transcribe(RECORDING, 'audio/wav')).segments).toHaveLength(1);
      }),
    );

    it('in no recording is refused', () =>
      using(async ({ speech }) => {
        await expect(speech.transcribe(Buffer.from('hello'), 'audio/wav')).rejects.toMatchObject({
          name: 'ModelRefusal',
        });
      }));
  });
}

import { describe, expect, it } from 'vitest';
import { decodeRecording } from './decode-recording.ts';
import { createResampler, RATE, wav } from './pcm.ts';
import { sounds } from './sounds.testing.ts';

const loudnessOf = (samples: Float32Array): number =>
  Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);

describe('a recording', () => {
  it('is read as it was written', async () => {
    const tone = sounds([[1, 0.5]]);

    const samples = await decodeRecording(wav(tone));

    expect(samples.length).toBe(RATE);
    expect(loudnessOf(samples)).toBeCloseTo(loudnessOf(tone), 3);
  });

  it.each([
    ['nothing', Buffer.alloc(0), /none of WAV/],
    ['a text', Buffer.from('a voice note'), /none of WAV/],
    ['a header alone', wav(new Float32Array()), /empty|decoded/],
    ['a broken MP3', Buffer.concat([Buffer.from('ID3'), Buffer.alloc(2000, 7)]), /empty|decoded/],
    ['one that is too long', wav(sounds([[3, 0.1]])), /up to/],
  ])('is refused: %s', async (_, bytes, message) => {
    await expect(decodeRecording(bytes, 2)).rejects.toMatchObject({
      name: 'ModelRefusal',
      message: expect.stringMatching(message),
    });
  });
});

describe('another rate', () => {
  it.each([8000, 22_050, 44_100, 48_000])('of %i becomes 16,000, whatever the pieces', (rate) => {
    const tone = sounds([[1, 0.5]], rate);
    const resample = createResampler(rate);
    const pieces: Float32Array[] = [];

    for (let at = 0; at < tone.length; at += 1111) pieces.push(resample(tone.subarray(at, at + 1111)));
    const samples = Float32Array.from(pieces.flatMap((piece) => [...piece]));

    expect(Math.abs(samples.length - RATE)).toBeLessThan(5);
    expect(loudnessOf(samples)).toBeCloseTo(loudnessOf(tone), 1);
    expect(samples.findIndex((value) => value < -0.1) / RATE).toBeCloseTo(1 / 440 / 2, 3);
  });
});

/** One transcript out of those of its parts. */
import type { TranscriptSegment } from './port.ts';

/** What was heard in a part of a recording that begins at `start` seconds; times count from there. */
export interface Part {
  start: number;
  segments: readonly TranscriptSegment[];
}

const toMilliseconds = (seconds: number): number => Math.round(seconds * 1000) / 1000;

/**
 * Segments in the order of time with times from the recording's beginning: within it, none over the next, none
 * without words.
 */
export function stitch(parts: readonly Part[], seconds: number): TranscriptSegment[] {
  const within = (time: number): number => toMilliseconds(Math.max(0, Math.min(seconds, time)));
  const segments = parts
    .flatMap(({ start, segments }) =>
      segments.map((segment) => ({
        ...segment,
        text: segment.text.replace(/\s+/g, ' ').trim(),
        start: within(start + segment.start),
        end: within(start + Math.max(segment.start, segment.end)),
      })),
    )
    .filter(({ text }) => text !== '')
    .sort((a, b) => a.start - b.start);
  return segments.map((segment, index) => ({
    ...segment,
    end: Math.max(segment.start, Math.min(segment.end, segments[index + 1]?.start ?? seconds)),
  }));
}

/** Sentences that came without times, spread from `start` to `end` by their lengths. */
export function spread(sentences: readonly string[], start: number, end: number): TranscriptSegment[] {
  const total = sentences.reduce((sum, text) => sum + text.length, 0);
  let before = 0;
  return sentences.map((text) => {
    const at = (length: number): number =>
      toMilliseconds(start + ((end - start) * length) / Math.max(1, total));
    const segment = { start: at(before), end: at(before + text.length), text };
    before += text.length;
    return segment;
  });
}

/** What PocketSphinx prints, as segments. */
import type { TranscriptSegment } from './port.ts';

/** A word as it is printed: fillers in angle or square brackets, other pronunciations as `the(2)`. */
interface Word {
  text: string;
  start: number;
  end: number;
  confidence: number;
}

const FILLER = /^[<[]/;

/**
 * Before version 5, `-time yes`: a line with what was said, then a line for each word with its beginning, its end and
 * its probability, from `<s>` to `</s>`.
 */
export function segmentsOfTimes(output: string): TranscriptSegment[] {
  const utterances: Word[][] = [];
  for (const line of output.split('\n')) {
    const [, text, start, end, confidence] =
      /^(\S+) (\d+\.\d+) (\d+\.\d+) (\d+\.\d+(?:e-?\d+)?)$/.exec(line.trim()) ?? [];
    if (text === '<s>' || (text && utterances.length === 0)) utterances.push([]);
    if (text)
      utterances
        .at(-1)
        ?.push({ text, start: Number(start), end: Number(end), confidence: Number(confidence) });
  }
  return utterances.flatMap(segmentOf);
}

/** Version 5, a line of JSON for each utterance: beginning, duration, probability, text and words. */
export function segmentsOfJson(output: string): TranscriptSegment[] {
  return output.split('\n').flatMap((line) => {
    const utterance = parsed(line);
    const words = Array.isArray(utterance?.w)
      ? utterance.w.flatMap((word: unknown) => wordOf(Object(word) as Record<string, unknown>))
      : [];
    return segmentOf(words);
  });
}

function wordOf({ t: text, b: start, d: duration, p: confidence }: Record<string, unknown>): Word[] {
  if (typeof text !== 'string' || typeof start !== 'number' || typeof duration !== 'number') return [];
  return [
    { text, start, end: start + duration, confidence: typeof confidence === 'number' ? confidence : 0 },
  ];
}

function parsed(line: string): Record<string, unknown> | undefined {
  try {
    return Object(JSON.parse(line)) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function segmentOf(all: readonly Word[]): TranscriptSegment[] {
  const words = all.filter(({ text }) => !FILLER.test(text));
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return [];
  const confidence = words.reduce((sum, word) => sum + Math.min(1, word.confidence), 0) / words.length;
  return [
    {
      start: first.start,
      end: last.end,
      text: words.map(({ text }) => text.replace(/\(\d+\)$/, '')).join(' '),
      confidence: Math.round(confidence * 1000) / 1000,
    },
  ];
}

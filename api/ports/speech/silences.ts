/** Where a recording can be cut without cutting a word. */

/** Samples from `start` up to `end`. */
export interface Span {
  start: number;
  end: number;
}

/** Loudness is measured over 20 ms. */
const FRAME_SECONDS = 0.02;
/** Quieter than this, nobody speaks: -50 dB. */
const SILENCE = 0.003;
/** Background counts as silence up to this many times the quietest tenth. */
const OVER_BACKGROUND = 2.5;
/** However loud the background, this is heard as speech: -26 dB. */
const SPEECH = 0.05;

/**
 * Parts of at most `longest` seconds, cut in the middle of the longest silence of their second half, or at the quietest
 * moment where nobody pauses. Parts in which nobody speaks are left out.
 */
export function cutAtSilences(samples: Float32Array, rate: number, longest: number): Span[] {
  const frame = Math.round(rate * FRAME_SECONDS);
  const loudness = loudnessOf(samples, frame);
  const silence = silenceOf(loudness);
  const most = Math.max(2, Math.floor(longest / FRAME_SECONDS));
  const spans: Span[] = [];
  for (let from = 0; from < loudness.length;) {
    const to = loudness.length - from <= most ? loudness.length : cutOf(loudness, from, from + most, silence);
    if (loudness.slice(from, to).some((value) => value > silence)) {
      spans.push({ start: from * frame, end: Math.min(to * frame, samples.length) });
    }
    from = to;
  }
  return spans;
}

/** Root mean square of each frame. */
function loudnessOf(samples: Float32Array, frame: number): number[] {
  return Array.from({ length: Math.ceil(samples.length / frame) }, (_, index) => {
    const part = samples.subarray(index * frame, (index + 1) * frame);
    return Math.sqrt(part.reduce((sum, value) => sum + value * value, 0) / part.length);
  });
}

function silenceOf(loudness: readonly number[]): number {
  const quiet = loudness.toSorted((a, b) => a - b)[Math.floor(loudness.length / 10)] ?? 0;
  return Math.min(SPEECH, Math.max(SILENCE, quiet * OVER_BACKGROUND));
}

/** The frame to cut before, in the second half of `from` to `to`. */
function cutOf(loudness: readonly number[], from: number, to: number, silence: number): number {
  const middle = from + Math.ceil((to - from) / 2);
  let best = { at: middle, length: 0 };
  let run = 0;
  let quietest = middle;
  for (let at = middle; at < to; at += 1) {
    const value = loudness[at] ?? 0;
    run = value <= silence ? run + 1 : 0;
    if (run > best.length) best = { at: at - Math.floor(run / 2), length: run };
    if (value < (loudness[quietest] ?? 0)) quietest = at;
  }
  return Math.max(from + 1, best.length > 0 ? best.at : quietest);
}

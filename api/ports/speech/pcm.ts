/** Sound as recognisers take it: one channel, 16,000 samples a second, 16 bits. */

export const RATE = 16_000;

/** Samples from -1 to 1 as signed 16-bit numbers, little-endian. */
export function pcm16(samples: Float32Array): Buffer {
  const bytes = Buffer.allocUnsafe(samples.length * 2);
  samples.forEach((sample, index) => {
    bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 0x7fff), index * 2);
  });
  return bytes;
}

/** A WAV file: http://soundfile.sapp.org/doc/WaveFormat/ */
export function wav(samples: Float32Array): Buffer {
  const data = pcm16(samples);
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + data.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}

/**
 * Brings pieces of sound to 16,000 samples a second, one after the other. Down: the mean of what falls into a sample;
 * up: the line between neighbours.
 */
export function createResampler(rate: number): (samples: Float32Array) => Float32Array {
  if (rate === RATE) return (samples) => samples;
  const step = rate / RATE;
  let rest = new Float32Array();
  /** Where the next sample begins, in samples of `rest`. */
  let at = 0;
  return (samples) => {
    const all = new Float32Array(rest.length + samples.length);
    all.set(rest);
    all.set(samples, rest.length);
    const out: number[] = [];
    while (at + Math.max(step, 1) < all.length) {
      out.push(step > 1 ? meanOf(all, at, at + step) : between(all, at));
      at += step;
    }
    const used = Math.min(Math.floor(at), all.length);
    rest = all.slice(used);
    at -= used;
    return Float32Array.from(out);
  };
}

function meanOf(samples: Float32Array, from: number, to: number): number {
  const [first, last] = [Math.floor(from), Math.max(Math.floor(from) + 1, Math.floor(to))];
  let sum = 0;
  for (let index = first; index < last; index += 1) sum += samples[index] ?? 0;
  return sum / (last - first);
}

function between(samples: Float32Array, at: number): number {
  const index = Math.floor(at);
  const [a = 0, b = a] = [samples[index], samples[index + 1]];
  return a + (b - a) * (at - index);
}

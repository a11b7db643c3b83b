/** A recording as samples: WAV, MP3, Ogg (Opus, Vorbis), WebM, M4A, AAC and FLAC, piece by piece and within limits. */
import { setImmediate as breathe } from 'node:timers/promises';
import { decodeChunked } from 'audio-decode/stream';
import { ModelRefusal } from '../embeddings/port.ts';
import { createResampler, RATE } from './pcm.ts';

/** Bytes that are decoded at once: others get their turn in between. */
const CHUNK = 64 * 1024;
/** Longer ones are no voice notes; two hours of samples take 460 MB. */
const LONGEST_SECONDS = 2 * 60 * 60;

type Format = Parameters<typeof decodeChunked>[1];

/** First bytes, as characters of the same code, and the format they begin. */
const FORMATS: ReadonlyArray<[start: RegExp, format: Format]> = [
  [/^RIFF[\s\S]{4}WAVE/, 'wav'],
  [/^OggS[\s\S]{24,64}OpusHead/, 'opus'],
  [/^OggS/, 'oga'],
  [/^\x1a\x45\xdf\xa3/, 'webm'],
  [/^[\s\S]{4}ftyp/, 'm4a'],
  [/^fLaC/, 'flac'],
  [/^\xff[\xf0\xf1\xf8\xf9]/, 'aac'],
  [/^(ID3|\xff[\xe2-\xff])/, 'mp3'],
];

/**
 * @returns samples from -1 to 1 of one channel, 16,000 a second
 * @throws ModelRefusal for what is no recording, is broken or is too long
 */
export async function decodeRecording(bytes: Uint8Array, longest = LONGEST_SECONDS): Promise<Float32Array> {
  const start = Buffer.from(bytes.subarray(0, 128)).toString('latin1');
  const format = FORMATS.find(([pattern]) => pattern.test(start))?.[1];
  if (!format) {
    throw new ModelRefusal(
      'The recording is none of WAV, MP3, Ogg, WebM, M4A, AAC and FLAC. Save it as one of them.',
    );
  }
  const pieces: Float32Array[] = [];
  let length = 0;
  let resample: ReturnType<typeof createResampler> | undefined;
  try {
    for await (const { channelData, sampleRate } of decodeChunked(chunksOf(bytes), format)) {
      resample ??= createResampler(sampleRate);
      const piece = resample(mixed(channelData));
      pieces.push(piece);
      length += piece.length;
      if (length > longest * RATE)
        throw new ModelRefusal(`Recordings of up to ${longest / 60} minutes are transcribed.`);
    }
  } catch (error) {
    if (error instanceof ModelRefusal) throw error;
    throw new ModelRefusal(
      `The recording cannot be decoded: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
  if (length === 0) throw new ModelRefusal('The recording is empty or cut short. Record it again.');
  const samples = new Float32Array(length);
  let at = 0;
  for (const piece of pieces) {
    samples.set(piece, at);
    at += piece.length;
  }
  return samples;
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) {
    yield bytes.slice(at, at + CHUNK);
    await breathe();
  }
}

/** The mean of the channels. */
function mixed(channels: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array()] = channels;
  if (channels.length === 1) return first;
  return first.map(
    (_, index) => channels.reduce((sum, channel) => sum + (channel[index] ?? 0), 0) / channels.length,
  );
}

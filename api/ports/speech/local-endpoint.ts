/**
 * A transcription endpoint in OpenAI's form, such as whisper.cpp's server or speaches offer:
 * https://platform.openai.com/docs/api-reference/audio/createTranscription
 */
import { ModelRefusal, ModelUnavailable } from '../embeddings/port.ts';
import { wav } from './pcm.ts';
import type { TranscriptSegment } from './port.ts';

export interface TranscriptionEndpoint {
  /** Up to `/v1`, or the whole address of `/audio/transcriptions`. */
  url: string;
  /** `whisper-1` unless told. */
  model?: string;
  apiKey?: string;
  /** Ten minutes unless told. */
  timeoutMs?: number;
}

export interface Heard {
  segments: TranscriptSegment[];
  /** BCP 47 tag. */
  language?: string;
}

/** @throws ModelUnavailable, ModelRefusal */
export async function transcribeAt(
  { url, model = 'whisper-1', apiKey, timeoutMs = 600_000 }: TranscriptionEndpoint,
  samples: Float32Array,
  seconds: number,
  language?: string,
): Promise<Heard> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(wav(samples))], { type: 'audio/wav' }), 'recording.wav');
  form.set('model', model);
  form.set('response_format', 'verbose_json');
  form.set('temperature', '0');
  form.append('timestamp_granularities[]', 'segment');
  if (language) form.set('language', new Intl.Locale(language).language);
  const answer = await fetch(addressOf(url), {
    method: 'POST',
    body: form,
    headers: apiKey ? { authorization: `Bearer ${apiKey}` } : {},
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((error: unknown) => {
    throw new ModelUnavailable(
      `The transcription endpoint ${url} does not answer. Start it, or correct its address.`,
      {
        cause: error,
      },
    );
  });
  if (answer.ok) return heardIn(await answer.json().catch(() => undefined), seconds, url);
  const said = (await answer.text().catch(() => '')).slice(0, 300);
  const message = `The transcription endpoint ${url} answers ${answer.status}: ${said}`;
  // Its own trouble, too many calls or a wrong key: another attempt may do. Else it does not take this recording.
  throw answer.status >= 500 || [401, 403, 404, 408, 429].includes(answer.status)
    ? new ModelUnavailable(message)
    : new ModelRefusal(message);
}

const addressOf = (url: string): string => {
  const base = url.replace(/\/+$/, '');
  if (base.endsWith('/audio/transcriptions')) return base;
  return `${base.endsWith('/v1') ? base : `${base}/v1`}/audio/transcriptions`;
};

/** Servers that do not know segments answer the text alone. */
function heardIn(answer: unknown, seconds: number, url: string): Heard {
  const body: Record<string, unknown> = typeof answer === 'object' && answer !== null ? { ...answer } : {};
  const language = languageOf(body.language);
  if (Array.isArray(body.segments)) {
    return {
      segments: body.segments.flatMap((segment) => segmentOf(segment)),
      ...(language && { language }),
    };
  }
  if (typeof body.text === 'string') {
    return { segments: [{ start: 0, end: seconds, text: body.text }], ...(language && { language }) };
  }
  throw new ModelUnavailable(`The transcription endpoint ${url} answered neither segments nor a text.`);
}

function segmentOf(value: unknown): TranscriptSegment[] {
  const {
    start,
    end,
    text,
    avg_logprob: logProbability,
    no_speech_prob: silence,
  } = Object(value) as Record<string, unknown>;
  if (typeof start !== 'number' || typeof end !== 'number' || typeof text !== 'string') return [];
  // As whisper's own program does: it writes words over silence, and knows better.
  if (
    typeof silence === 'number' &&
    silence > 0.6 &&
    typeof logProbability === 'number' &&
    logProbability < -1
  )
    return [];
  const confidence = typeof logProbability === 'number' ? Math.min(1, Math.exp(logProbability)) : undefined;
  return [{ start, end, text, ...(confidence !== undefined && { confidence }) }];
}

/** A tag, or the English name that whisper's servers give. */
function languageOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value) return undefined;
  const name = value.toLowerCase();
  if (/^[a-z]{2,3}(-[a-z0-9]+)*$/.test(name) && name.length <= 3) return name;
  return TAGS.get(name);
}

const NAMES = new Intl.DisplayNames('en', { type: 'language' });
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
/** Two-letter tags by their English names. */
const TAGS = new Map(
  LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).map((tag) => [(NAMES.of(tag) ?? tag).toLowerCase(), tag]),
);

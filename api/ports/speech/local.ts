/**
 * Speech on this machine: a transcription endpoint where one is configured, else the program PocketSphinx where it is
 * installed, else a clear no.
 */
import { decodeRecording } from './decode-recording.ts';
import { transcribeAt, type TranscriptionEndpoint } from './local-endpoint.ts';
import { findPocketsphinx, type Program, transcribeBy } from './local-pocketsphinx.ts';
import { RATE } from './pcm.ts';
import { type Speech, SpeechNotAvailable } from './port.ts';
import { stitch } from './stitch.ts';

export interface LocalSpeechOptions {
  endpoint?: TranscriptionEndpoint;
  /** Null: as if none were installed. Looked for unless told. */
  program?: Program | null;
}

const HOW =
  'Set TRANSCRIPTION_ENDPOINT to a server with /v1/audio/transcriptions (whisper.cpp, speaches), or install PocketSphinx (apt-get install pocketsphinx pocketsphinx-en-us).';

/** @param environment `TRANSCRIPTION_ENDPOINT`, `TRANSCRIPTION_MODEL`, `TRANSCRIPTION_API_KEY` */
export function localSpeechOptions(
  environment: Readonly<Record<string, string | undefined>>,
): LocalSpeechOptions {
  const {
    TRANSCRIPTION_ENDPOINT: url,
    TRANSCRIPTION_MODEL: model,
    TRANSCRIPTION_API_KEY: apiKey,
  } = environment;
  return url ? { endpoint: { url, ...(model && { model }), ...(apiKey && { apiKey }) } } : {};
}

export function createLocalSpeech({
  endpoint,
  program = findPocketsphinx() ?? null,
}: LocalSpeechOptions = {}): Speech {
  const model = endpoint
    ? `endpoint:${endpoint.model ?? 'whisper-1'}`
    : program
      ? `${program.name}:en-us`
      : null;
  return {
    model,
    async transcribe(bytes, _contentType, language) {
      if (!model)
        throw new SpeechNotAvailable(
          `There is no recogniser of speech here, so the recording is kept as it is. ${HOW}`,
        );
      if (!endpoint && language && new Intl.Locale(language).language !== 'en') {
        throw new SpeechNotAvailable(
          `PocketSphinx knows English alone here, and the recording is in ${language}; it is kept as it is. ${HOW}`,
        );
      }
      const samples = await decodeRecording(bytes);
      const seconds = samples.length / RATE;
      const heard = endpoint
        ? await transcribeAt(endpoint, samples, seconds, language)
        : { segments: program ? await transcribeBy(program, samples, seconds) : [], language };
      const segments = stitch([{ start: 0, segments: heard.segments }], seconds);
      const spoken = heard.language ?? language;
      return { segments, seconds, model, usage: free(segments), ...(spoken && { language: spoken }) };
    },
    async close() {
      // Endpoints and programs are asked once for each recording: nothing stays open.
    },
  };
}

/** Nothing is paid; words stand for tokens. */
const free = (segments: ReadonlyArray<{ text: string }>) => ({
  inputTokens: 0,
  outputTokens: segments.reduce((sum, { text }) => sum + text.split(' ').length, 0),
  microUsd: 0,
});

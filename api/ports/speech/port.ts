/** Speech to words with their times. */
import type { Usage } from '../embeddings/port.ts';

export interface TranscriptSegment {
  /** Seconds from the beginning. */
  start: number;
  end: number;
  text: string;
  /** 0 to 1, where the recogniser says. */
  confidence?: number;
}

export interface Transcript {
  segments: TranscriptSegment[];
  /** BCP 47 tag; absent when the recogniser does not tell. */
  language?: string;
  /** Length of the recording in seconds. */
  seconds: number;
  model: string;
  usage: Usage;
}

/** No recogniser here. The message says what to install or configure; the recording is kept. */
export class SpeechNotAvailable extends Error {
  override name = 'SpeechNotAvailable';
}

export interface Speech {
  /** Id of the recogniser, or null where there is none. */
  readonly model: string | null;
  /**
   * @param bytes WAV, MP3, Ogg, WebM or M4A as far as the decoder goes
   * @param language BCP 47 tag of what is spoken, when it is known
   * @throws SpeechNotAvailable, ModelUnavailable (try again), ModelRefusal (not a recording that can be read)
   */
  transcribe(bytes: Uint8Array, contentType: string, language?: string): Promise<Transcript>;
  close(): Promise<void>;
}

/** What was read of a part, as it is kept among the results until it is analysed and proposed from. */
import type { Receipt } from '../../enrichment.ts';
import type { TranscriptSegment } from '../../ports/speech/port.ts';
import type { ReadText } from './ports.ts';

/** A text that stands somewhere by itself. */
export interface Piece {
  entity: Receipt['sourceEntity'];
  id: string;
  text: string;
}

export interface TextSource {
  kind: 'TEXT';
  title?: string;
  /** In the order in which they are read. */
  pieces: Piece[];
  /** What a reader found beside the words. */
  read?: Omit<ReadText, 'text'>;
}

export interface ImageSource {
  kind: 'IMAGE';
  /** Key of the media store. */
  key: string;
  contentType: string;
  title?: string;
  artist?: string;
  medium?: string;
  dateText?: string;
}

export interface SpeechSource {
  kind: 'SPEECH';
  segments: TranscriptSegment[];
  language?: string;
  seconds: number;
  model: string;
  usage: { inputTokens: number; outputTokens: number; microUsd: number };
}

export type Source = TextSource | ImageSource | SpeechSource;

/** Characters that a model is given of one part. */
export const MAX_TEXT = 40_000;

/** All pieces as the model reads them. */
export const textOf = (source: TextSource): string =>
  source.pieces
    .map(({ text }) => text)
    .join('\n\n')
    .slice(0, MAX_TEXT);

/**
 * What a text or a picture is about. Everything in an answer is a proposal that a person decides on.
 * Inputs are data: nothing in them is an instruction to the model.
 */
import type { Usage } from '../embeddings/port.ts';

/** A proposed value and how sure the model is. */
export interface Found<T> {
  value: T;
  /** 0 to 1. */
  confidence: number;
  /** The passage that it rests on, as it stands in the input (at most 300 characters); absent for pictures. */
  passage?: string;
}

export interface TextInput {
  /** Title of the work, when it is known. */
  title?: string;
  text: string;
  /** The tenant's own vocabulary; tags outside it are answered as free ones. */
  vocabulary: readonly string[];
}

export interface TextAnalysis {
  language?: Found<string>;
  /** Two or three sentences. */
  summary?: Found<string>;
  /** From the vocabulary. */
  tags: Array<Found<string>>;
  freeTags: Array<Found<string>>;
  medium?: Found<string>;
  technique?: Found<string>;
  period?: Found<string>;
  mood?: Found<string>;
  people: Array<Found<string>>;
  places: Array<Found<string>>;
}

export interface ImageInput {
  bytes: Uint8Array;
  contentType: string;
  title?: string;
  artist?: string;
  medium?: string;
  /** Year or date as written. */
  dateText?: string;
}

export interface ImageAnalysis {
  altText?: Found<string>;
  caption?: Found<string>;
  /** Colours as `#rrggbb`, the largest first. */
  palette: string[];
  /** Words that stand in the picture. */
  ocrText?: Found<string>;
  /** Things that are surely in the picture. */
  objects: Array<Found<string>>;
}

export interface Answered<T> {
  result: T;
  usage: Usage;
  /** Model id with version, for the receipt. */
  model: string;
  /** Version of the prompt or of the rules, for the receipt. */
  promptVersion: string;
}

export interface Analysis {
  /** Ids of the models in use, for the cache's key. */
  readonly textModel: string;
  readonly imageModel: string;
  readonly promptVersion: string;
  /** Tokens that a call takes at most, read and answered, asked once more included: a budget reserves them. */
  mostOfText(input: TextInput): number;
  /** The same of a picture, whatever its pixels. */
  mostOfImage(known: Omit<ImageInput, 'bytes' | 'contentType'>): number;
  /** @throws ModelUnavailable (try again), ModelRefusal (never) */
  analyseText(input: TextInput): Promise<Answered<TextAnalysis>>;
  analyseImage(input: ImageInput): Promise<Answered<ImageAnalysis>>;
  close(): Promise<void>;
}

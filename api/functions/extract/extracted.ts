/** What is read out of a document, and why a document is not read. */

export interface Extracted {
  title?: string;
  author?: string;
  /** Name of the site that a page belongs to. */
  site?: string;
  /** ISO 8601 where the source has a date that can be read as one, else as written. */
  date?: string;
  /** BCP 47 tag that the source states. */
  language?: string;
  /** Absolute address of a page's main picture. */
  imageUrl?: string;
  /** As stated: a licence's name such as `CC-BY-SA-4.0` where it is a known one, else its address or its words. */
  licence?: string;
  /** Plain text in reading order, paragraphs apart by an empty line or a line. */
  text: string;
  /** Of a PDF: how many pages it has. */
  pages?: number;
  /** What was left out or looks wrong, for people. */
  warnings: string[];
}

/**
 * - `encrypted`: protected by a password
 * - `no-text`: pictures of text at most; reading those is another step
 * - `damaged`: cut short or broken
 * - `too-large`: over a limit of size, expansion or memory
 * - `too-slow`: over the limit of time
 * - `unknown-type`: nothing that is read here
 */
export type RefusalCode = 'encrypted' | 'no-text' | 'damaged' | 'too-large' | 'too-slow' | 'unknown-type';

/** The document is not read, now or later. The message says why and what to do, for people. */
export class ExtractionRefusal extends Error {
  override name = 'ExtractionRefusal';
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** How much of a document is read, and how much it may cost. */
export interface ExtractionLimits {
  /** Bytes of the file. */
  bytes: number;
  /** Bytes of everything in a zip together, unpacked. */
  unpackedBytes: number;
  /** Pages of a PDF; later ones are left out with a warning. */
  pages: number;
  /** Characters of text; later ones are left out with a warning. */
  characters: number;
  milliseconds: number;
  /** Of the thread that reads, in MiB. */
  memory: number;
}

export const DEFAULT_LIMITS: ExtractionLimits = {
  bytes: 50 * 2 ** 20,
  unpackedBytes: 100 * 2 ** 20,
  pages: 500,
  characters: 1_000_000,
  milliseconds: 30_000,
  memory: 768,
};

export const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;

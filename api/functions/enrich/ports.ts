/** What the steps of an enrichment work with. */
import type { Analysis } from '../../ports/analysis/port.ts';
import type { Embeddings } from '../../ports/embeddings/port.ts';
import type { MediaStore } from '../../ports/media-store/port.ts';
import type { Results } from '../../ports/results/port.ts';
import type { Speech } from '../../ports/speech/port.ts';
import type { Table } from '../../ports/table/port.ts';

/** What was read out of a document or a page. Absent is what it does not say. */
export interface ReadText {
  /** Plain text in reading order. */
  text: string;
  title?: string;
  creator?: string;
  site?: string;
  /** As written. */
  date?: string;
  imageUrl?: string;
  licence?: string;
  /** BCP 47 tag that the source states. */
  language?: string;
  /** Address that answered, after redirects. */
  url?: string;
  /** What read it, with its version. */
  reader: string;
}

/** It cannot be read, now or later: encrypted, damaged, refused, without words. The message is for people. */
export class Unreadable extends Error {
  override name = 'Unreadable';
}

/** Documents and pages. Both throw Unreadable; any other error is worth another attempt. */
export interface Readers {
  readDocument(bytes: Uint8Array, contentType: string, fileName: string): Promise<ReadText>;
  readPage(url: string): Promise<ReadText>;
}

/** Models are made at their first use: a run that needs none pays for none. */
export interface Models {
  analysis(): Promise<Omit<Analysis, 'close'>>;
  speech(): Promise<Pick<Speech, 'model' | 'transcribe'>>;
  embeddings(): Promise<Embeddings>;
  /** The most that a token may cost, in millionths of a US dollar: reserved before a call. 0 for local models. */
  maximumMicroUsdPerToken: number;
}

/** What every step that reads and calls works with. */
export interface StoragePorts {
  table: Table;
  media: Pick<MediaStore, 'read'>;
  results: Pick<Results, 'read' | 'write'>;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** All of it. Each step takes what it uses. */
export interface EnrichPorts extends StoragePorts {
  readers: Readers;
  models: Models;
}

/** A step with some of the models. */
export interface ModelPorts<Kind extends 'analysis' | 'speech' | 'embeddings'> extends StoragePorts {
  models: Pick<Models, Kind | 'maximumMicroUsdPerToken'>;
}

/** What every step is given. */
export interface StepInput {
  tenantId: string;
  enrichmentId: string;
  /** Of the request that asked for the run, for the lines and traces of every step. */
  requestId?: string;
}

/** One thing that is read by itself. */
export interface Part {
  entity: 'PROJECT' | 'ASSET' | 'INSPIRATION';
  id: string;
}

/** What came of a part, as states carry it: names of results, and why there are none. */
export interface PartResult {
  part: Part;
  /** Name of what was read of it. */
  source?: string;
  /** Name of what the model answered. */
  analysis?: string;
  problem?: string;
}

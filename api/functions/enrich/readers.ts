/** Documents and pages as the steps want them, from what reads them. */
import { ExtractionRefusal, type Extracted } from '../extract/extracted.ts';
import { PageRefusal } from '../read-page/page-refusal.ts';
import { Unreadable, type Readers, type ReadText } from './ports.ts';

export interface ReaderSources {
  /** @throws ExtractionRefusal */
  extractDocument(bytes: Uint8Array, contentType: string, fileName: string): Promise<Extracted>;
  /** What an address answers, after redirects. @throws PageRefusal, ExtractionRefusal */
  readPage(url: string): Promise<Extracted & { url: string }>;
}

/** Versions of the readers, as receipts name them: another one proposes anew. */
const DOCUMENT_READER = 'read-document@1';
const PAGE_READER = 'read-page@1';

export const createReaders = ({ extractDocument, readPage }: ReaderSources): Readers => ({
  readDocument: (bytes, contentType, fileName) =>
    read(DOCUMENT_READER, () => extractDocument(bytes, contentType, fileName)),
  readPage: (url) => read(PAGE_READER, () => readPage(url)),
});

async function read(reader: string, source: () => Promise<Extracted & { url?: string }>): Promise<ReadText> {
  try {
    const { author, warnings: _warnings, pages: _pages, ...read } = await source();
    return { ...read, ...(author !== undefined && { creator: author }), reader };
  } catch (error) {
    if (error instanceof ExtractionRefusal || error instanceof PageRefusal)
      throw new Unreadable(error.message, { cause: error });
    throw error;
  }
}

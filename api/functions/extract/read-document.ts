/** Reads a document in this thread. Hostile files can take all of its time: `extractDocument` calls it in another. */
import { decodeText, readPlainText } from './decode-text.ts';
import { documentTypeOf } from './document-type.ts';
import { ExtractionRefusal, type Extracted, type ExtractionLimits, mebibytes } from './extracted.ts';

/** What is read. */
export interface Source {
  bytes: Uint8Array;
  /** As declared; a charset in it is heeded. */
  contentType: string;
  fileName?: string;
  /** Where a page comes from. */
  address?: string;
}

/** @throws ExtractionRefusal */
export async function readDocument(source: Source, limits: ExtractionLimits): Promise<Extracted> {
  const { bytes, contentType, fileName, address } = source;
  if (bytes.length > limits.bytes) {
    throw new ExtractionRefusal(
      'too-large',
      `Documents of up to ${mebibytes(limits.bytes)} are read. Received: ${mebibytes(bytes.length)}.`,
    );
  }
  if (bytes.length === 0) throw new ExtractionRefusal('damaged', 'The file is empty. Upload it once more.');
  return cut(await read(), limits.characters);

  // A reader is loaded when it is needed: each brings a library.
  async function read(): Promise<Extracted> {
    switch (documentTypeOf(bytes, contentType, fileName)) {
      case 'pdf':
        return (await import('./read-pdf.ts')).readPdf(bytes, limits);
      case 'zip':
        return (await import('./read-office.ts')).readOffice(bytes, limits.unpackedBytes);
      case 'html':
        return (await import('./read-html.ts')).readHtml(decodeText(bytes, contentType, true), address);
      case 'text':
        return readPlainText(bytes, contentType);
    }
  }
}

/** Text within the limit, cut at a word. */
function cut(extracted: Extracted, characters: number): Extracted {
  const { text, warnings } = extracted;
  if (text.length <= characters) return extracted;
  const kept = text.slice(0, characters).replace(/\s+\S*$/u, '');
  return {
    ...extracted,
    text: kept,
    warnings: [...warnings, `Only the first ${kept.length} of ${text.length} characters were kept.`],
  };
}

/** What a file is: by its bytes where they tell, by its declared type and name where they do not. */
import { ExtractionRefusal } from './extracted.ts';

export type DocumentType = 'pdf' | 'zip' | 'html' | 'text';

const READ = 'PDF, DOCX, ODT, HTML and plain text are read';

/** Types that are text as it stands. */
const TEXT = /^(text\/(plain|markdown|x-markdown|csv|tab-separated-values)|application\/(json|x-ndjson))$/;
const TEXT_NAME = /\.(txt|text|md|markdown|csv|tsv)$/i;
const HTML = /^(text\/html|application\/xhtml\+xml)$/;
const HTML_NAME = /\.x?html?$/i;

/** Bytes as characters of the same code, for looking for signatures. */
export const latin1 = (bytes: Uint8Array, from = 0, to = bytes.length): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to);

/** The essence of a media type: lower case, without parameters. */
export const essenceOf = (contentType: string): string =>
  (contentType.split(';')[0] ?? '').trim().toLowerCase();

/**
 * @param contentType as declared; its parameters are not looked at
 * @throws ExtractionRefusal `unknown-type`, or `encrypted` for what Office writes with a password
 */
export function documentTypeOf(bytes: Uint8Array, contentType: string, fileName = ''): DocumentType {
  const start = latin1(bytes, 0, 1024);
  // ISO 32000-2, annex I: readers take a header within the first 1024 bytes.
  if (start.includes('%PDF-')) return 'pdf';
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'zip';
  if (start.startsWith('\xd0\xcf\x11\xe0')) refuseCompoundFile(bytes);
  const essence = essenceOf(contentType);
  const declared = essence === '' || essence === 'application/octet-stream' ? '' : essence;
  if (HTML.test(declared) || (!declared && HTML_NAME.test(fileName))) return 'html';
  if (TEXT.test(declared))
    return HTML_NAME.test(fileName) && /<html|<!doctype html/i.test(start) ? 'html' : 'text';
  if (!declared && TEXT_NAME.test(fileName)) return 'text';
  if (/^(application\/pdf|application\/vnd\.(openxml|oasis))/.test(declared)) {
    throw new ExtractionRefusal(
      'damaged',
      `The file was declared as ${declared} and does not begin like one. Save it again and upload it once more.`,
    );
  }
  throw new ExtractionRefusal(
    'unknown-type',
    `${READ}. Received: ${declared || fileName || 'a file of no type'}.`,
  );
}

/** The container of older Office files (MS-CFB) and of newer ones with a password (MS-OFFCRYPTO section 2.3). */
function refuseCompoundFile(bytes: Uint8Array): never {
  const name = Buffer.from('EncryptedPackage', 'utf16le').toString('latin1');
  if (latin1(bytes).includes(name)) {
    throw new ExtractionRefusal(
      'encrypted',
      'The document has a password. Save it without one and upload it again.',
    );
  }
  throw new ExtractionRefusal(
    'unknown-type',
    `${READ}. Received: an older Office file; save it as DOCX or PDF.`,
  );
}

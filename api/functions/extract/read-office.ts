/** Text and facts of DOCX (ECMA-376, by mammoth) and ODT (OpenDocument 1.3) files. */
import { zipSync } from 'fflate';
import { DOMParser } from 'linkedom';
import mammoth from 'mammoth';
import { ExtractionRefusal, type Extracted } from './extracted.ts';
import { odtText } from './odt-text.ts';
import { unzip, type Unzipped } from './unzip.ts';

const ODT = 'application/vnd.oasis.opendocument.text';

/** @throws ExtractionRefusal `encrypted`, `damaged`, `too-large`, `no-text`, `unknown-type` */
export async function readOffice(bytes: Uint8Array, unpackedLimit: number): Promise<Extracted> {
  const zip = unzip(bytes, unpackedLimit);
  const read = zip.names.includes('word/document.xml') ? readDocx(zip) : readOdt(zip);
  const extracted = await read;
  if (!/[\p{L}\p{N}]/u.test(extracted.text)) {
    throw new ExtractionRefusal('no-text', 'The document holds no words, pictures at most.');
  }
  return extracted;
}

/** What mammoth needs for text; pictures, fonts and macros stay packed. */
const NEEDED = /^(\[Content_Types\]\.xml|_rels\/|word\/(_rels\/)?[^/]+\.(xml|rels)$)/;

async function readDocx(zip: Unzipped): Promise<Extracted> {
  // A zip of our own, so that mammoth meets nothing but what was unpacked within the limits.
  const checked = zipSync(
    Object.fromEntries(zip.names.filter((name) => NEEDED.test(name)).map((name) => [name, zip.read(name)!])),
    { level: 0 },
  );
  const { value, messages } = await mammoth
    .extractRawText({ buffer: Buffer.from(checked) })
    .catch((error: unknown) => {
      throw new ExtractionRefusal(
        'damaged',
        `The document cannot be read: ${error instanceof Error ? error.message : String(error)}. Save it again and upload it once more.`,
      );
    });
  return {
    ...factsOf(zip, 'docProps/core.xml', ['dc:creator'], ['dcterms:created', 'dcterms:modified']),
    text: value.replace(/\n{3,}/g, '\n\n').trim(),
    warnings: messages.filter(({ type }) => type === 'error').map(({ message }) => message),
  };
}

async function readOdt(zip: Unzipped): Promise<Extracted> {
  const type = textOf(zip.read('mimetype'))?.trim() ?? '';
  if (!type.startsWith(ODT)) {
    throw new ExtractionRefusal(
      'unknown-type',
      `PDF, DOCX, ODT, HTML and plain text are read. Received: a zip${type ? ` of the type ${type}` : ''}.`,
    );
  }
  // OpenDocument 1.3 part 2, section 3.4: each encrypted file says so in the manifest.
  if (textOf(zip.read('META-INF/manifest.xml'))?.includes('encryption-data')) {
    throw new ExtractionRefusal(
      'encrypted',
      'The document has a password. Save it without one and upload it again.',
    );
  }
  const content = textOf(zip.read('content.xml'));
  if (content === undefined)
    throw new ExtractionRefusal('damaged', 'The document lacks its content. Save it again.');
  return {
    ...factsOf(zip, 'meta.xml', ['meta:initial-creator', 'dc:creator'], ['meta:creation-date', 'dc:date']),
    text: odtText(content),
    warnings: [],
  };
}

const textOf = (bytes: Uint8Array | undefined): string | undefined =>
  bytes && new TextDecoder().decode(bytes);

/** Dublin Core elements of a file in the zip. */
function factsOf(zip: Unzipped, file: string, authors: string[], dates: string[]): Partial<Extracted> {
  const xml = textOf(zip.read(file));
  if (!xml) return {};
  const document = new DOMParser().parseFromString(xml, 'text/xml') as unknown as Document;
  const first = (names: string[]): string | undefined =>
    names
      .flatMap((name) => [...document.getElementsByTagName(name)])
      .map((element) => element.textContent?.trim())
      .find(Boolean);
  return {
    title: first(['dc:title']),
    author: first(authors),
    date: first(dates)?.slice(0, 10),
    language: first(['dc:language']),
  };
}

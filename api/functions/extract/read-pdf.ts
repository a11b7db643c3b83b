/** Text of a PDF, page by page, by pdf.js (unpdf's build of it). */
import { getDocumentProxy } from 'unpdf';
import { latin1 } from './document-type.ts';
import { ExtractionRefusal, type Extracted, type ExtractionLimits } from './extracted.ts';
import { joinHyphens, mappedText } from './pdf-text.ts';

/** pdf.js, `VerbosityLevel.ERRORS`: what it can't read it answers, it need not print it. */
const QUIET = 0;

/** A text item of pdf.js; the marks between them have no `str`. */
interface Item {
  str?: string;
  hasEOL?: boolean;
  height?: number;
  transform?: number[];
}

/** @throws ExtractionRefusal `encrypted`, `damaged`, `no-text` */
export async function readPdf(bytes: Uint8Array, limits: ExtractionLimits): Promise<Extracted> {
  refuseCutShort(bytes);
  const pdf = await getDocumentProxy(bytes, {
    verbosity: QUIET,
    disableFontFace: true,
  }).catch((error: unknown) => {
    throw refusalOf(error);
  });
  const warnings: string[] = [];
  const count = Math.min(pdf.numPages, limits.pages);
  if (count < pdf.numPages) warnings.push(`Only the first ${count} of ${pdf.numPages} pages were read.`);
  const texts: string[] = [];
  let length = 0;
  for (let number = 1; number <= count && length <= limits.characters; number += 1) {
    const page = await pdf.getPage(number).catch((error: unknown) => {
      throw refusalOf(error);
    });
    const { items } = await page.getTextContent();
    const text = linesOf(items);
    texts.push(text);
    length += text.length;
    page.cleanup();
  }
  const text = joinHyphens(texts.join('\n\n')).trim();
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw new ExtractionRefusal(
      'no-text',
      'The PDF holds pictures of pages and no text. Words in pictures are read in another step.',
    );
  }
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
  return { ...factsOf(info), text, pages: pdf.numPages, warnings };
}

/** ISO 32000-2 section 7.5.5: the last line is `%%EOF`. Linearized files have one near the beginning as well. */
function refuseCutShort(bytes: Uint8Array): void {
  let end = bytes.length;
  // Some programs fill up with white space or zeros.
  while (end > 0 && (bytes[end - 1] ?? 0) <= 0x20) end -= 1;
  if (!latin1(bytes, Math.max(0, end - 1024), end).includes('%%EOF')) {
    throw new ExtractionRefusal(
      'damaged',
      'The PDF is cut short: its end is missing. Save it again and upload it once more.',
    );
  }
}

function refusalOf(error: unknown): ExtractionRefusal {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (name === 'PasswordException') {
    return new ExtractionRefusal(
      'encrypted',
      'The PDF has a password. Save it without one and upload it again.',
    );
  }
  return new ExtractionRefusal(
    'damaged',
    `The PDF cannot be read: ${message} Save it again and upload it once more.`,
  );
}

/** Lines as they stand, with an empty one where the distance to the next is large. */
function linesOf(items: ReadonlyArray<Item | object>): string {
  let text = '';
  let baseline: number | undefined;
  let ended = false;
  for (const { str, hasEOL, height, transform } of items as Item[]) {
    if (str === undefined) continue;
    const at = transform?.[5];
    if (ended && str.trim() && at !== undefined && baseline !== undefined) {
      if (Math.abs(baseline - at) > 1.8 * (height || 12)) text += '\n';
      ended = false;
    }
    text += mappedText(str);
    if (str.trim()) baseline = at;
    if (hasEOL) {
      text += '\n';
      ended = true;
    }
  }
  return text.replace(/[ \t]+\n/g, '\n').replace(/\n{3,}/g, '\n\n');
}

/** Titles that programs write by themselves say nothing. */
const NO_TITLE = /^(untitled|microsoft word - .*|document\d*|.*\.(docx?|odt|indd|qxd|tex|dvi))$/i;

function factsOf(info: object): Partial<Extracted> {
  const given = (name: string): string | undefined => {
    const value: unknown = Reflect.get(info, name);
    return typeof value === 'string' && value.trim() ? value.trim() : undefined;
  };
  const title = given('Title');
  return {
    title: title && !NO_TITLE.test(title) ? title : undefined,
    author: given('Author'),
    date: dateOf(given('CreationDate')),
    language: given('Language'),
  };
}

/** ISO 32000-2 section 7.9.4: `D:YYYYMMDDHHmmSS` and an offset. */
function dateOf(text: string | undefined): string | undefined {
  const [, year, month = '01', day = '01'] = /^D:(\d{4})(\d{2})?(\d{2})?/.exec(text ?? '') ?? [];
  return year && `${year}-${month}-${day}`;
}

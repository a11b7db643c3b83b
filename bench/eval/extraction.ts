/**
 * Extraction against the texts that are expected of real documents: word F1 of pages and documents, what pages say
 * about themselves, and refusals of files that cannot be read.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractDocument } from '#api/functions/extract/extract-document.ts';
import { ExtractionRefusal, type Extracted, type RefusalCode } from '#api/functions/extract/extracted.ts';
import { languageOf } from '#api/ports/analysis/local-language.ts';
import type { Row } from './row.ts';
import { wordF1, wordsOf } from './words.ts';

const DOCUMENTS = join(import.meta.dirname, '../../../shared/data/documents');

const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
};
const BARS: Readonly<Record<string, number>> = { html: 0.95, pdf: 0.98, docx: 0.98, odt: 0.98 };

/** Files that have to be refused, and how. */
const REFUSED: Readonly<Record<string, RefusalCode>> = {
  'password.pdf': 'encrypted',
  'a-text-pass-peanuts.pdf': 'encrypted',
  'image-only.pdf': 'no-text',
  'nga-relationship.pdf': 'no-text',
};

/** Languages of files by what stands in them; the others hold filler text (Lorem ipsum), which is in none. */
const LANGUAGES: Readonly<Record<string, string>> = {
  'a-text.docx': 'en',
  'a-text.odt': 'en',
  'arabic.pdf': 'ar',
  'four-pages.pdf': 'en',
  'google-doc.pdf': 'en',
  'nga-data-dictionary.docx': 'en',
};

/** No rows where the documents are absent. */
export async function run(folder: string = DOCUMENTS): Promise<Row[]> {
  if (!existsSync(folder)) return [];
  return [...(await pages(join(folder, 'html'))), ...(await documents(join(folder, 'files')))];
}

const read = (path: string, type: string, name?: string): Promise<Extracted> =>
  extractDocument(readFileSync(path), type, name);

async function pages(folder: string): Promise<Row[]> {
  const scores: number[] = [];
  const facts = { title: [0, 0], byline: [0, 0], lang: [0, 0] };
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const expected = readFileSync(join(path, 'expected.txt'), 'utf8');
    const stated: unknown = JSON.parse(readFileSync(join(path, 'expected-metadata.json'), 'utf8'));
    const page = await read(join(path, 'source.html'), 'text/html').catch(() => undefined);
    scores.push(page ? wordF1(page.text, expected) : 0);
    for (const fact of ['title', 'byline', 'lang'] as const) {
      const wanted: unknown = Reflect.get(Object(stated), fact);
      if (typeof wanted !== 'string' || !wanted) continue;
      facts[fact][1]! += 1;
      if (same(page?.[FACTS[fact]], wanted)) facts[fact][0]! += 1;
    }
  }
  return [
    ...f1Rows('html', scores),
    ...Object.entries(facts).map(([fact, [right = 0, all = 0]]) => ({
      name: `extraction html: ${fact} as expected`,
      value: right / all,
      unit: `of ${all}`,
    })),
  ];
}

/** Names of the expected facts, and ours. */
const FACTS = { title: 'title', byline: 'author', lang: 'language' } as const;

const same = (found: string | undefined, wanted: string): boolean =>
  wordsOf(found ?? '').join(' ') === wordsOf(wanted).join(' ');

async function documents(folder: string): Promise<Row[]> {
  const scores: Record<string, number[]> = { pdf: [], docx: [], odt: [] };
  const refusals: Array<{ name: string; right: boolean }> = [];
  const languages: boolean[] = [];
  for (const file of readdirSync(folder).filter((name) => /\.(pdf|docx|odt)$/.test(name))) {
    const kind = file.split('.').at(-1)!;
    const bytes = readFileSync(join(folder, file));
    const whole = await outcomeOf(bytes, TYPES[kind]!, file);
    const wanted = REFUSED[file];
    if (wanted) refusals.push({ name: `${wanted}: ${file}`, right: whole === wanted });
    else {
      const reference = kind === 'pdf' ? `${file}.pdftotext.txt` : `${file}.text.txt`;
      const expected = readFileSync(join(folder, reference), 'utf8');
      const text = typeof whole === 'object' ? whole.text : '';
      scores[kind]!.push(wordF1(text, expected));
      languages.push((await languageOf(text))?.value === LANGUAGES[file]);
    }
    const half = await outcomeOf(bytes.subarray(0, bytes.length / 2), TYPES[kind]!, file);
    refusals.push({ name: `cut short: ${file}`, right: half === 'damaged' });
  }
  const right = refusals.filter((refusal) => refusal.right).length / refusals.length;
  const unit = `of ${refusals.length}`;
  const told = languages.filter(Boolean).length / languages.length;
  return [
    ...Object.entries(scores).flatMap(([kind, values]) => f1Rows(kind, values)),
    {
      name: 'extraction: language of documents',
      value: told,
      unit: `of ${languages.length}`,
      bar: 1,
      met: told === 1,
    },
    {
      name: 'extraction: right refusals (encrypted, no text, cut short)',
      value: right,
      unit,
      bar: 1,
      met: right === 1,
    },
  ];
}

/** What was read, or the code of the refusal. */
const outcomeOf = (
  bytes: Uint8Array,
  type: string,
  name: string,
): Promise<Extracted | RefusalCode | 'error'> =>
  extractDocument(bytes, type, name).catch((error: unknown) =>
    error instanceof ExtractionRefusal ? error.code : 'error',
  );

/** The mean, which has to reach the bar, and the worst file. */
function f1Rows(kind: string, scores: readonly number[]): Row[] {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const bar = BARS[kind] ?? 0;
  return [
    {
      name: `extraction ${kind}: word F1, mean`,
      value: mean,
      unit: `of ${scores.length}`,
      bar,
      met: mean >= bar,
    },
    { name: `extraction ${kind}: word F1, worst`, value: Math.min(...scores), unit: `of ${scores.length}` },
  ];
}

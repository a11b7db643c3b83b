/**
 * Extraction against the texts that are expected of real documents: word F1 of pages and documents, what pages say
 * about themselves, and refusals of files that cannot be read.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractDocument } from '#api/functions/extract/extract-document.ts';
import { ExtractionRefusal, type Extracted, type RefusalCode } from '#api/functions/extract/extracted.ts';
import { languageOf } from '#api/ports/analysis/local-language.ts';
import { mean } from './ranking.ts';
import { barred, type Row } from './row.ts';
import { wordF1, wordsOf } from './words.ts';

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

/** @param folder with `html` and `files`, each with what is expected beside it */
export async function run(folder: string): Promise<Row[]> {
  return [...(await pages(join(folder, 'html'))), ...(await documents(join(folder, 'files')))];
}

const read = (path: string, type: string, name?: string): Promise<Extracted> =>
  extractDocument(readFileSync(path), type, name);

/** Pages that say something, all of them in English; the others hold filler text. */
const ENGLISH = new Set([
  '001',
  '002',
  'blogger',
  'ebb-org',
  'firefox-nightly-blog',
  'mozilla-1',
  'mozilla-2',
  'se-peter-rabbit',
  'v8-blog',
  'wikipedia',
  'wikipedia-3',
  'wikipedia-4',
]);

async function pages(folder: string): Promise<Row[]> {
  const scores: number[] = [];
  const languages: boolean[] = [];
  const facts = { title: [0, 0], byline: [0, 0], lang: [0, 0] };
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const expected = readFileSync(join(path, 'expected.txt'), 'utf8');
    const stated: unknown = JSON.parse(readFileSync(join(path, 'expected-metadata.json'), 'utf8'));
    const page = await read(join(path, 'source.html'), 'text/html').catch(() => undefined);
    scores.push(page ? wordF1(page.text, expected) : 0);
    if (ENGLISH.has(name)) languages.push((await languageOf(page?.text ?? ''))?.value === 'en');
    for (const fact of ['title', 'byline', 'lang'] as const) {
      const wanted: unknown = Reflect.get(Object(stated), fact);
      if (typeof wanted !== 'string' || !wanted) continue;
      facts[fact][1]! += 1;
      if (same(page?.[FACTS[fact]], wanted)) facts[fact][0]! += 1;
    }
  }
  return [
    ...f1Rows('html', scores),
    ...Object.entries(facts)
      .filter(([, [, all = 0]]) => all > 0)
      .map(([fact, [right = 0, all = 0]]) => ({
        name: `extraction html: ${fact} as expected`,
        value: right / all,
        unit: `of ${all}`,
      })),
    shareRow('extraction: language of pages', languages),
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
  return [
    ...Object.entries(scores).flatMap(([kind, values]) => f1Rows(kind, values)),
    shareRow('extraction: language of documents', languages),
    shareRow(
      'extraction: right refusals (encrypted, no text, cut short)',
      refusals.map(({ right }) => right),
    ),
  ];
}

/** A share that has to be all of them. */
const shareRow = (name: string, right: readonly boolean[]): Row =>
  barred(name, mean(right.map(Number)), `of ${right.length}`, 1);

/** What was read, or the code of the refusal. */
const outcomeOf = (
  bytes: Uint8Array,
  type: string,
  name: string,
): Promise<Extracted | RefusalCode | 'error'> =>
  extractDocument(bytes, type, name).catch((error: unknown) =>
    error instanceof ExtractionRefusal ? error.code : 'error',
  );

/** The mean, which has to reach the bar, and the worst file; nothing where there is no such file. */
function f1Rows(kind: string, scores: readonly number[]): Row[] {
  if (scores.length === 0) return [];
  const unit = `of ${scores.length}`;
  return [
    barred(`extraction ${kind}: word F1, mean`, mean(scores), unit, BARS[kind] ?? 0),
    { name: `extraction ${kind}: word F1, worst`, value: Math.min(...scores), unit },
  ];
}

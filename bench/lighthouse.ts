/** What Lighthouse says of the pages that visitors see, on the samples, and how many bytes those are. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse, { desktopConfig } from 'lighthouse';
import { chromium } from 'playwright-core';
import { chromiumAdvice, chromiumArguments, findChromium } from '#infra/setup/chromium.mjs';
import { round, type Row } from './measure.ts';
import { freePort, startProgram } from './program.ts';

const FULL = 100;
const BAR_KB = 50;
const RUNS = 3;
const PRESETS = { mobile: undefined, desktop: desktopConfig };

/** A page to look at; those with a bar have to get full marks. */
interface Page {
  name: string;
  path: string;
  barred: boolean;
}

/** What one look at a page gave. */
interface Look {
  /** Marks from 0 to 100 by category. */
  marks: Array<{ title: string; mark: number }>;
  /** Audits below full marks, for those who want to mend them. */
  short: string[];
  bytes: { reading: number; unpacked: number; script: number };
}

/** Starts the program with the samples and a browser; without a browser it says so and measures nothing. */
export async function benchLighthouse(): Promise<Row[]> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    process.stderr.write(
      `NOT MEASURED: Lighthouse's marks and the bytes of pages: no Chromium was found; ${chromiumAdvice()}\n`,
    );
    return [];
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'artissist-bench-'));
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath,
    args: [...chromiumArguments, `--remote-debugging-port=${port}`],
  });
  try {
    const program = await startProgram(dataDir, await freePort());
    try {
      return await looksAt(program.url, port, await pagesOf(program.url));
    } finally {
      await program.end();
    }
  } finally {
    await browser.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The first portfolio of the home page, and the first work that hangs in it. */
async function pagesOf(url: string): Promise<Page[]> {
  const first = async (path: string, link: RegExp): Promise<string> => {
    const html = await (await fetch(url + path)).text();
    const found = link.exec(html)?.[1];
    if (found === undefined) throw new Error(`${url}${path} has no link like ${link.source}.`);
    return found;
  };
  const portfolio = await first('/portfolios/', /href="(\/@[^/"]+\/)"/);
  const project = await first(portfolio, /href="(\/@[^/"]+\/[^/"]+\/)"/);
  return [
    { name: 'home', path: '/', barred: false },
    { name: 'portfolio', path: portfolio, barred: true },
    { name: 'project', path: project, barred: true },
    { name: 'documentation', path: '/docs/', barred: false },
  ];
}

async function looksAt(url: string, port: number, pages: readonly Page[]): Promise<Row[]> {
  const marks: Row[] = [];
  const bytes: Row[] = [];
  for (const { name, path, barred } of pages) {
    for (const preset of Object.keys(PRESETS) as Array<keyof typeof PRESETS>) {
      process.stderr.write(`  ${preset} ${path}\n`);
      const look = await medianLook(url + path, port, preset);
      for (const said of look.short) process.stderr.write(`    ${said}\n`);
      const value = Math.min(...look.marks.map(({ mark }) => mark));
      marks.push({
        name: `Lighthouse, ${name} page, ${preset}: lowest of the four marks`,
        value,
        unit: 'of 100',
        ...(barred && { bar: String(FULL), met: value === FULL }),
        on: look.marks.map(({ title, mark }) => `${title} ${mark}`).join(', '),
      });
      if (barred && preset === 'mobile') bytes.push(...bytesOf(name, look.bytes));
    }
  }
  return [...marks, ...bytes];
}

function bytesOf(page: string, { reading, unpacked, script }: Look['bytes']): Row[] {
  const kb = (size: number): number => round(size / 1000, 1);
  return [
    { name: `JavaScript of a ${page} page`, value: kb(script), unit: 'KB', bar: '0', met: script === 0 },
    {
      name: `HTML and CSS of a ${page} page`,
      value: kb(reading),
      unit: 'KB',
      bar: `< ${BAR_KB}`,
      met: kb(reading) < BAR_KB,
      on: `as sent; ${kb(unpacked)} KB unpacked`,
    },
  ];
}

/** The run with the middle marks: a busy machine costs marks for speed. */
async function medianLook(address: string, port: number, preset: keyof typeof PRESETS): Promise<Look> {
  const looks: Look[] = [];
  for (let failures = 0; looks.length < RUNS;) {
    try {
      looks.push(await lookAt(address, port, preset));
    } catch (error) {
      // A browser that is short of time may lose a trace.
      if (++failures === RUNS) throw error;
      process.stderr.write(`    once more: ${String(error)}\n`);
    }
  }
  const sum = ({ marks }: Look): number => marks.reduce((total, { mark }) => total + mark, 0);
  return looks.toSorted((a, b) => sum(a) - sum(b))[Math.floor(RUNS / 2)]!;
}

async function lookAt(address: string, port: number, preset: keyof typeof PRESETS): Promise<Look> {
  const onlyCategories = ['performance', 'accessibility', 'best-practices', 'seo'];
  const answer = await lighthouse(
    address,
    { port, onlyCategories, logLevel: 'error', output: 'json' },
    PRESETS[preset],
  );
  if (!answer) throw new Error(`Lighthouse had nothing to say of ${address}.`);
  const { categories, audits, runtimeError } = answer.lhr;
  if (runtimeError) throw new Error(`Lighthouse could not look at ${address}: ${runtimeError.message}`);
  const weighed = Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ weight }) => weight > 0),
  );
  return {
    marks: Object.values(categories).map(({ title, score }) => ({
      title,
      mark: Math.round((score ?? 0) * 100),
    })),
    short: weighed.flatMap(({ id }) => {
      const { score = null, title = id, displayValue = '' } = audits[id] ?? {};
      return score === null || score >= 0.995
        ? []
        : [`${Math.round(score * 100)} ${title} ${displayValue}`.trim()];
    }),
    bytes: bytesIn(audits['network-requests']?.details),
  };
}

interface Sent {
  resourceType?: string;
  transferSize?: number;
  resourceSize?: number;
}

/** Sums over the requests that Lighthouse saw. */
function bytesIn(details: unknown): Look['bytes'] {
  const { items = [] } = (details ?? {}) as { items?: Sent[] };
  if (items.length === 0) throw new Error('Lighthouse saw no request.');
  const sum = (types: readonly string[], size: 'transferSize' | 'resourceSize'): number =>
    items
      .filter(({ resourceType = '' }) => types.includes(resourceType))
      .reduce((total, item) => total + (item[size] ?? 0), 0);
  const reading = ['Document', 'Stylesheet'];
  return {
    reading: sum(reading, 'transferSize'),
    unpacked: sum(reading, 'resourceSize'),
    script: sum(['Script'], 'resourceSize'),
  };
}

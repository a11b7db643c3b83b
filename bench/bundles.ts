/**
 * What a cold start reads: the zipped size of each function as it is deployed, and how long importing it takes in a
 * process of its own.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cloudFunctions } from '#infra/aws/cloud-functions.ts';
import { bundleFunctions } from '#infra/build/functions.ts';
import { zippedSize } from '#infra/build/package-size.ts';
import { buildSite } from '#infra/build/site.ts';
import { inventory } from '#infra/inventory.ts';
import { percentile, round, type Row } from './measure.ts';

const SIZE_BAR_KB = 500;
const IMPORT_BAR_MS = 80;
/** Imports of each function; the middle one counts. */
const RUNS = 9;
/**
 * Functions whose package may be larger, with the reason. What a start reads of them has the bar of all.
 * enrich-extract reads PDF, office files, pages and recordings: pdf.js alone is 516 KB, the decoders of audio 540 KB,
 * undici, which pages are fetched with, 257 KB. Each is loaded with the first file of its kind.
 * publisher writes the site's own files, of which the type alone, which cannot be pressed further, is 400 KB.
 */
const LARGER_KB: Readonly<Record<string, number>> = { 'enrich-extract': 2100, publisher: 950 };

/** Every variable that an entry may ask for. Nothing is called while a module is imported. */
const ENVIRONMENT = {
  ...Object.fromEntries(
    'TABLE_NAME MEDIA_BUCKET SITE_BUCKET DISTRIBUTION_ID GRAPHQL_API_KEY STATE_MACHINE_ARN ORIGIN_SECRET_ARN ANALYSIS_MODEL EMBEDDINGS_MODEL SPEECH_MODEL ANALYTICS_BUCKET ANALYTICS_KEY_ARN ANALYTICS_WORKGROUP ANALYTICS_DATABASE ANALYTICS_JOB AUDIT_BUCKET TABLE_ARN'
      .split(' ')
      .map((name) => [name, 'bench']),
  ),
  ...Object.fromEntries(
    'MEDIA_ORIGIN PUBLIC_ORIGIN PROBLEM_BASE GRAPHQL_URL SEARCH_ENDPOINT'
      .split(' ')
      .map((name) => [name, 'https://bench.example']),
  ),
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
};

/** Milliseconds that importing a bundle takes in a new process. @throws Error where it cannot be imported */
function importTime(folder: string): number {
  const module = JSON.stringify(pathToFileURL(join(folder, 'index.mjs')).href);
  const script = `const started = performance.now(); await import(${module}); process.stdout.write(String(performance.now() - started)); process.exit();`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...ENVIRONMENT, PATH: process.env['PATH'] },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${folder} cannot be imported: ${stderr.slice(-500)}`);
  return Number(stdout);
}

/** Two lines a function: its package, and its import. */
export async function benchBundles(): Promise<Row[]> {
  await buildSite();
  const outdir = mkdtempSync(join(tmpdir(), 'bundles-'));
  try {
    const edge = cloudFunctions.filter(({ name }) => name !== 'site-response');
    const folders = await bundleFunctions([...inventory.functions, ...edge], outdir);
    // Rounds go over all functions, so that noise meets them alike.
    const times = new Map<string, number[]>([...folders.keys()].map((name) => [name, []]));
    for (let run = 0; run < RUNS; run += 1)
      for (const [name, folder] of folders) times.get(name)?.push(importTime(folder));
    return [...folders].flatMap(([name, folder]): Row[] => {
      const size = round(zippedSize(folder) / 1000, 0);
      const most = LARGER_KB[name] ?? SIZE_BAR_KB;
      const ms = round(percentile(times.get(name) ?? [], 0.5), 1);
      return [
        {
          name: `${name}: package`,
          value: size,
          unit: 'KB',
          bar: `< ${most} KB`,
          met: size < most,
          on: 'zip, no layer',
        },
        {
          name: `${name}: cold import`,
          value: ms,
          unit: 'ms',
          bar: `< ${IMPORT_BAR_MS} ms`,
          met: ms < IMPORT_BAR_MS,
          on: `median of ${RUNS} processes`,
        },
      ];
    });
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

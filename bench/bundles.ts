/**
 * What a cold start reads: the zipped size of each function as it is deployed, and how long importing it takes in a
 * process of its own.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cloudFunctions } from '#infra/aws/cloud-functions.ts';
import { layersOf } from '#infra/aws/constructs/functions.ts';
import { SHARP_LAYER } from '#infra/aws/prepare.ts';
import { bundleFunctions } from '#infra/build/functions.ts';
import { buildLayers } from '#infra/build/layers.ts';
import { zippedSize } from '#infra/build/package-size.ts';
import { buildSite } from '#infra/build/site.ts';
import { inventory } from '#infra/inventory.ts';
import { percentile, round, type Row } from './measure.ts';

const SIZE_BAR_KB = 500;
const IMPORT_BAR_MS = 80;
/**
 * Imports of each function, in processes of their own. The quickest counts, since what others take beside it is the
 * machine's and not the bundle's; the median is told beside it.
 */
const RUNS = 9;

/** Every variable that an entry may ask for. Nothing is called while a module is imported. */
const ENVIRONMENT = {
  ...Object.fromEntries(
    'TABLE_NAME DOCS_FOLDER MEDIA_BUCKET SITE_BUCKET DISTRIBUTION_ID GRAPHQL_API_KEY STATE_MACHINE_ARN ORIGIN_SECRET_ARN ANALYSIS_MODEL EMBEDDINGS_MODEL SPEECH_MODEL ANALYTICS_BUCKET ANALYTICS_KEY_ARN ANALYTICS_WORKGROUP ANALYTICS_DATABASE ANALYTICS_JOB AUDIT_BUCKET TABLE_ARN'
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
function importTime(folder: string, pages: string): number {
  const module = JSON.stringify(pathToFileURL(join(folder, 'index.mjs')).href);
  const script = `const started = performance.now(); await import(${module}); process.stdout.write(String(performance.now() - started)); process.exit();`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...ENVIRONMENT, PAGES_FOLDER: pages, PATH: process.env['PATH'] },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${folder} cannot be imported: ${stderr.slice(-500)}`);
  return Number(stdout);
}

/** Kilobytes of a layer as it is deployed; none where it is filled by the deployment alone. */
function layerSizes({ readers, pages }: Record<'readers' | 'pages', string>): Map<string, number> {
  const sizes = new Map([readers, pages].map((folder) => [basename(folder), kilobytes(folder)]));
  if (existsSync(join(SHARP_LAYER, 'nodejs/node_modules'))) sizes.set('sharp', kilobytes(SHARP_LAYER));
  return sizes;
}

const kilobytes = (folder: string): number => round(zippedSize(folder) / 1000, 0);

/** Two lines a function: its package, with the layers that it has beside it, and its import. */
export async function benchBundles(): Promise<Row[]> {
  await buildSite();
  const outdir = mkdtempSync(join(tmpdir(), 'bundles-'));
  try {
    const rows = [...inventory.functions, ...cloudFunctions.filter(({ name }) => name !== 'site-response')];
    const folders = await bundleFunctions(rows, join(outdir, 'functions'));
    const layers = await buildLayers(join(outdir, 'layers'));
    const sizes = layerSizes(layers);
    // Rounds go over all functions, so that noise meets them alike.
    const times = new Map<string, number[]>(rows.map(({ name }) => [name, []]));
    for (let run = 0; run < RUNS; run += 1)
      for (const [name, folder] of folders)
        times.get(name)?.push(importTime(folder, join(layers.pages, 'pages/')));
    return rows.flatMap((row): Row[] => {
      const { name } = row;
      const size = kilobytes(folders.get(name) ?? '');
      const beside = layersOf(row).map(
        (layer) => `${layer} ${sizes.has(layer) ? `${sizes.get(layer)} KB` : ''}`,
      );
      const taken = times.get(name) ?? [];
      const ms = round(Math.min(...taken), 1);
      return [
        {
          name: `${name}: package`,
          value: size,
          unit: 'KB',
          bar: `< ${SIZE_BAR_KB} KB`,
          met: size < SIZE_BAR_KB,
          on: beside.length > 0 ? `zip; layer ${beside.join(', ').trim()}` : 'zip',
        },
        {
          name: `${name}: cold import`,
          value: ms,
          unit: 'ms',
          bar: `< ${IMPORT_BAR_MS} ms`,
          met: ms < IMPORT_BAR_MS,
          on: `quickest of ${RUNS} processes, median ${round(percentile(taken, 0.5), 1)} ms`,
        },
      ];
    });
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

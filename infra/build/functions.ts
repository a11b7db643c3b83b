/**
 * Bundles Lambda functions as they are deployed: one folder a function, with `index.mjs` that exports `handler`. What is
 * imported only when it is needed stands in files of its own beside it, so that a cold start does not read it.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join, parse, relative, resolve } from 'node:path';
import type { Metafile } from 'esbuild';
import type { FunctionRow } from '../inventory.types.ts';
import { bundle, type Ending } from './bundle.ts';
import { LAYERS_AT, readersFrom } from './layers.ts';
import { isFresh, remember } from './stamp.ts';

const ROOT = join(import.meta.dirname, '../..');
/** A change of these makes other bundles. */
const TOOLS = [
  'node_modules/esbuild/package.json',
  'infra/build/bundle.ts',
  'infra/build/functions.ts',
  'infra/build/layers.ts',
];

/** Files of a bundle that are not deployed: the stamp of its build, and maps, which are kept for who reads a stack. */
export const NOT_DEPLOYED = ['.stamp.json', '*.map'];

/** What of a row the bundler reads. */
export type BundledFunction = Pick<FunctionRow, 'name' | 'entry' | 'layer'>;

export interface FunctionBuildOptions {
  /** Where entries start from; the top of the repository unless told. */
  root?: string;
  /** Folder that layers are found in where the function runs: Lambda's own unless told. */
  layersAt?: string;
}

/**
 * Bundles each function to `<outdir>/<name>/index.mjs`, with the threads and processes that it starts beside it, and answers
 * name -> absolute folder. A function whose sources have not changed is left alone. The AWS SDK is bundled, in the
 * version of the lock file: it starts in half the time of the runtime's own, which is read file by file, and changes when
 * we say so. What a layer brings stays outside: sharp, and the readers where the row has their layer.
 * https://docs.aws.amazon.com/lambda/latest/dg/nodejs-package.html
 * @throws Error that names every entry that does not exist.
 */
export async function bundleFunctions(
  functions: readonly BundledFunction[],
  outdir: string,
  { root = ROOT, layersAt = LAYERS_AT }: FunctionBuildOptions = {},
): Promise<Map<string, string>> {
  const missing = functions.filter(({ entry }) => !existsSync(join(root, entry)));
  if (missing.length > 0) {
    const list = missing.map(({ name, entry }) => `${name} (${entry})`).join(', ');
    throw new Error(
      `These functions have no entry module: ${list}. Write it, with an exported handler, or mend the row.`,
    );
  }
  const folders = new Map<string, string>();
  for (const row of functions) {
    const folder = resolve(outdir, row.name);
    await bundleFunction(row, folder, { root, layersAt });
    folders.set(row.name, folder);
  }
  return folders;
}

async function bundleFunction(
  { name, entry, layer }: BundledFunction,
  folder: string,
  { root, layersAt }: Required<FunctionBuildOptions>,
): Promise<void> {
  const wanted = JSON.stringify({ name, entry, layer, layersAt });
  if (isFresh(root, folder, wanted)) return;
  rmSync(folder, { recursive: true, force: true });
  const plugins = layer === 'readers' ? [readersFrom(layersAt)] : [];
  const metafile = await bundle({ root, entries: { index: join(root, entry) }, outdir: folder, plugins });
  const bundled = Object.entries(metafile.outputs).find(([file]) => basename(file) === 'index.mjs')?.[1];
  if (!bundled?.exports.includes('handler')) {
    throw new Error(
      `${entry} must export \`handler\`. Received: ${bundled?.exports.join(', ') || 'no exports'}.`,
    );
  }
  const made = [metafile];
  for (const { module, ending } of startedBy(root, metafile)) {
    const entries = { [parse(module).name]: join(root, module) };
    made.push(await bundle({ root, entries, outdir: folder, ending, plugins }));
  }
  remember(root, folder, {
    wanted,
    inputs: [
      ...made.flatMap(({ inputs }) => Object.keys(inputs)),
      ...TOOLS.map((file) => relative(root, join(ROOT, file))),
    ],
    outputs: made.flatMap(({ outputs }) => Object.keys(outputs).map((file) => basename(file))),
  });
}

/**
 * Modules of threads and processes that a bundle starts. A module that starts one names it as `'./<name>.worker.mjs'`
 * or `'./<name>.child.cjs'`, which lies beside the bundle; its source has the ending `.ts` and lies beside that module.
 */
function startedBy(root: string, { inputs }: Metafile): Array<{ module: string; ending: Ending }> {
  const own = Object.keys(inputs).filter((input) => !input.includes('node_modules/'));
  return own.flatMap((input) => {
    const names = readFileSync(join(root, input), 'utf8').matchAll(
      /'\.\/([\w-]+\.(?:worker(?=\.mjs)|child(?=\.cjs)))(\.[cm]js)'/g,
    );
    return [...names].map(([, name, ending]) => ({
      module: join(dirname(input), `${name}.ts`),
      ending: ending as Ending,
    }));
  });
}

/**
 * Bundles Lambda functions as they are deployed: one folder a function, with `index.mjs` that exports `handler`. What is
 * imported only when it is needed stands in files of its own beside it, so that a cold start does not read it.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join, parse, relative, resolve } from 'node:path';
import type { BuildOptions, Metafile, Plugin } from 'esbuild';
import type { FunctionRow } from '../inventory.types.ts';
import { copyPages } from './pages.ts';
import { isFresh, remember } from './stamp.ts';

const ROOT = join(import.meta.dirname, '../..');
/** A change of these makes other bundles. */
const TOOLS = ['node_modules/esbuild/package.json', 'infra/build/functions.ts'];

/** Files of a bundle that are not deployed: the stamp of its build, and maps, which are kept for who reads a stack. */
export const NOT_DEPLOYED = ['.stamp.json', '*.map'];

/**
 * Decoders that `audio-decode` names, of formats that `decode-recording.ts` does not know; the first does not even come
 * with it.
 */
const UNUSED_DECODERS = 'ape aiff amr avi caf dsd dts eac3 mod mpc qoa tta wavpack wma'
  .split(' ')
  .map((format) => `@audio/decode-${format}`);

/**
 * Of OpenSearch's client nothing is called but `transport.request`: the methods of its API, a thousand of them, take as
 * long to load as all else of it.
 */
const OPENSEARCH_TRANSPORT_ALONE: Plugin = {
  name: 'opensearch-transport-alone',
  setup(build) {
    build.onLoad({ filter: /@opensearch-project\/opensearch\/api\/OpenSearchApi\.js$/ }, () => ({
      contents: 'module.exports = class OpenSearchAPI {};',
    }));
  },
};

const OPTIONS = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  external: ['sharp', ...UNUSED_DECODERS],
  minifySyntax: true,
  minifyWhitespace: true,
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'silent',
  metafile: true,
  // Bedrock's client brings a version of its own; the one of all others does the same.
  alias: { '@aws-sdk/token-providers': join(ROOT, 'node_modules/@aws-sdk/token-providers') },
  plugins: [OPENSEARCH_TRANSPORT_ALONE],
} satisfies BuildOptions;

const FORMATS = {
  '.mjs': {
    format: 'esm',
    splitting: true,
    // Packages in CommonJS ask for `require`, which a module does not have.
    banner: {
      js: "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);",
    },
  },
  // Outside of Lambda's own loader only `require` follows NODE_PATH, where layers are.
  '.cjs': { format: 'cjs', minifyIdentifiers: true },
} satisfies Record<string, BuildOptions>;
type Ending = keyof typeof FORMATS;

/** What of a row the bundler reads. */
export type BundledFunction = Pick<FunctionRow, 'name' | 'entry' | 'site' | 'pages'>;

export interface FunctionBuildOptions {
  /** Where entries start from; the top of the repository unless told. */
  root?: string;
  /** The built pages, which functions that render them take along as `site/`. */
  pages?: string;
}

/**
 * Bundles each function to `<outdir>/<name>/index.mjs`, with the threads and processes that it starts beside it, and answers
 * name -> absolute folder. A function whose sources have not changed is left alone. The AWS SDK is bundled, in the
 * version of the lock file: it starts in half the time of the runtime's own, which is read file by file, and changes when
 * we say so. sharp stays outside, since a layer brings it.
 * https://docs.aws.amazon.com/lambda/latest/dg/nodejs-package.html
 * @throws Error that names every entry that does not exist, or says where the build of the pages is missing.
 */
export async function bundleFunctions(
  functions: readonly BundledFunction[],
  outdir: string,
  { root = ROOT, pages = join(ROOT, 'dist/site') }: FunctionBuildOptions = {},
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
    await bundleFunction(row, folder, root);
    if (row.site ?? row.pages)
      await copyPages(row.name, { pages, target: join(folder, 'site'), assets: row.site !== undefined });
    folders.set(row.name, folder);
  }
  return folders;
}

async function bundleFunction({ name, entry }: BundledFunction, folder: string, root: string): Promise<void> {
  const wanted = JSON.stringify({ name, entry });
  if (isFresh(root, folder, wanted)) return;
  rmSync(folder, { recursive: true, force: true });
  const metafile = await bundle(root, entry, folder, 'index', '.mjs');
  const bundled = Object.entries(metafile.outputs).find(([file]) => basename(file) === 'index.mjs')?.[1];
  if (!bundled?.exports.includes('handler')) {
    throw new Error(
      `${entry} must export \`handler\`. Received: ${bundled?.exports.join(', ') || 'no exports'}.`,
    );
  }
  const made = [metafile];
  for (const { module, ending } of startedBy(root, metafile)) {
    made.push(await bundle(root, module, folder, parse(module).name, ending));
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

async function bundle(
  root: string,
  entry: string,
  outdir: string,
  name: string,
  ending: Ending,
): Promise<Metafile> {
  const { build } = await import('esbuild');
  const { metafile } = await build({
    ...OPTIONS,
    ...FORMATS[ending],
    absWorkingDir: root,
    entryPoints: [{ in: join(root, entry), out: name }],
    outdir,
    outExtension: { '.js': ending },
  });
  return metafile;
}

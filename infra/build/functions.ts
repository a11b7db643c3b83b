/** Bundles Lambda functions as they are deployed: one folder a function, with `index.mjs` that exports `handler`. */
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, parse, relative, resolve } from 'node:path';
import type { BuildOptions, Metafile } from 'esbuild';
import type { FunctionRow } from '../inventory.types.ts';
import { forget, isFresh, remember } from './stamp.ts';

const ROOT = join(import.meta.dirname, '../..');
/** A change of these makes other bundles. */
const TOOLS = ['node_modules/esbuild/package.json', 'infra/build/functions.ts'];

/** What of a row the bundler reads. */
export type BundledFunction = Pick<FunctionRow, 'name' | 'entry' | 'child' | 'site'>;

export interface FunctionBuildOptions {
  /** Where entries start from; the top of the repository unless told. */
  root?: string;
  /** The built pages, which functions that write the site take along as `site/`. */
  pages?: string;
}

/**
 * Bundles each function to `<outdir>/<name>/index.mjs`, its child process beside it, and answers name -> absolute folder. A function whose sources
 * have not changed is left alone. The AWS SDK stays outside, since the runtime brings it, and so does sharp, since a
 * layer does: https://docs.aws.amazon.com/lambda/latest/dg/nodejs-package.html
 * @throws Error that names every module that does not exist, or says where the build of the pages is missing.
 */
export async function bundleFunctions(
  functions: readonly BundledFunction[],
  outdir: string,
  { root = ROOT, pages = join(ROOT, 'dist/site') }: FunctionBuildOptions = {},
): Promise<Map<string, string>> {
  const missing = functions.flatMap(({ name, entry, child = entry }) =>
    [...new Set([entry, child])]
      .filter((module) => !existsSync(join(root, module)))
      .map((module) => ({ name, module })),
  );
  if (missing.length > 0) {
    const list = missing.map(({ name, module }) => `${name} (${module})`).join(', ');
    throw new Error(
      `These functions lack a module that their rows name: ${list}. Write it, or mend the row.`,
    );
  }
  const folders = new Map<string, string>();
  for (const row of functions) {
    const folder = resolve(outdir, row.name);
    await bundleFunction(row, folder, root);
    if (row.site) copyPages(row.name, pages, join(folder, 'site'));
    folders.set(row.name, folder);
  }
  return folders;
}

async function bundleFunction(
  { name, entry, child }: BundledFunction,
  folder: string,
  root: string,
): Promise<void> {
  const wanted = JSON.stringify({ name, entry, child });
  if (isFresh(root, folder, wanted)) return;
  mkdirSync(folder, { recursive: true });
  forget(folder);
  const main = await bundle(root, entry, join(folder, 'index.mjs'), {
    format: 'esm',
    // Packages in CommonJS ask for `require`, which a module does not have.
    banner: {
      js: "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);",
    },
  });
  const { exports } = Object.values(main.outputs).find(({ entryPoint }) => entryPoint !== undefined) ?? {};
  if (!exports?.includes('handler')) {
    throw new Error(`${entry} must export \`handler\`. Received: ${exports?.join(', ') || 'no exports'}.`);
  }
  const modules = [main];
  if (child !== undefined) {
    // Layers are found through NODE_PATH, which Node itself follows for CommonJS only; Lambda's loader is not in there.
    const outfile = join(folder, `${parse(child).name}.cjs`);
    modules.push(await bundle(root, child, outfile, { format: 'cjs' }));
  }
  remember(root, folder, {
    wanted,
    inputs: [
      ...modules.flatMap(({ inputs }) => Object.keys(inputs)),
      ...TOOLS.map((file) => relative(root, join(ROOT, file))),
    ],
    outputs: ['index.mjs', 'index.mjs.map', ...(child === undefined ? [] : [`${parse(child).name}.cjs`])],
  });
}

async function bundle(
  root: string,
  entry: string,
  outfile: string,
  options: Pick<BuildOptions, 'format' | 'banner'>,
): Promise<Metafile> {
  const { build } = await import('esbuild');
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    external: ['@aws-sdk/*', '@smithy/*', 'sharp'],
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'silent',
    metafile: true,
    ...options,
  });
  return metafile;
}

function copyPages(name: string, pages: string, target: string): void {
  if (!existsSync(join(pages, 'server/entry.mjs'))) {
    throw new Error(
      `The function ${name} takes the built pages along, and ${pages} has none. Run: npm run build`,
    );
  }
  rmSync(target, { recursive: true, force: true });
  mkdirSync(dirname(target), { recursive: true });
  // The build's own note of its inputs' times is no part of it: the same pages make the same package everywhere.
  cpSync(pages, target, { recursive: true, filter: (from) => from !== join(pages, 'stamp') });
}

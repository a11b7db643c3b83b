/**
 * Bundles resolver sources into the modules that are deployed: one ES module a resolver, with AppSync's own modules
 * left outside. These are the options under which esbuild writes what APPSYNC_JS accepts.
 */
import { build, buildSync } from 'esbuild';
import type { BuildOptions } from 'esbuild';
import { basename, extname, join } from 'node:path';
import { readFileSync } from 'node:fs';
import { checkResolverCode, formatViolations } from './check.ts';
import { MODULES, UNAVAILABLE_MODULES } from './surface.ts';

/**
 * `es2020` keeps `?.` and `??`, which AppSync has, and rewrites what came later. Tree shaking drops what a resolver
 * does not use of its libraries. Nothing is minified: errors name lines of a readable file.
 */
export const BUNDLE_OPTIONS = {
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2020',
  external: [...Object.keys(MODULES), ...UNAVAILABLE_MODULES],
  treeShaking: true,
  minify: false,
  keepNames: false,
  sourcemap: false,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'silent',
} as const satisfies BuildOptions;

/** The file that an entry becomes in `outdir`: `Query.project.ts` gives `Query.project.js`. */
export function bundleFile(entry: string, outdir: string): string {
  return join(outdir, `${basename(entry, extname(entry))}.js`);
}

/**
 * Bundles one resolver and checks what was written.
 * @throws Error with every violation of the bundle.
 */
export async function bundleResolver(entryFile: string, outfile: string): Promise<void> {
  await build({ ...BUNDLE_OPTIONS, entryPoints: [entryFile], outfile });
  assertAccepted([outfile]);
}

/** Bundles resolvers in one run; the files are those of `bundleFile`, in the order of the entries. */
export async function bundleResolvers(entries: readonly string[], outdir: string): Promise<string[]> {
  const entryPoints = entries.map((entry) => ({ in: entry, out: basename(entry, extname(entry)) }));
  await build({ ...BUNDLE_OPTIONS, entryPoints, outdir });
  const files = entries.map((entry) => bundleFile(entry, outdir));
  assertAccepted(files);
  return files;
}

/** The bundle of one resolver as text, unchecked. */
export function bundleText(entryFile: string): string {
  const { outputFiles } = buildSync({ ...BUNDLE_OPTIONS, entryPoints: [entryFile], write: false });
  const [output] = outputFiles;
  if (output === undefined) throw new Error(`esbuild wrote nothing for ${entryFile}.`);
  return output.text;
}

function assertAccepted(files: readonly string[]): void {
  const violations = files.flatMap((file) =>
    checkResolverCode({ name: basename(file, '.js'), file, code: readFileSync(file, 'utf8') }),
  );
  if (violations.length === 0) return;
  throw new Error(`AppSync would refuse these bundles:\n${formatViolations(violations)}`);
}

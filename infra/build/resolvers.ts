/** Builds the resolvers' code: one module for each distinct `code` of the inventory, as it is deployed and run here. */
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Inventory, ResolverRow } from '../inventory.types.ts';
import { forget, isFresh, remember } from './stamp.ts';

const ROOT = join(import.meta.dirname, '../..');
/** A change of these makes other bundles, or other verdicts on them. */
const TOOLS = [
  'node_modules/esbuild/package.json',
  'infra/build/resolvers.ts',
  'infra/local/appsync/evaluator/{bundle,check,surface,syntax}.ts',
  'infra/local/appsync/evaluator/rules/*.ts',
];

export interface ResolverBuildOptions {
  /** Where the sources are; `api/resolvers` unless told. */
  sources?: string;
}

/** Every distinct `code` of the resolvers and their steps, sorted. */
export function resolverCodes(resolvers: readonly ResolverRow[]): string[] {
  const codes = resolvers.flatMap((row) =>
    row.kind === 'UNIT' ? [row.code] : [row.code, ...row.steps.map((step) => step.code)],
  );
  return [...new Set(codes)].sort();
}

/**
 * Bundles each distinct code to `<outdir>/<code>.js`, subfolders kept, and answers code -> absolute file. Nothing is
 * written when neither the sources nor the tools have changed; files of codes that are gone are removed. Files are
 * replaced whole, so that several processes may build to one folder.
 * @throws Error that names the sources that do not exist, or lists what AppSync would refuse.
 */
export async function buildResolvers(
  inventory: Pick<Inventory, 'resolvers'>,
  outdir: string,
  { sources = join(ROOT, 'api/resolvers') }: ResolverBuildOptions = {},
): Promise<Map<string, string>> {
  const codes = resolverCodes(inventory.resolvers);
  const target = resolve(outdir);
  const files = new Map(codes.map((code) => [code, join(target, `${code}.js`)]));
  const wanted = JSON.stringify({ sources: relative(ROOT, sources), codes });
  if (isFresh(ROOT, target, wanted)) return files;

  const missing = codes.filter((code) => !existsSync(join(sources, `${code}.ts`)));
  if (missing.length > 0) {
    const list = missing.map((code) => `${code}.ts`).join(', ');
    throw new Error(
      `The inventory names resolver code that is not in ${sources}: ${list}. Write it or mend the row.`,
    );
  }
  mkdirSync(target, { recursive: true });
  forget(target);
  const bundled = await bundle(codes, sources, target);
  for (const [file, text] of bundled.texts) replace(file, text);
  removeOthers(target, new Set(files.values()));
  remember(ROOT, target, {
    wanted,
    inputs: [...bundled.inputs, ...TOOLS.flatMap((pattern) => globSync(pattern, { cwd: ROOT }))],
    outputs: codes.map((code) => `${code}.js`),
  });
  return files;
}

/** The bundler is loaded only when there is something to bundle: a warm start does without it. */
async function bundle(
  codes: string[],
  sources: string,
  outdir: string,
): Promise<{ texts: Map<string, string>; inputs: string[] }> {
  const [{ build }, { BUNDLE_OPTIONS }, { checkResolverCode, formatViolations }] = await Promise.all([
    import('esbuild'),
    import('../local/appsync/evaluator/bundle.ts'),
    import('../local/appsync/evaluator/check.ts'),
  ]);
  const { outputFiles, metafile } = await build({
    ...BUNDLE_OPTIONS,
    absWorkingDir: ROOT,
    entryPoints: codes.map((code) => ({ in: join(sources, `${code}.ts`), out: code })),
    outdir,
    write: false,
    metafile: true,
  });
  const texts = new Map(outputFiles.map(({ path, text }) => [path, text]));
  const violations = [...texts].flatMap(([file, code]) =>
    checkResolverCode({ name: nameOf(outdir, file), file, code }),
  );
  if (violations.length > 0) {
    throw new Error(`AppSync would refuse these bundles:\n${formatViolations(violations)}`);
  }
  return { texts, inputs: Object.keys(metafile.inputs) };
}

const nameOf = (outdir: string, file: string): string =>
  relative(outdir, file).split(sep).join('/').replace(/\.js$/, '');

/** A reader sees the old text or the new one. An unchanged file keeps its time. */
function replace(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}

function removeOthers(outdir: string, kept: ReadonlySet<string>): void {
  for (const name of globSync('**/*.js', { cwd: outdir })) {
    const file = join(outdir, name);
    if (!kept.has(file)) rmSync(file, { force: true });
  }
}

/**
 * Layers that are built here: what a function has beside its own code. Readers are packages that one call in many needs,
 * and pages are what is rendered and written to the site. A new version of the code leaves them where they are.
 * sharp has a layer of its own, which npm fills for Lambda's processor (`infra/aws/layers/sharp`).
 * https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html
 */
import { rmSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import { bundle } from './bundle.ts';
import { copyPages } from './pages.ts';
import { isFresh, remember } from './stamp.ts';

const ROOT = join(import.meta.dirname, '../..');
const TOOLS = ['node_modules/esbuild/package.json', 'infra/build/bundle.ts', 'infra/build/layers.ts'];

/** Where Lambda unpacks layers. */
export const LAYERS_AT = '/opt';

/** Packages of the layer `readers`: of PDF, of office files and of recordings. */
const READERS = ['unpdf', 'mammoth', 'audio-decode/stream'];
const fileOf = (reader: string): string => reader.replaceAll('/', '-');

/** Functions of the layer `readers` import its packages from it: by address, which holds in threads as well. */
export const readersFrom = (layersAt: string): Plugin => ({
  name: 'readers-from-layer',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^(?:${READERS.join('|')})$`) }, ({ path }) => ({
      path: pathToFileURL(join(layersAt, 'readers', `${fileOf(path)}.mjs`)).href,
      external: true,
    }));
  },
});

export type BuiltLayer = 'readers' | 'pages';

/**
 * Fills `<outdir>/<layer>` with what Lambda unpacks below `/opt`: `readers/<package>.mjs`, and `pages/` as the build of
 * the site made it. Answers absolute folders. Readers that have not changed are left alone.
 * @param pages the built pages: `server/`, and `client/` with the files that pages refer to
 * @throws Error that says what to run where the pages are not built
 */
export async function buildLayers(
  outdir: string,
  { pages = join(ROOT, 'dist/site') }: { pages?: string } = {},
): Promise<Record<BuiltLayer, string>> {
  const folders = { readers: resolve(outdir, 'readers'), pages: resolve(outdir, 'pages') };
  await bundleReaders(folders.readers);
  await copyPages({ pages, target: join(folders.pages, 'pages') });
  return folders;
}

async function bundleReaders(folder: string): Promise<void> {
  const wanted = JSON.stringify(READERS);
  if (isFresh(ROOT, folder, wanted)) return;
  rmSync(folder, { recursive: true, force: true });
  const entries = Object.fromEntries(READERS.map((reader) => [fileOf(reader), reader]));
  const { inputs, outputs } = await bundle({ root: ROOT, entries, outdir: join(folder, 'readers') });
  remember(ROOT, folder, {
    wanted,
    inputs: [...Object.keys(inputs), ...TOOLS.map((file) => relative(ROOT, join(ROOT, file)))],
    outputs: Object.keys(outputs).map((file) => join('readers', basename(file))),
  });
}

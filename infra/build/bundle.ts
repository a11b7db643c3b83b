/** How code is bundled for Lambda: what functions and layers have in common. */
import { join } from 'node:path';
import type { BuildOptions, Metafile, Plugin } from 'esbuild';

const ROOT = join(import.meta.dirname, '../..');

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

/**
 * Bedrock's client speaks HTTP/2, and node:http2 takes a tenth of a cold start. It stands in a module that all clients
 * of the SDK share, so it is loaded by the first connection and not by the import.
 */
const HTTP2_WHEN_CONNECTED: Plugin = {
  name: 'http2-when-connected',
  setup(build) {
    const path = join(import.meta.dirname, 'http2-when-connected.ts');
    build.onResolve({ filter: /^node:http2$/ }, () => ({ path }));
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
  plugins: [OPENSEARCH_TRANSPORT_ALONE, HTTP2_WHEN_CONNECTED],
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
export type Ending = keyof typeof FORMATS;

export interface Bundled {
  /** What paths of entries and of the metafile are relative to. */
  root: string;
  /** Modules by the name of their file in `outdir`, without its ending. */
  entries: Readonly<Record<string, string>>;
  outdir: string;
  ending?: Ending;
  plugins?: Plugin[];
}

/** Bundles modules, each to `<outdir>/<name><ending>`, with what several of them load beside them. */
export async function bundle({
  root,
  entries,
  outdir,
  ending = '.mjs',
  plugins = [],
}: Bundled): Promise<Metafile> {
  const { build } = await import('esbuild');
  const { metafile } = await build({
    ...OPTIONS,
    ...FORMATS[ending],
    plugins: [...OPTIONS.plugins, ...plugins],
    absWorkingDir: root,
    entryPoints: Object.entries(entries).map(([name, module]) => ({ in: module, out: name })),
    outdir,
    outExtension: { '.js': ending },
  });
  return metafile;
}

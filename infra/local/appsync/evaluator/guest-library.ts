/**
 * The guest library as one script: `guest/` bundled once a process by esbuild. Kept in a file, it spares a warm start
 * the bundler.
 */
import type esbuild from 'esbuild';
import { globSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const FOLDER = import.meta.dirname;
/** A change of one of these makes another library. */
const SOURCES = ['guest/*.ts', 'surface.ts', 'guest-library.ts'];

/** Constructors and functions that the library keeps for itself before `lockdown` deletes the globals. */
const CAPTURED = [
  ...['Array', 'BigInt', 'Boolean', 'Date', 'Error', 'Function', 'Int32Array', 'Intl', 'JSON', 'Map', 'Math'],
  ...['Number', 'Object', 'Promise', 'RangeError', 'ReferenceError', 'Reflect', 'RegExp', 'Set', 'String'],
  ...[
    'Symbol',
    'SyntaxError',
    'TypeError',
    'WeakMap',
    'WeakSet',
    'decodeURIComponent',
    'parseFloat',
    'parseInt',
  ],
];

let library: string | undefined;
let keptAt: string | undefined;

/** Keeps the library in `file` from now on, and takes it from there while the file is newer than its sources. */
export function keepGuestLibraryAt(file: string): void {
  keptAt = file;
}

/** Script text whose value is the `link` function of `guest/index.ts`. */
export function guestLibrary(): string {
  library ??= keptAt === undefined ? bundle() : (readFresh(keptAt) ?? write(keptAt, bundle()));
  return library;
}

/** The text of `file`, or undefined when there is none or a source has changed since. */
export function readFresh(file: string): string | undefined {
  const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (written === undefined) return undefined;
  const sources = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: FOLDER }));
  const changed = sources.some((source) => statSync(join(FOLDER, source)).mtimeMs >= written);
  return changed ? undefined : readFileSync(file, 'utf8');
}

/** Replaces the file whole, so that another process never reads half of it. */
function write(file: string, text: string): string {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
  return text;
}

function bundle(): string {
  const { buildSync } = createRequire(import.meta.url)('esbuild') as typeof esbuild;
  const result = buildSync({
    entryPoints: [join(FOLDER, 'guest/index.ts')],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'neutral',
    target: 'es2022',
    charset: 'utf8',
  });
  const [output] = result.outputFiles;
  if (output === undefined) throw new Error('esbuild wrote no guest library.');
  return `(function () { "use strict";
const { ${CAPTURED.join(', ')} } = globalThis;
const module = { exports: {} };
${output.text}
return module.exports.link;
})()`;
}

/**
 * The guest library as one script: `guest/` bundled once a process by esbuild. A text made earlier can be kept and
 * handed in again, so that a warm start needs no bundler.
 */
import { buildSync } from 'esbuild';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('guest/index.ts', import.meta.url));

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

let bundled: string | undefined;

/** Script text whose value is the `link` function of `guest/index.ts`. */
export function guestLibrary(): string {
  bundled ??= bundle();
  return bundled;
}

/** Uses `text`, an earlier answer of `guestLibrary`, instead of bundling. */
export function useGuestLibrary(text: string): void {
  bundled = text;
}

function bundle(): string {
  const result = buildSync({
    entryPoints: [ENTRY],
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

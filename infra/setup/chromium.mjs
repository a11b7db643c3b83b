// @ts-check
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What `findChromium` looks at: the environment and which files exist. */
/** @typedef {{ env: Record<string, string | undefined>, exists: (path: string) => boolean }} Machine */

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const places = [
  '/usr/bin',
  '/usr/local/bin',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * No sandbox, as it does not work for root, and none of the requests that a browser makes by itself. Every page that
 * is opened with it is our own.
 */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The Chromium that the browser journeys use: the file that `CHROMIUM` names, else the first of chromium,
 * chromium-browser, google-chrome and google-chrome-stable on the PATH or in a usual place.
 * A `CHROMIUM` that names no file finds nothing, so that a mistyped path is not papered over.
 * @param {Machine} [machine]
 * @returns {string | undefined} the executable's absolute path
 */
export function findChromium(machine = { env: process.env, exists: existsSync }) {
  const named = machine.env.CHROMIUM;
  if (named) return machine.exists(named) ? named : undefined;
  const folders = (machine.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = names.flatMap((name) => [...folders, ...places.slice(0, 2)].map((f) => join(f, name)));
  return [...candidates, ...places.slice(2)].find((path) => machine.exists(path));
}

/**
 * Why there is no Chromium and how to get one, in one line.
 * @param {Record<string, string | undefined>} [env]
 */
export function chromiumAdvice(env = process.env) {
  if (env.CHROMIUM) return `CHROMIUM names no file (received: ${env.CHROMIUM}); correct it or unset it.`;
  return 'install Chromium or Chrome (Debian: apt-get install chromium), or set CHROMIUM to its path.';
}

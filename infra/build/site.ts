/**
 * Builds the site's bundle when it is not built yet or its inputs changed. A stamp beside the bundle holds names,
 * sizes and times of the inputs, so an unchanged site costs a few milliseconds and loads no build tool.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** What the bundle is made of, relative to the root. */
const INPUTS = ['astro.config.mjs', 'package-lock.json', 'site'];
/** Parts of the inputs that never reach the bundle. */
const APART = /(?:\.test\.ts$|\/fixtures\/|^site\/publisher\/(?!adapter\/))/;

export interface Built {
  /** Folder of the bundle, as a URL with a slash at its end. */
  dir: URL;
  /** Whether it had to be built. */
  built: boolean;
}

/**
 * @param force build even when nothing changed
 * @throws Error when the build fails, with the tool's message
 */
export async function buildSite({ force = false }: { force?: boolean } = {}): Promise<Built> {
  const dir = new URL('../../dist/site/', import.meta.url);
  const stampFile = join(fileURLToPath(dir), 'stamp');
  const stamp = stampOf();
  const fresh =
    existsSync(join(fileURLToPath(dir), 'server/entry.mjs')) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === stamp;
  if (fresh && !force) return { dir, built: false };
  rmSync(stampFile, { force: true });
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const { build } = await import('astro');
  await build({ root: ROOT, logLevel: 'warn' });
  mkdirSync(dir, { recursive: true });
  writeFileSync(stampFile, stamp);
  return { dir, built: true };
}

/** Fingerprint of the inputs' names, sizes and times. */
function stampOf(): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    const found = statSync(join(ROOT, path), { throwIfNoEntry: false });
    if (!found) return;
    if (found.isDirectory()) {
      for (const name of readdirSync(join(ROOT, path)).sort()) add(`${path}/${name}`);
      return;
    }
    if (!APART.test(path)) hash.update(`${path}\0${found.size}\0${found.mtimeMs}\n`);
  };
  INPUTS.forEach(add);
  return hash.digest('hex');
}

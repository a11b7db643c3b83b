/** How large a function's package is, as it is deployed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob, relative } from 'node:path';
import { zipSync } from 'fflate';
import { NOT_DEPLOYED } from './functions.ts';

/** Bytes of a bundle's folder as a zip. */
export function zippedSize(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !NOT_DEPLOYED.some((glob) => matchesGlob(entry.name, glob)))
    .map(({ parentPath, name }): [string, Uint8Array] => {
      const file = join(parentPath, name);
      return [relative(folder, file), readFileSync(file)];
    });
  return zipSync(Object.fromEntries(files), { level: 9 }).byteLength;
}

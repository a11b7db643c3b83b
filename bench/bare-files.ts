/** What a file system takes for a site's files alone: the floor that publishing stands on. */
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * Makes as many folders and files of the same names and sizes as stand below `from`, in one thread.
 * @returns how many files there are, and the time in milliseconds
 */
export function copyBare(from: string, to: string): { files: number; ms: number } {
  const files = readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      target: join(to, relative(from, file)),
      bytes: Buffer.alloc(statSync(file).size, 'x'),
    }));
  const made = new Set<string>();
  const start = performance.now();
  for (const { target, bytes } of files) {
    const folder = dirname(target);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(target, bytes);
  }
  return { files: files.length, ms: performance.now() - start };
}

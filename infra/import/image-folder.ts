import { readFile, readdir } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { FindImage } from './run.ts';

/**
 * Finds image files in a folder and the folders below it: by their path from there, else by the end of the path that
 * the record gives, else by base name where only one file has it.
 */
export async function imageFolder(folder: string): Promise<FindImage> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const byPath = new Map<string, string>();
  const byName = new Map<string, string | null>();
  for (const entry of entries.filter((found) => found.isFile())) {
    const file = join(entry.parentPath, entry.name);
    byPath.set(relative(folder, file).split(sep).join('/'), file);
    byName.set(entry.name, byName.has(entry.name) ? null : file);
  }

  function resolve(name: string): string | undefined {
    const parts = name.split('/');
    for (let from = 0; from < parts.length; from += 1) {
      const file = byPath.get(parts.slice(from).join('/'));
      if (file !== undefined) return file;
    }
    return byName.get(basename(name)) ?? undefined;
  }

  return async (name) => {
    const file = resolve(name);
    return file === undefined ? undefined : { bytes: await readFile(file), fileName: basename(file) };
  };
}

/** Files below a folder whose path begins with a prefix. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Walks in the order of names, reading only folders that can hold the prefix.
 * @param root the folder that paths are relative to
 * @param prefix the beginning of the paths wanted, with `/` between folders
 * @returns paths relative to `root`; files that come or go meanwhile may or may not be there
 */
export async function* walk(root: string, prefix: string): AsyncGenerator<string> {
  yield* below(root, prefix.slice(0, prefix.lastIndexOf('/') + 1), prefix);
}

async function* below(root: string, folder: string, prefix: string): AsyncGenerator<string> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = folder + entry.name;
    if (entry.isDirectory()) {
      if (path.startsWith(prefix) || prefix.startsWith(`${path}/`)) yield* below(root, `${path}/`, prefix);
    } else if (path.startsWith(prefix)) {
      yield path;
    }
  }
}

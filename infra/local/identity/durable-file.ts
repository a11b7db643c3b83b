import { open, readFile, rename } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';

/**
 * Writes `value` as JSON that only the owner can read (0600). Whoever reads the file, also after a crash,
 * finds either the old content or the new: a sibling is written, synced and renamed over it.
 */
export async function writeJson(path: string, value: unknown): Promise<void> {
  const sibling = `${path}.${randomUUID()}.new`;
  const file = await open(sibling, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(value, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(sibling, path);
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** The JSON at `path`, or `undefined` if there is no such file. Throws with the path if it is not JSON. */
export async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${path} is not JSON. Repair it, or move it away to start with new contents.`, { cause });
  }
}

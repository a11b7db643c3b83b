/** The files of the documentation's search index, in the site store. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cacheControlOf, contentTypeOf } from '#api/ports/site-store/paths.ts';
import type { SiteStore } from '#api/ports/site-store/port.ts';

/** Where Pagefind's files lie in the site store. */
export const SEARCH_PREFIX = 'docs/pagefind/';
/** The files that name the others: written last, so that what they name is there. */
const ENTRIES = ['pagefind.js', 'pagefind-entry.json'];

/** A file of the index, by its name. */
export interface SearchFile {
  path: string;
  content: Uint8Array;
}

/** The files of an index that lies in a folder, whose address ends with a slash. */
export const filesIn = (dir: URL): SearchFile[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const file = `${parentPath.replace(/\/$/, '')}/${name}`;
      return { path: file.slice(fileURLToPath(dir).length), content: readFileSync(file) };
    });

/** Writes them; what stands there beside them goes. @returns store paths that changed */
export async function writeSearch(store: SiteStore, files: readonly SearchFile[]): Promise<string[]> {
  const changed: string[] = [];
  const late = ({ path }: SearchFile): number => ENTRIES.indexOf(path);
  for (const { path, content } of [...files].sort((a, b) => late(a) - late(b))) {
    const to = SEARCH_PREFIX + path;
    const file = { bytes: content, contentType: contentTypeOf(to), cacheControl: cacheControlOf(to) };
    if (await store.write(to, file)) changed.push(to);
  }
  const present = new Set(files.map(({ path }) => SEARCH_PREFIX + path));
  const old: string[] = [];
  for await (const path of store.list(SEARCH_PREFIX)) if (!present.has(path)) old.push(path);
  return [...changed, ...(await store.remove(old))];
}

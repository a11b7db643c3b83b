/**
 * The site in a folder: `public/` holds the files as addresses name them, `records/` what the publisher notes for
 * itself, in one SQLite file. A redirect is a file `index.redirect` (or `<file>.redirect`) that holds the location; where a file of
 * that name without the ending stands beside it, the file wins. A file whose media type or caching is not what its
 * address implies has a `<file>.meta` beside it.
 *
 * Every write fills a temporary file and renames it. Calls to the file system are synchronous: for small files they
 * take a fifth of the time of a round trip through the thread pool, and whole-site runs do them by the thousand.
 */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { assertPath, cacheControlOf, contentTypeOf, fileOf, pathOf } from './paths.ts';
import { openRecords } from './local-records.ts';
import { walk } from './local-walk.ts';
import type { SiteFile, SiteStore } from './port.ts';

/** The port, and what only the local server needs of it. */
export interface LocalSiteStore extends SiteStore {
  /** Where an address redirects to, or null. */
  location(path: string): string | null;
}

/** Bytes of a file, or null when it is not there. Asking first is cheaper than catching. */
function readIfThere(file: string): Buffer | null {
  if (!existsSync(file)) return null;
  try {
    return readFileSync(file);
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
}
/** Makes a folder, and those above it when they are not there either. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch {
    mkdirSync(folder, { recursive: true });
  }
}
/** Removes a file. Answers whether it was there. */
function removeIfThere(file: string): boolean {
  if (!existsSync(file)) return false;
  try {
    unlinkSync(file);
    return true;
  } catch (error) {
    if (isAbsence(error)) return false;
    throw error;
  }
}
/** Not there, gone meanwhile, or a folder. */
const isAbsence = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

/**
 * Opens (and makes) the store.
 * @param dir the folder for both parts
 */
export function createLocalSiteStore({ dir }: { dir: string }): LocalSiteStore {
  const root = join(dir, 'public');
  const temporary = join(dir, 'tmp');
  for (const folder of [root, temporary]) mkdirSync(folder, { recursive: true });
  let written = 0;

  const at = (path: string): string => join(root, fileOf(assertPath(path)));
  const redirectAt = (path: string): string => at(path).replace(/index\.html$/, 'index') + '.redirect';
  const records = openRecords(join(dir, 'records'));

  /** Puts bytes at `file` in one step. Folders that stand need not be made. */
  function place(file: string, bytes: Uint8Array | string, folderStands: boolean): void {
    const draft = `${temporary}/${process.pid}-${threadId}-${written++}`;
    const folder = dirname(file);
    writeFileSync(draft, bytes);
    if (!folderStands) makeFolder(folder);
    try {
      renameSync(draft, file);
    } catch (error) {
      // Somebody removed the folder when it became empty.
      if (!isAbsence(error)) throw error;
      makeFolder(folder);
      renameSync(draft, file);
    }
  }
  /** Puts bytes at `file` unless they are there. */
  function placeNew(file: string, bytes: Uint8Array | string): boolean {
    const old = readIfThere(file);
    if (old?.equals(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)) return false;
    place(file, bytes, existsSync(dirname(file)));
    return true;
  }
  /** Removes folders that became empty, up to the root. */
  function prune(folder: string): void {
    while (folder.length > root.length) {
      try {
        rmdirSync(folder);
      } catch {
        return;
      }
      folder = dirname(folder);
    }
  }
  const meta = (path: string, file: SiteFile): string | null =>
    file.contentType === contentTypeOf(path) && file.cacheControl === cacheControlOf(path)
      ? null
      : JSON.stringify({ contentType: file.contentType, cacheControl: file.cacheControl });

  return {
    async write(path, file) {
      const target = at(path);
      const about = meta(path, file);
      // Nothing can stand in a folder that is not there.
      if (about === null && !existsSync(dirname(target))) {
        place(target, file.bytes, false);
        return true;
      }
      const described = about === null ? removeIfThere(`${target}.meta`) : placeNew(`${target}.meta`, about);
      const changed = placeNew(target, file.bytes);
      const moved = removeIfThere(redirectAt(path));
      return changed || described || moved;
    },
    async redirect(path, location) {
      const changed = placeNew(redirectAt(path), location);
      const replaced = removeIfThere(at(path));
      removeIfThere(`${at(path)}.meta`);
      return changed || replaced;
    },
    async read(path) {
      const bytes = readIfThere(at(path));
      if (!bytes) return null;
      const about = readIfThere(`${at(path)}.meta`);
      return {
        bytes,
        contentType: contentTypeOf(path),
        cacheControl: cacheControlOf(path),
        ...(about === null ? {} : (JSON.parse(about.toString()) as object)),
      };
    },
    async remove(paths) {
      return paths.filter((path) => {
        const gone = [at(path), redirectAt(path)].map(removeIfThere);
        removeIfThere(`${at(path)}.meta`);
        prune(dirname(at(path)));
        return gone.includes(true);
      });
    },
    async *list(prefix) {
      let last: string | undefined;
      for await (const file of walk(root, prefix)) {
        if (file.endsWith('.meta')) continue;
        const path = pathOf(
          file.replace(/(?:^|(?<=\/))index\.redirect$/, 'index.html').replace(/\.redirect$/, ''),
        );
        if (path !== last) yield path;
        last = path;
      }
    },
    async invalidate() {
      // Nothing is cached between a folder and its reader.
    },
    async record(key) {
      return records.read(assertPath(key));
    },
    async writeRecord(key, value) {
      records.write(new Map([[assertPath(key), value]]));
    },
    async writeRecords(values) {
      for (const key of values.keys()) assertPath(key);
      records.write(values);
    },
    async removeRecord(key) {
      records.remove(assertPath(key));
    },
    async *records(prefix) {
      yield* records.keys(prefix);
    },
    location(path) {
      return readIfThere(redirectAt(path))?.toString() ?? null;
    },
  };
}
